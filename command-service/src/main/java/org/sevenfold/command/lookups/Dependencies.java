package org.sevenfold.command.lookups;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.Dependencies.WaitsFor;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.plan.DependencyType;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.events.plan.PlanEvent.DependencyAdded;
import org.sevenfold.events.plan.PlanEvent.DependencyRemoved;
import org.sevenfold.platform.journal.Lookup;

/** What each milestone waits for. */
public final class Dependencies implements Lookup<WaitsFor> {

    public static final Dependencies LOOKUP = new Dependencies();

    /** All that one milestone waits for, in the order in which it was said. */
    public record WaitsFor(List<Dependency> all) {}

    /**
     * One milestone that another waits for.
     *
     * @param lagDays days that must pass between them; fewer than 0 where the second may come earlier
     */
    public record Dependency(MilestoneId from, DependencyType type, int lagDays) {}

    private Dependencies() {}

    /** What leads into a milestone; empty where it waits for nothing. */
    public static List<Dependency> into(Lookups lookups, MilestoneId milestone) {
        return lookups.find(LOOKUP, milestone.toString()).map(WaitsFor::all).orElse(List.of());
    }

    @Override
    public String name() {
        return "dependencies";
    }

    @Override
    public Class<WaitsFor> type() {
        return WaitsFor.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return switch (event) {
            case DependencyAdded e -> List.of(e.toId().toString());
            case DependencyRemoved e -> List.of(e.toId().toString());
            default -> List.of();
        };
    }

    @Override
    public WaitsFor evolve(@Nullable WaitsFor before, String key, EventId id, DomainEvent event) {
        var all = new ArrayList<Dependency>(before == null ? List.of() : before.all);
        switch (event) {
            case DependencyAdded e -> all.add(new Dependency(e.fromId(), e.type(), e.lagDays()));
            case DependencyRemoved e -> all.removeIf(held -> held.from.equals(e.fromId()));
            default -> throw new IllegalStateException("dependencies do not follow from " + event);
        }
        return new WaitsFor(List.copyOf(all));
    }
}

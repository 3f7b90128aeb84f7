package org.sevenfold.command.lookups;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.Baselines.Agreed;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.events.plan.PlanEvent.BaselinedMilestone;
import org.sevenfold.events.plan.PlanEvent.PlanBaselined;
import org.sevenfold.platform.journal.Lookup;

/** The day for which each milestone was last agreed. */
public final class Baselines implements Lookup<Agreed> {

    public static final Baselines LOOKUP = new Baselines();

    /** The day of a milestone by the last agreed plan that has it. */
    public record Agreed(int baseline, LocalDate dueOn) {}

    private Baselines() {}

    /** The day by the last agreed plan that has the milestone; empty where none has it. */
    public static Optional<LocalDate> dueOn(Lookups lookups, MilestoneId milestone) {
        return lookups.find(LOOKUP, milestone.toString()).map(Agreed::dueOn);
    }

    @Override
    public String name() {
        return "baselines";
    }

    @Override
    public Class<Agreed> type() {
        return Agreed.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return event instanceof PlanBaselined e
                ? e.milestones().stream()
                        .map(milestone -> milestone.milestoneId().toString())
                        .toList()
                : List.of();
    }

    @Override
    public Agreed evolve(@Nullable Agreed before, String key, EventId id, DomainEvent event) {
        if (event instanceof PlanBaselined e) {
            return e.milestones().stream()
                    .filter(milestone -> milestone.milestoneId().toString().equals(key))
                    .map(BaselinedMilestone::dueOn)
                    .findFirst()
                    .map(dueOn -> new Agreed(e.number(), dueOn))
                    .orElseThrow();
        }
        throw new IllegalStateException("baselines do not follow from " + event);
    }
}

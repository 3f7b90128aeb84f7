package org.sevenfold.command.lookups;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.MilestonesOfInitiative.All;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneAdded;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.platform.journal.Lookup;

/** Which milestones an initiative has, cancelled ones included. */
public final class MilestonesOfInitiative implements Lookup<All> {

    public static final MilestonesOfInitiative LOOKUP = new MilestonesOfInitiative();

    /** Every milestone of an initiative by number, the first one first. */
    public record All(List<MilestoneId> milestones) {}

    private MilestonesOfInitiative() {}

    /** None for an initiative without any. */
    public static List<MilestoneId> of(Lookups lookups, InitiativeId initiative) {
        return lookups.find(LOOKUP, initiative.toString()).map(All::milestones).orElse(List.of());
    }

    @Override
    public String name() {
        return "milestones-of-initiative";
    }

    @Override
    public Class<All> type() {
        return All.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return event instanceof MilestoneAdded e ? List.of(e.initiativeId().toString()) : List.of();
    }

    @Override
    public All evolve(@Nullable All before, String key, EventId id, DomainEvent event) {
        if (event instanceof MilestoneAdded e) {
            Stream<MilestoneId> known = before == null ? Stream.of() : before.milestones.stream();
            return new All(Stream.concat(known, Stream.of(e.milestoneId())).toList());
        }
        throw new IllegalStateException("the milestones of an initiative do not follow from " + event);
    }
}

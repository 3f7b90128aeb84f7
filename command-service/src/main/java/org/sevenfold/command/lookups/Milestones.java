package org.sevenfold.command.lookups;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.Milestones.MilestoneFacts;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.plan.MilestoneEvent;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneAdded;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCancelled;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCompleted;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneReforecast;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneReopened;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.platform.journal.Lookup;

/** Milestones, by id and by reference. */
public final class Milestones implements Lookup<MilestoneFacts> {

    public static final Milestones LOOKUP = new Milestones();

    /**
     * What rules know of a milestone.
     *
     * @param plannedFor the day for which it was first planned
     * @param forecast the day on which it is expected, as last said
     * @param metOn null while it is not met
     * @param cancelledOn null while it is wanted
     */
    public record MilestoneFacts(
            MilestoneId milestoneId,
            InitiativeId initiativeId,
            String reference,
            String title,
            LocalDate plannedFor,
            LocalDate forecast,
            @Nullable LocalDate metOn,
            @Nullable LocalDate cancelledOn) {}

    private Milestones() {}

    public static Optional<MilestoneFacts> byId(Lookups lookups, MilestoneId id) {
        return lookups.find(LOOKUP, id.toString());
    }

    /** By reference, in any case of letters. */
    public static Optional<MilestoneId> byReference(Lookups lookups, String reference) {
        return lookups.find(LOOKUP, Key.named("reference", reference)).map(MilestoneFacts::milestoneId);
    }

    /** All milestones of an initiative by number, cancelled ones included. */
    public static List<MilestoneFacts> of(Lookups lookups, InitiativeId initiative) {
        return MilestonesOfInitiative.of(lookups, initiative).stream()
                .map(id -> byId(lookups, id).orElseThrow())
                .toList();
    }

    @Override
    public String name() {
        return "milestones";
    }

    @Override
    public Class<MilestoneFacts> type() {
        return MilestoneFacts.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return switch (event) {
            case MilestoneAdded e -> List.of(e.milestoneId().toString(), Key.named("reference", e.reference()));
            case MilestoneEvent e -> List.of(e.milestoneId().toString());
            default -> List.of();
        };
    }

    @Override
    public MilestoneFacts evolve(@Nullable MilestoneFacts before, String key, EventId id, DomainEvent event) {
        if (event instanceof MilestoneAdded e) {
            return new MilestoneFacts(
                    e.milestoneId(), e.initiativeId(), e.reference(), e.title(), e.dueOn(), e.dueOn(), null, null);
        }
        if (before == null) {
            throw new IllegalStateException("a milestone that was never added: " + event);
        }
        return switch ((MilestoneEvent) event) {
            case MilestoneAdded e -> throw new IllegalStateException("added twice: " + e);
            case MilestoneCompleted e -> with(before, before.forecast, e.effectiveOn(), before.cancelledOn);
            case MilestoneReopened e -> with(before, before.forecast, null, before.cancelledOn);
            case MilestoneReforecast e -> with(before, e.dueOn(), before.metOn, before.cancelledOn);
            case MilestoneCancelled e -> with(before, before.forecast, before.metOn, e.effectiveOn());
        };
    }

    private static MilestoneFacts with(
            MilestoneFacts m, LocalDate forecast, @Nullable LocalDate metOn, @Nullable LocalDate cancelledOn) {
        return new MilestoneFacts(
                m.milestoneId, m.initiativeId, m.reference, m.title, m.plannedFor, forecast, metOn, cancelledOn);
    }
}

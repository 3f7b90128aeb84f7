package org.sevenfold.command.lookups;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.Milestones.MilestoneFacts;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.programme.InitiativeId;
import org.sevenfold.events.programme.MilestoneEvent;
import org.sevenfold.events.programme.MilestoneEvent.MilestoneAdded;
import org.sevenfold.events.programme.MilestoneEvent.MilestoneCancelled;
import org.sevenfold.events.programme.MilestoneEvent.MilestoneCompleted;
import org.sevenfold.events.programme.MilestoneEvent.MilestoneReforecast;
import org.sevenfold.events.programme.MilestoneEvent.MilestoneReopened;
import org.sevenfold.events.programme.MilestoneId;
import org.sevenfold.platform.journal.Lookup;

/** Milestones, by id and by what people call them. */
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
            int number,
            String title,
            LocalDate plannedFor,
            LocalDate forecast,
            @Nullable LocalDate metOn,
            @Nullable LocalDate cancelledOn) {}

    private Milestones() {}

    public static Optional<MilestoneFacts> byId(Lookups lookups, MilestoneId id) {
        return lookups.find(LOOKUP, id.toString());
    }

    /** By the initiative's reference and the number, such as {@code LM-014/3}, in any case of letters. */
    public static Optional<MilestoneId> byReference(Lookups lookups, String reference) {
        int slash = reference.lastIndexOf('/');
        if (slash < 0 || !reference.substring(slash + 1).strip().matches("[1-9][0-9]{0,3}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(reference.substring(slash + 1).strip());
        return Initiatives.byReference(lookups, reference.substring(0, slash)).stream()
                .flatMap(initiative -> MilestonesOfInitiative.of(lookups, initiative).stream()
                        .skip(number - 1L)
                        .limit(1))
                .findFirst();
    }

    /** All milestones of an initiative by number, cancelled ones included. */
    public static List<MilestoneFacts> of(Lookups lookups, InitiativeId initiative) {
        return MilestonesOfInitiative.of(lookups, initiative).stream()
                .map(id -> byId(lookups, id).orElseThrow())
                .toList();
    }

    /** What people call it; its initiative's reference and its number. */
    public static String referenceOf(Lookups lookups, MilestoneFacts milestone) {
        return Initiatives.byId(lookups, milestone.initiativeId()).orElseThrow().reference() + "/" + milestone.number();
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
        return event instanceof MilestoneEvent e ? List.of(e.milestoneId().toString()) : List.of();
    }

    @Override
    public MilestoneFacts evolve(@Nullable MilestoneFacts before, String key, EventId id, DomainEvent event) {
        if (event instanceof MilestoneAdded e) {
            return new MilestoneFacts(
                    e.milestoneId(), e.initiativeId(), e.number(), e.title(), e.dueOn(), e.dueOn(), null, null);
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
                m.milestoneId, m.initiativeId, m.number, m.title, m.plannedFor, forecast, metOn, cancelledOn);
    }
}

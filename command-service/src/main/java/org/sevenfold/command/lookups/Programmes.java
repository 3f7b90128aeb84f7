package org.sevenfold.command.lookups;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.Programmes.ProgrammeFacts;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.plan.ProgrammeEvent;
import org.sevenfold.events.plan.ProgrammeEvent.PeriodLocked;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeClosed;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeExtended;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeStarted;
import org.sevenfold.platform.journal.Lookup;

/** Programmes, by id and by reference, and the one that runs or ran last. */
public final class Programmes implements Lookup<ProgrammeFacts> {

    public static final Programmes LOOKUP = new Programmes();
    private static final String CURRENT = "current";

    /**
     * What rules know of a programme.
     *
     * @param end its last day, as last said
     * @param closedOn the day on which it was closed; null while it runs
     * @param lockedMonths in their order, each once: what is kept must be written alike however it was come by
     */
    public record ProgrammeFacts(
            ProgrammeId programmeId,
            String reference,
            String title,
            LocalDate start,
            LocalDate end,
            @Nullable LocalDate closedOn,
            List<YearMonth> lockedMonths) {}

    private Programmes() {}

    public static Optional<ProgrammeFacts> byId(Lookups lookups, ProgrammeId id) {
        return lookups.find(LOOKUP, id.toString());
    }

    /** By reference, in any case of letters. */
    public static Optional<ProgrammeId> byReference(Lookups lookups, String reference) {
        return lookups.find(LOOKUP, Key.named("reference", reference)).map(ProgrammeFacts::programmeId);
    }

    /** The programme that was started last. */
    public static Optional<ProgrammeFacts> current(Lookups lookups) {
        return lookups.find(LOOKUP, CURRENT);
    }

    @Override
    public String name() {
        return "programmes";
    }

    @Override
    public Class<ProgrammeFacts> type() {
        return ProgrammeFacts.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return switch (event) {
            case ProgrammeStarted e ->
                List.of(e.programmeId().toString(), Key.named("reference", e.reference()), CURRENT);
            case ProgrammeEvent e -> List.of(e.programmeId().toString(), CURRENT);
            default -> List.of();
        };
    }

    @Override
    public ProgrammeFacts evolve(@Nullable ProgrammeFacts before, String key, EventId id, DomainEvent event) {
        if (event instanceof ProgrammeStarted e) {
            return new ProgrammeFacts(
                    e.programmeId(), e.reference(), e.title(), e.effectiveOn(), e.lastDay(), null, List.of());
        }
        ProgrammeEvent later = (ProgrammeEvent) event;
        if (before == null) {
            throw new IllegalStateException("a programme that was never started: " + event);
        }
        return before.programmeId.equals(later.programmeId()) ? after(before, later) : before;
    }

    private static ProgrammeFacts after(ProgrammeFacts p, ProgrammeEvent event) {
        return switch (event) {
            case ProgrammeStarted e -> throw new IllegalStateException("started twice: " + e);
            case ProgrammeExtended e ->
                new ProgrammeFacts(
                        p.programmeId, p.reference, p.title, p.start, e.lastDay(), p.closedOn, p.lockedMonths);
            case ProgrammeClosed e ->
                new ProgrammeFacts(p.programmeId, p.reference, p.title, p.start, p.end, e.lastDay(), p.lockedMonths);
            case PeriodLocked e -> {
                List<YearMonth> locked = Stream.concat(p.lockedMonths.stream(), Stream.of(e.month()))
                        .distinct()
                        .sorted()
                        .toList();
                yield new ProgrammeFacts(p.programmeId, p.reference, p.title, p.start, p.end, p.closedOn, locked);
            }
        };
    }
}

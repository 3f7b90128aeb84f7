package org.sevenfold.command.lookups;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.Visions.Held;
import org.sevenfold.events.Days;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementAdopted;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementRetired;
import org.sevenfold.events.sharedvalues.ValueStatementId;
import org.sevenfold.events.sharedvalues.ValueStatementKind;
import org.sevenfold.platform.journal.Lookup;

/** The visions that were held, are held and will be, of every programme; there are few. */
public final class Visions implements Lookup<Held> {

    public static final Visions LOOKUP = new Visions();
    private static final String ALL = "all";

    /** All visions in the order in which they were adopted. */
    public record Held(List<Vision> visions) {}

    /**
     * One vision.
     *
     * @param eventId the event that adopted it
     * @param retiredFrom the first day without it; null where it is held on
     */
    public record Vision(
            EventId eventId,
            ValueStatementId valueId,
            ProgrammeId programmeId,
            String reference,
            LocalDate from,
            @Nullable LocalDate retiredFrom) {}

    private Visions() {}

    /** The visions of one programme. */
    public static List<Vision> of(Lookups lookups, ProgrammeId programme) {
        return lookups.find(LOOKUP, ALL).map(Held::visions).orElse(List.of()).stream()
                .filter(vision -> vision.programmeId.equals(programme))
                .toList();
    }

    @Override
    public String name() {
        return "visions";
    }

    @Override
    public Class<Held> type() {
        return Held.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return switch (event) {
            case ValueStatementAdopted e when e.kind() == ValueStatementKind.VISION -> List.of(ALL);
            case ValueStatementRetired e -> List.of(ALL);
            default -> List.of();
        };
    }

    @Override
    public Held evolve(@Nullable Held before, String key, EventId id, DomainEvent event) {
        Stream<Vision> known = before == null ? Stream.of() : before.visions.stream();
        return switch (event) {
            case ValueStatementAdopted e
            when e.kind() == ValueStatementKind.VISION ->
                new Held(Stream.concat(
                                known,
                                Stream.of(new Vision(
                                        id, e.valueId(), e.programmeId(), e.reference(), e.effectiveOn(), null)))
                        .toList());
            case ValueStatementRetired e ->
                new Held(known.map(vision -> vision.valueId.equals(e.valueId()) ? until(vision, e) : vision)
                        .toList());
            default -> throw new IllegalStateException("visions do not follow from " + event);
        };
    }

    private static Vision until(Vision vision, ValueStatementRetired e) {
        return new Vision(
                vision.eventId,
                vision.valueId,
                vision.programmeId,
                vision.reference,
                vision.from,
                Days.after(e.lastDay()));
    }
}

package org.sevenfold.events.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Ending;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.StoredStream;

/** What happens to a change programme as a whole. */
public sealed interface ProgrammeEvent extends DomainEvent {

    StoredStream STREAM = StoredStream.of("Programme", ProgrammeEvent.class)
            .stores("programme.programme-started", ProgrammeStarted.class)
            .stores("programme.programme-extended", ProgrammeExtended.class)
            .stores("programme.programme-closed", ProgrammeClosed.class)
            .stores("programme.period-locked", PeriodLocked.class);

    ProgrammeId programmeId();

    @Override
    default String streamId() {
        return programmeId().toString();
    }

    /**
     * A programme runs from one day to another, both included.
     *
     * @param reference what people call it, such as {@code lea-marsh}
     */
    record ProgrammeStarted(
            ProgrammeId programmeId, String reference, String title, LocalDate effectiveOn, LocalDate lastDay)
            implements ProgrammeEvent {}

    /** The programme ends later than was said before. */
    record ProgrammeExtended(ProgrammeId programmeId, LocalDate effectiveOn, LocalDate lastDay)
            implements ProgrammeEvent {}

    /**
     * The programme is over.
     *
     * @param openItems what is handed on to the service; null where nothing is
     */
    record ProgrammeClosed(
            ProgrammeId programmeId,
            LocalDate lastDay,
            String lessons,
            @Nullable String openItems) implements ProgrammeEvent, Ending {}

    /** A month is reported and closed; what is recorded for it later is late. */
    record PeriodLocked(ProgrammeId programmeId, YearMonth month) implements ProgrammeEvent {}
}

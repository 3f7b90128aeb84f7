package org.sevenfold.query.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.EventId;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.query.board.Row;

/**
 * A milestone as the plan had it over these days.
 *
 * @param eventId the event that last changed it
 * @param plannedFor the day for which it was first planned
 * @param forecast the day on which it was expected
 * @param metBy the event that says that it was met; null while it is not
 */
record MilestoneRow(
        EventId eventId,
        MilestoneId milestoneId,
        InitiativeId initiativeId,
        int number,
        String reference,
        String title,
        LocalDate plannedFor,
        LocalDate forecast,
        @Nullable LocalDate metOn,
        @Nullable EventId metBy,
        @Nullable LocalDate cancelledOn,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Row.Interval {

    public MilestoneRow over(LocalDate from, @Nullable LocalDate to) {
        return new MilestoneRow(
                eventId,
                milestoneId,
                initiativeId,
                number,
                reference,
                title,
                plannedFor,
                forecast,
                metOn,
                metBy,
                cancelledOn,
                from,
                to);
    }

    public MilestoneRow expected(EventId by, LocalDate day) {
        return said(by, day, metOn, metBy, cancelledOn);
    }

    public MilestoneRow met(EventId by, LocalDate day) {
        return said(by, forecast, day, by, cancelledOn);
    }

    public MilestoneRow reopened(EventId by) {
        return said(by, forecast, null, null, cancelledOn);
    }

    public MilestoneRow cancelled(EventId by, LocalDate day) {
        return said(by, forecast, metOn, metBy, day);
    }

    private MilestoneRow said(
            EventId by,
            LocalDate expected,
            @Nullable LocalDate met,
            @Nullable EventId saysSo,
            @Nullable LocalDate cancelled) {
        return new MilestoneRow(
                by,
                milestoneId,
                initiativeId,
                number,
                reference,
                title,
                plannedFor,
                expected,
                met,
                saysSo,
                cancelled,
                validFrom,
                validTo);
    }
}

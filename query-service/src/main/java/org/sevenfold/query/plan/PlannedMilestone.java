package org.sevenfold.query.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;

/**
 * A milestone as the plan has it on a day.
 *
 * @param plannedFor the day for which it was first planned
 * @param firstAgreed its day by the first agreed plan, number 0; null where that one does not have it
 * @param agreed its day by the last agreed plan that has it; null where none has
 * @param baseline the number of that plan
 * @param forecast the day on which somebody expects it
 * @param wanted whether it is to be met at all: neither cancelled, nor left behind by an initiative that is closed
 */
public record PlannedMilestone(
        UUID id,
        String streamId,
        String reference,
        String title,
        PlannedInitiative initiative,
        LocalDate plannedFor,
        @Nullable LocalDate firstAgreed,
        @Nullable LocalDate agreed,
        @Nullable Integer baseline,
        LocalDate forecast,
        @Nullable LocalDate metOn,
        boolean wanted,
        List<Reforecast> reforecasts) {

    /** Somebody said on a day that it is expected on another day than before. */
    public record Reforecast(LocalDate announcedOn, LocalDate previously, LocalDate dueOn) {

        /** How many days before the day that was expected until then it was said; fewer than 0 where that day had passed. */
        long noticeDays() {
            return ChronoUnit.DAYS.between(announcedOn, previously);
        }
    }

    /** How a milestone stands. */
    public enum Status {
        /** It was met. */
        MET,
        /** It is not met, and its agreed day has passed. */
        LATE,
        /** By the day asked about, which nobody has heard of yet, it is expected to be met. */
        EXPECTED,
        /** It will be later than agreed, by what is expected of it or of what it waits for. */
        SLIPPING,
        /** It will be met in time. */
        ON_COURSE,
        /** It is wanted no longer. */
        CANCELLED
    }

    public Dimension dimension() {
        return initiative.dimension();
    }

    /** The day that was promised: by the last agreed plan, else for which it was first planned. */
    public LocalDate promised() {
        return agreed == null ? plannedFor : agreed;
    }

    /**
     * The day on which it was met or is expected, by itself.
     *
     * @param heard up to which day something is known; what is not met by then is met no earlier
     */
    public LocalDate own(LocalDate heard) {
        if (metOn != null) {
            return metOn;
        }
        return forecast.isBefore(heard) ? heard : forecast;
    }

    /** By how many days it was met late, or is late already; another forecast makes it no less late. */
    public long lateDays(LocalDate heard) {
        return wanted ? Math.max(0, ChronoUnit.DAYS.between(promised(), metOn == null ? heard : metOn)) : 0;
    }

    public boolean metInTime() {
        return metOn != null && !metOn.isAfter(promised());
    }

    public Status status(LocalDate day, LocalDate heard, LocalDate projected) {
        if (metOn != null) {
            return Status.MET;
        } else if (!wanted) {
            return Status.CANCELLED;
        } else if (promised().isBefore(heard)) {
            return Status.LATE;
        } else if (projected.isBefore(day)) {
            return Status.EXPECTED;
        }
        return projected.isAfter(promised()) ? Status.SLIPPING : Status.ON_COURSE;
    }
}

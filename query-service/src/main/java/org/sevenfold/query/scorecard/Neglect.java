package org.sevenfold.query.scorecard;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.question.Said;

/**
 * When something last moved in a dimension. A dimension in which nothing has moved for longer than the threshold says is
 * neglected; it is counted from the programme's first day, so that none is before its time.
 *
 * @param milestoneMetOn the last day on which a milestone of its initiatives was met; null where none was
 * @param measureMovedOn the last day on which something happened that counts in one of its measures; null where nothing did
 */
record Neglect(
        LocalDate programmeStart,
        @Nullable LocalDate milestoneMetOn,
        @Nullable LocalDate measureMovedOn) {

    private LocalDate lastMovedOn() {
        return Stream.of(programmeStart, milestoneMetOn, measureMovedOn)
                .filter(Objects::nonNull)
                .reduce(programmeStart, (one, other) -> other.isAfter(one) ? other : one);
    }

    long days(LocalDate day) {
        return Math.max(0, ChronoUnit.DAYS.between(lastMovedOn(), day));
    }

    Map<String, @Nullable Object> said(LocalDate day, int threshold) {
        return new Said()
                .and("milestoneMetOn", milestoneMetOn)
                .and("measureMovedOn", measureMovedOn)
                .and("daysWithoutMovement", days(day))
                .and("neglected", days(day) > threshold)
                .row();
    }
}

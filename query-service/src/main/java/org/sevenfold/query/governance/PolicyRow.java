package org.sevenfold.query.governance;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.governance.Policy;
import org.sevenfold.query.board.Row;

/** The value of a threshold while it holds. */
record PolicyRow(
        ProgrammeId programmeId,
        Policy policy,
        BigDecimal value,
        LocalDate validFrom,
        @Nullable LocalDate validTo) implements Row.Interval {

    boolean holdsOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || day.isBefore(validTo));
    }
}

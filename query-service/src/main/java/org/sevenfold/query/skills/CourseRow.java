package org.sevenfold.query.skills;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.CourseMode;
import org.sevenfold.query.board.Row;

/**
 * A course while it can be taken.
 *
 * @param validityMonths how long a completion counts; null where for ever
 */
record CourseRow(
        CourseId courseId,
        String code,
        String title,
        CourseMode mode,
        BigDecimal hours,
        @Nullable Integer validityMonths,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Row.Interval {}

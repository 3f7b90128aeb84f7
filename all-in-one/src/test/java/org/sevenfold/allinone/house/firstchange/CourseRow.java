package org.sevenfold.allinone.house.firstchange;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.query.board.Row;

/** A course while it can be taken. */
record CourseRow(
        CourseId courseId,
        String code,
        LocalDate validFrom,
        @Nullable LocalDate validTo) implements Row.Interval {}

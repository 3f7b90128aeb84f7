package org.sevenfold.query.staff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.PostId;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.query.board.Row;

/** A post in its unit. */
record PostRow(
        PostId postId,
        String reference,
        PostRole role,
        Fte fte,
        UnitId unitId,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Row.Interval {}

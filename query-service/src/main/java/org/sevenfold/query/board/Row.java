package org.sevenfold.query.board;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One fact of a view, as now known. An implementation is a record whose components are its table's columns; it holds no
 * clock, no sequence and nothing random, so that the same log always gives the same rows.
 */
public sealed interface Row {

    /** A fact that holds from a day up to, and not including, another; null where no end is known. */
    non-sealed interface Interval extends Row {

        LocalDate validFrom();

        @Nullable
        LocalDate validTo();
    }

    /** A fact that happened on a day. */
    non-sealed interface Point extends Row {

        LocalDate effectiveOn();
    }
}

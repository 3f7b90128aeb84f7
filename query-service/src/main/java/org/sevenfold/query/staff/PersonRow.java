package org.sevenfold.query.staff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.query.board.Row;

/**
 * A person from the day of registration on.
 *
 * @param erasedOn since when nothing says who it is; null while the directory does
 * @param erasedAt the position at which that was recorded
 */
record PersonRow(
        PersonId personId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable LocalDate erasedOn,
        @Nullable Long erasedAt)
        implements Row.Interval {

    PersonRow erased(LocalDate on, long at) {
        return new PersonRow(personId, validFrom, validTo, on, at);
    }
}

package org.sevenfold.query.staff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.query.board.Row;

/** A person from the day of registration on. */
record PersonRow(
        PersonId personId, LocalDate validFrom, @Nullable LocalDate validTo) implements Row.Interval {}

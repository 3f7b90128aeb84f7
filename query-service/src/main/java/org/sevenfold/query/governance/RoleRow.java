package org.sevenfold.query.governance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Role;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.query.board.Row;

/** A role that a person holds, by the event that granted it. */
record RoleRow(
        EventId eventId,
        PersonId personId,
        Role role,
        LocalDate validFrom,
        @Nullable LocalDate validTo) implements Row.Interval {}

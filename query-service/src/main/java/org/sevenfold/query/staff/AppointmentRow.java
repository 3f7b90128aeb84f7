package org.sevenfold.query.staff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.EventId;
import org.sevenfold.events.staff.AppointedVia;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostId;
import org.sevenfold.query.board.Row;

/** A person in a post, by the event that put them there. */
record AppointmentRow(
        EventId eventId,
        PostId postId,
        PersonId personId,
        Fte fte,
        AppointedVia via,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Row.Interval {}

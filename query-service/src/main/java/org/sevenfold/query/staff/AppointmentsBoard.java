package org.sevenfold.query.staff;

import org.sevenfold.events.Days;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.staff.AppointedVia;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostEvent;
import org.sevenfold.events.staff.PostEvent.AppointmentEnded;
import org.sevenfold.events.staff.PostEvent.AppointmentMade;
import org.sevenfold.events.staff.PostEvent.PostCreated;
import org.sevenfold.events.staff.PostEvent.PostDisestablished;
import org.sevenfold.events.staff.PostId;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;

/** Who holds one post; a last day is a day in post. */
@ReadTable
final class AppointmentsBoard extends Board<PostEvent, AppointmentsBoard.Row> {

    record Row(PostId postId, PersonId personId, Fte fte, AppointedVia via) {}

    AppointmentsBoard() {
        super("appointments", Span.DAYS, PostEvent.class, Row.class);
        namesEvents();
        index("post_id").including("person_id", "event_id");
        index("person_id").including("post_id");
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends PostEvent> recorded) {
        return switch (recorded.event()) {
            case AppointmentMade e ->
                known.with(
                        Days.between(e.effectiveOn(), e.lastDay()),
                        recorded.id(),
                        new Row(e.postId(), e.personId(), e.fte(), e.via()));
            case AppointmentEnded e ->
                known.ended(e.lastDay(), appointment -> appointment.by().equals(e.appointment()));
            case PostCreated _, PostDisestablished _ -> known;
        };
    }
}

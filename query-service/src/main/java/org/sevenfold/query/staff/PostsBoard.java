package org.sevenfold.query.staff;

import org.sevenfold.events.Days;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.PostEvent;
import org.sevenfold.events.staff.PostEvent.AppointmentEnded;
import org.sevenfold.events.staff.PostEvent.AppointmentMade;
import org.sevenfold.events.staff.PostEvent.PostCreated;
import org.sevenfold.events.staff.PostEvent.PostDisestablished;
import org.sevenfold.events.staff.PostId;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;
import org.sevenfold.query.board.Reference;

/** The life of one post in its unit, whoever holds it; its last day is a day of its life. */
@ReadTable
final class PostsBoard extends Board<PostEvent, PostsBoard.Row> {

    record Row(PostId postId, @Reference String reference, PostRole role, Fte fte, UnitId unitId) {}

    PostsBoard() {
        super("posts", Span.DAYS, PostEvent.class, Row.class);
        index("post_id").including("unit_id");
        index("unit_id").including("post_id");
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends PostEvent> recorded) {
        return switch (recorded.event()) {
            case PostCreated e ->
                Timeline.of(
                        Days.from(e.effectiveOn()),
                        recorded.id(),
                        new Row(e.postId(), e.reference(), e.role(), e.fte(), e.unitId()));
            case PostDisestablished e -> known.ended(e.lastDay());
            case AppointmentMade _, AppointmentEnded _ -> known;
        };
    }
}

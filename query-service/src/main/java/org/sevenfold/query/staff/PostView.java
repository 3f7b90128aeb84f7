package org.sevenfold.query.staff;

import java.util.List;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.staff.PostEvent;
import org.sevenfold.events.staff.PostEvent.AppointmentEnded;
import org.sevenfold.events.staff.PostEvent.AppointmentMade;
import org.sevenfold.events.staff.PostEvent.PostCreated;
import org.sevenfold.events.staff.PostEvent.PostDisestablished;
import org.sevenfold.query.board.View;

/** The life of one post, whoever holds it. Its last day is a day of its life, so it ends on the day after. */
final class PostView implements View<PostEvent, PostRow> {

    @Override
    public List<PostRow> evolve(List<PostRow> timeline, Recorded<? extends PostEvent> recorded) {
        return switch (recorded.event()) {
            case PostCreated post ->
                List.of(new PostRow(
                        post.postId(),
                        post.reference(),
                        post.role(),
                        post.fte(),
                        post.unitId(),
                        post.effectiveOn(),
                        null));
            case AppointmentMade appointment -> timeline;
            case AppointmentEnded appointment -> timeline;
            case PostDisestablished post ->
                timeline.stream()
                        .map(row -> new PostRow(
                                row.postId(),
                                row.reference(),
                                row.role(),
                                row.fte(),
                                row.unitId(),
                                row.validFrom(),
                                post.effectiveOn().plusDays(1)))
                        .toList();
        };
    }
}

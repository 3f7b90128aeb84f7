package org.sevenfold.events.staff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Ending;
import org.sevenfold.events.EventId;
import org.sevenfold.events.StoredStream;
import org.sevenfold.events.structure.UnitId;

/** What happens to a post and to those who hold it. */
public sealed interface PostEvent extends DomainEvent {

    StoredStream STREAM = StoredStream.of("Post", PostEvent.class)
            .stores("staff.post-created", PostCreated.class)
            .stores("staff.appointment-made", AppointmentMade.class)
            .stores("staff.appointment-ended", AppointmentEnded.class)
            .stores("staff.post-disestablished", PostDisestablished.class);

    PostId postId();

    @Override
    default String streamId() {
        return postId().toString();
    }

    /**
     * A seat exists in a unit from a day on.
     *
     * @param reference the post number, such as {@code P-0104}
     * @param funding where the money comes from; null where nobody said
     */
    record PostCreated(
            PostId postId,
            String reference,
            PostRole role,
            Fte fte,
            UnitId unitId,
            LocalDate effectiveOn,
            @Nullable String funding)
            implements PostEvent {}

    /**
     * A person holds part or all of the post.
     *
     * @param lastDay the last day in post, inclusive, of an appointment for a fixed term; null where it is open
     * @param startOrigin where the person came from, by census code 1 to 10; null where not collected
     */
    record AppointmentMade(
            PostId postId,
            PersonId personId,
            Fte fte,
            LocalDate effectiveOn,
            @Nullable LocalDate lastDay,
            AppointedVia via,
            @Nullable Integer startOrigin)
            implements PostEvent {}

    /**
     * A person no longer holds the post. Why stands nowhere.
     *
     * @param appointment the event that made the appointment
     */
    record AppointmentEnded(PostId postId, PersonId personId, EventId appointment, LocalDate lastDay)
            implements PostEvent, Ending {}

    /** The post is no more. */
    record PostDisestablished(PostId postId, LocalDate lastDay) implements PostEvent, Ending {}
}

package org.sevenfold.query.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.staff.PostEvent;
import org.sevenfold.events.staff.PostEvent.AppointmentEnded;
import org.sevenfold.events.staff.PostEvent.AppointmentMade;
import org.sevenfold.events.staff.PostEvent.PostCreated;
import org.sevenfold.events.staff.PostEvent.PostDisestablished;
import org.sevenfold.query.board.View;

/** Who holds one post. A last day is a day in post, so the appointment ends on the day after. */
final class AppointmentView implements View<PostEvent, AppointmentRow> {

    @Override
    public List<AppointmentRow> evolve(List<AppointmentRow> timeline, Recorded<? extends PostEvent> recorded) {
        return switch (recorded.event()) {
            case PostCreated post -> timeline;
            case PostDisestablished post -> timeline;
            case AppointmentEnded ended ->
                timeline.stream()
                        .map(row -> row.eventId().equals(ended.appointment())
                                ? until(row, ended.effectiveOn().plusDays(1))
                                : row)
                        .toList();
            case AppointmentMade appointment -> {
                var grown = new ArrayList<>(timeline);
                grown.add(row(recorded.id(), appointment));
                yield grown;
            }
        };
    }

    private static AppointmentRow until(AppointmentRow row, LocalDate end) {
        return new AppointmentRow(
                row.eventId(), row.postId(), row.personId(), row.fte(), row.via(), row.validFrom(), end);
    }

    private static AppointmentRow row(EventId id, AppointmentMade appointment) {
        @Nullable LocalDate lastDay = appointment.lastDay();
        return new AppointmentRow(
                id,
                appointment.postId(),
                appointment.personId(),
                appointment.fte(),
                appointment.via(),
                appointment.effectiveOn(),
                lastDay == null ? null : lastDay.plusDays(1));
    }
}

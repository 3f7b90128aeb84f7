package org.sevenfold.command.lookups;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.Appointments.Held;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostEvent;
import org.sevenfold.events.staff.PostEvent.AppointmentEnded;
import org.sevenfold.events.staff.PostEvent.AppointmentMade;
import org.sevenfold.events.staff.PostEvent.PostCreated;
import org.sevenfold.events.staff.PostEvent.PostDisestablished;
import org.sevenfold.events.staff.PostId;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.journal.Lookup;

/** The posts that a person holds, held and will hold, and the same by post. */
public final class Appointments implements Lookup<Held> {

    public static final Appointments LOOKUP = new Appointments();

    /** All appointments of a person, or to a post, in the order in which they were made. */
    public record Held(List<Appointment> appointments) {

        static final Held NONE = new Held(List.of());

        public boolean inPostOn(LocalDate day) {
            return appointments.stream().anyMatch(appointment -> appointment.holdsOn(day));
        }
    }

    /**
     * One appointment.
     *
     * @param lastDay inclusive; null where it is open
     */
    public record Appointment(
            EventId eventId,
            PostId postId,
            Fte fte,
            LocalDate from,
            @Nullable LocalDate lastDay) {

        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (lastDay == null || !day.isAfter(lastDay));
        }

        /** Whether somebody is in post on any day after this one. */
        public boolean holdsAfter(LocalDate day) {
            return lastDay == null || lastDay.isAfter(day);
        }
    }

    private Appointments() {}

    /** What a person holds; nothing for a person who was never appointed. */
    public static Held of(Lookups lookups, PersonId person) {
        return lookups.find(LOOKUP, person.toString()).orElse(Held.NONE);
    }

    /** Who holds, held and will hold a post. */
    public static Held to(Lookups lookups, PostId post) {
        return lookups.find(LOOKUP, Key.named("post", post.toString())).orElse(Held.NONE);
    }

    /** The units in which a person is in post on a day. */
    public static List<UnitId> unitsOf(Lookups lookups, PersonId person, LocalDate day) {
        return of(lookups, person).appointments().stream()
                .filter(appointment -> appointment.holdsOn(day))
                .map(appointment -> Posts.byId(lookups, appointment.postId()))
                .flatMap(Optional::stream)
                .map(Posts.PostFacts::unitId)
                .distinct()
                .toList();
    }

    @Override
    public String name() {
        return "appointments";
    }

    @Override
    public Class<Held> type() {
        return Held.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return switch (event) {
            case AppointmentMade e -> keys(e.personId(), e.postId());
            case AppointmentEnded e -> keys(e.personId(), e.postId());
            default -> List.of();
        };
    }

    private static List<String> keys(PersonId person, PostId post) {
        return List.of(person.toString(), Key.named("post", post.toString()));
    }

    @Override
    public Held evolve(@Nullable Held before, String key, EventId id, DomainEvent event) {
        Held held = before == null ? Held.NONE : before;
        return switch ((PostEvent) event) {
            case AppointmentMade e -> {
                var appointment = new Appointment(id, e.postId(), e.fte(), e.effectiveOn(), e.lastDay());
                yield new Held(Stream.concat(held.appointments.stream(), Stream.of(appointment))
                        .toList());
            }
            case AppointmentEnded e -> {
                if (held.appointments.stream().noneMatch(a -> a.eventId.equals(e.appointment()))) {
                    throw new IllegalStateException("an appointment that was never made: " + e);
                }
                yield new Held(held.appointments.stream()
                        .map(a -> a.eventId.equals(e.appointment()) ? until(a, e.lastDay()) : a)
                        .toList());
            }
            case PostCreated e -> throw new IllegalStateException("appointments do not follow from " + e);
            case PostDisestablished e -> throw new IllegalStateException("appointments do not follow from " + e);
        };
    }

    private static Appointment until(Appointment a, LocalDate lastDay) {
        return new Appointment(a.eventId, a.postId, a.fte, a.from, lastDay);
    }
}

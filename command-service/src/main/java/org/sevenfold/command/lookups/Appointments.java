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
import org.sevenfold.events.staff.PostEvent.AppointmentMade;
import org.sevenfold.events.staff.PostId;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.journal.Lookup;

/** The posts that a person holds, held and will hold. */
public final class Appointments implements Lookup<Held> {

    public static final Appointments LOOKUP = new Appointments();

    /** All of a person's appointments, in the order in which they were made. */
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
    }

    private Appointments() {}

    /** What a person holds; nothing for a person who was never appointed. */
    public static Held of(Lookups lookups, PersonId person) {
        return lookups.find(LOOKUP, person.toString()).orElse(Held.NONE);
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
        return event instanceof AppointmentMade made ? List.of(made.personId().toString()) : List.of();
    }

    @Override
    public Held evolve(@Nullable Held before, String key, EventId id, DomainEvent event) {
        if (event instanceof AppointmentMade e) {
            Held held = before == null ? Held.NONE : before;
            var appointment = new Appointment(id, e.postId(), e.fte(), e.effectiveOn(), e.lastDay());
            return new Held(Stream.concat(held.appointments.stream(), Stream.of(appointment))
                    .toList());
        }
        throw new IllegalStateException("appointments do not follow from " + event);
    }
}

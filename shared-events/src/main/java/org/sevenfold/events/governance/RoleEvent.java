package org.sevenfold.events.governance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Ending;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Role;
import org.sevenfold.events.StoredStream;
import org.sevenfold.events.staff.PersonId;

/** Which roles a person holds, one stream a person. */
public sealed interface RoleEvent extends DomainEvent {

    StoredStream STREAM = StoredStream.of("Role", RoleEvent.class)
            .stores("programme.role-granted", RoleGranted.class)
            .stores("programme.role-revoked", RoleRevoked.class);

    PersonId personId();

    @Override
    default String streamId() {
        return streamIdOf(personId());
    }

    /** The stream of a person's roles, which is not the person's own stream. */
    static String streamIdOf(PersonId person) {
        return "roles-" + person;
    }

    /**
     * A person holds a role.
     *
     * @param lastDay the last day on which it is held, inclusive; null where it is open
     */
    record RoleGranted(
            PersonId personId,
            Role role,
            LocalDate effectiveOn,
            @Nullable LocalDate lastDay) implements RoleEvent {}

    /**
     * A person holds a role no longer.
     *
     * @param grant the event that granted it
     */
    record RoleRevoked(PersonId personId, Role role, EventId grant, LocalDate lastDay) implements RoleEvent, Ending {}
}

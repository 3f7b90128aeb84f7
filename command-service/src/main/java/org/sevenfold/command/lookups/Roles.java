package org.sevenfold.command.lookups;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.Roles.Grants;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.RoleEvent;
import org.sevenfold.events.governance.RoleEvent.RoleGranted;
import org.sevenfold.events.governance.RoleEvent.RoleRevoked;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.journal.Lookup;

/** The roles that a person holds, held and will hold, and who leads the programme. */
public final class Roles implements Lookup<Grants> {

    public static final Roles LOOKUP = new Roles();

    /** The roles whose holders are also found by the role; there are few of them. */
    private static final Set<Role> LEADING = Set.of(Role.SENIOR_RESPONSIBLE_OWNER, Role.PROGRAMME_MANAGER);

    /** All grants of a person, or of a role, in the order in which they were made. */
    public record Grants(List<Grant> grants) {

        static final Grants NONE = new Grants(List.of());

        /** The roles held on a day, each once. */
        public List<Role> on(LocalDate day) {
            return grants.stream()
                    .filter(grant -> grant.holdsOn(day))
                    .map(Grant::role)
                    .distinct()
                    .toList();
        }
    }

    /**
     * One grant.
     *
     * @param lastDay inclusive; null where it is open
     */
    public record Grant(
            EventId eventId,
            PersonId personId,
            Role role,
            LocalDate from,
            @Nullable LocalDate lastDay) {

        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (lastDay == null || !day.isAfter(lastDay));
        }
    }

    private Roles() {}

    public static Grants of(Lookups lookups, PersonId person) {
        return lookups.find(LOOKUP, person.toString()).orElse(Grants.NONE);
    }

    /** Who leads the programme in this role, led and will lead. */
    public static Grants leading(Lookups lookups, Role role) {
        return lookups.find(LOOKUP, Key.named("role", role.text())).orElse(Grants.NONE);
    }

    @Override
    public String name() {
        return "roles";
    }

    @Override
    public Class<Grants> type() {
        return Grants.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return switch (event) {
            case RoleGranted e -> keys(e.personId(), e.role());
            case RoleRevoked e -> keys(e.personId(), e.role());
            default -> List.of();
        };
    }

    private static List<String> keys(PersonId person, Role role) {
        return LEADING.contains(role)
                ? List.of(person.toString(), Key.named("role", role.text()))
                : List.of(person.toString());
    }

    @Override
    public Grants evolve(@Nullable Grants before, String key, EventId id, DomainEvent event) {
        Grants held = before == null ? Grants.NONE : before;
        return switch ((RoleEvent) event) {
            case RoleGranted e ->
                new Grants(Stream.concat(
                                held.grants.stream(),
                                Stream.of(new Grant(id, e.personId(), e.role(), e.effectiveOn(), e.lastDay())))
                        .toList());
            case RoleRevoked e ->
                new Grants(held.grants.stream()
                        .map(grant -> grant.eventId.equals(e.grant()) ? until(grant, e.lastDay()) : grant)
                        .toList());
        };
    }

    private static Grant until(Grant grant, LocalDate lastDay) {
        return new Grant(grant.eventId, grant.personId, grant.role, grant.from, lastDay);
    }
}

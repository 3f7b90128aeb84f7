package org.sevenfold.query.who;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.sevenfold.events.Role;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.query.question.Standpoint;

/**
 * Whose names a caller may read: an auditor's, learning and development's and human resources' scope is everybody; a
 * group manager's is the group, by their own posts and by what they manage on the day while in post; a consultant social
 * worker's the unit, by their own posts; everybody's own.
 */
public final class Scope {

    private static final String HELD_UNITS = """
        SELECT post.unit_id
        FROM query.appointments appointment
        JOIN query.posts post ON post.post_id = appointment.post_id
         AND post.valid_from <= :effectiveOn AND :effectiveOn < post.valid_to
         AND post.known_from <= :knownAt AND :knownAt < post.known_to
        WHERE appointment.person_id = :person
          AND appointment.valid_from <= :effectiveOn AND :effectiveOn < appointment.valid_to
          AND appointment.known_from <= :knownAt AND :knownAt < appointment.known_to\
        """;

    private static final String MANAGED_UNITS = """
        SELECT manager.unit_id
        FROM query.group_managers manager
        WHERE manager.person_id = :person
          AND manager.valid_from <= :effectiveOn AND :effectiveOn < manager.valid_to
          AND manager.known_from <= :knownAt AND :knownAt < manager.known_to
          AND EXISTS (%s)\
        """.formatted(HELD_UNITS);

    private static final String UNITS_OF_GROUPS = """
        SELECT unit.unit_id
        FROM query.units unit
        WHERE (unit.group_id IN (%1$s) OR unit.group_id IN (%2$s))
          AND unit.valid_from <= :effectiveOn AND :effectiveOn < unit.valid_to
          AND unit.known_from <= :knownAt AND :knownAt < unit.known_to\
        """.formatted(HELD_UNITS, MANAGED_UNITS);

    private final UUID self;
    private final boolean everybody;
    private final Set<UUID> units;
    private final Standpoint at;

    private Scope(UUID self, boolean everybody, Set<UUID> units, Standpoint at) {
        this.self = self;
        this.everybody = everybody;
        this.units = units;
        this.at = at;
    }

    public static Scope of(Standpoint at) {
        Caller caller = at.caller();
        boolean everybody =
                caller.is(Role.AUDITOR) || caller.is(Role.LEARNING_AND_DEVELOPMENT) || caller.is(Role.HUMAN_RESOURCES);
        var units = new HashSet<UUID>();
        boolean leads = caller.is(Role.GROUP_MANAGER) || caller.is(Role.CONSULTANT_SOCIAL_WORKER);
        if (!everybody && leads) {
            units.addAll(read(at, HELD_UNITS, caller.personId()));
        }
        if (!everybody && caller.is(Role.GROUP_MANAGER)) {
            units.addAll(read(at, MANAGED_UNITS, caller.personId()));
            units.addAll(read(at, UNITS_OF_GROUPS, caller.personId()));
        }
        return new Scope(caller.personId(), everybody, units, at);
    }

    /** Whether everybody may be named. */
    public boolean everybody() {
        return everybody;
    }

    /** The one person who may be named in every unit. */
    public UUID self() {
        return self;
    }

    /** The units in which everybody may be named. */
    public Set<UUID> units() {
        return Set.copyOf(units);
    }

    /** Whether the person may be named as somebody in this unit. */
    public boolean names(UUID person, UUID unit) {
        return everybody || person.equals(self) || units.contains(unit);
    }

    /** Whether the person may be named, whichever units they are in on the day. */
    public boolean names(UUID person) {
        return everybody
                || person.equals(self)
                || (!units.isEmpty() && read(at, HELD_UNITS, person).stream().anyMatch(units::contains));
    }

    private static Set<UUID> read(Standpoint at, String sql, UUID person) {
        return at.sql(sql).param("person", person).query(UUID.class).set();
    }
}

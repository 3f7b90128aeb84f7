package org.sevenfold.query.structure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.who.Directory;
import org.sevenfold.query.who.Scope;

/** Who manages a unit, managed it and will manage it, by name where the caller may read names there. */
public final class ManagersOfUnit {

    private static final String STATEMENT = """
        SELECT manager.person_id, manager.unit_id, managed.reference AS assigned_to, manager.valid_from,
               CASE WHEN isfinite(manager.valid_to) THEN manager.valid_to - 1 END AS last_day,
               post.reference AS post, post.role,
               CASE WHEN :effectiveOn < manager.valid_from THEN 'scheduled'
                    WHEN :effectiveOn >= manager.valid_to THEN 'past'
                    WHEN EXISTS (SELECT FROM query.appointments appointment
                                 WHERE appointment.person_id = manager.person_id
                                   AND appointment.valid_from <= :effectiveOn AND :effectiveOn < appointment.valid_to
                                   AND appointment.known_from <= :knownAt AND :knownAt < appointment.known_to)
                         THEN 'present'
                    ELSE 'not in post' END AS state
        FROM query.units unit
        JOIN query.group_managers manager
          ON manager.unit_id IN (unit.unit_id, unit.group_id)
         AND manager.valid_from < unit.valid_to AND unit.valid_from < manager.valid_to
         AND manager.known_from <= :knownAt AND :knownAt < manager.known_to
        JOIN query.units managed
          ON managed.unit_id = manager.unit_id
         AND managed.known_from <= :knownAt AND :knownAt < managed.known_to
        LEFT JOIN LATERAL (
            SELECT post.reference, post.role
            FROM query.appointments appointment
            JOIN query.posts post
              ON post.post_id = appointment.post_id
             AND post.known_from <= :knownAt AND :knownAt < post.known_to
            WHERE appointment.person_id = manager.person_id
              AND appointment.valid_from <= manager.valid_from AND manager.valid_from < appointment.valid_to
              AND appointment.known_from <= :knownAt AND :knownAt < appointment.known_to
            ORDER BY appointment.known_from
            LIMIT 1
        ) post ON true
        WHERE unit.unit_id = :unit AND unit.known_from <= :knownAt AND :knownAt < unit.known_to
        ORDER BY manager.valid_from, managed.reference
        """;

    /**
     * What was read.
     *
     * @param rows all of them, the earliest first; the unit's own and its group's
     * @param present who manages the unit on the day: its own manager, else its group's; null where nobody in post does
     * @param names whether anybody in it can be recognised
     */
    public record Managers(
            List<Map<String, @Nullable Object>> rows,
            @Nullable Map<String, @Nullable Object> present,
            boolean names) {}

    private record Manager(UUID person, UUID managed, Map<String, @Nullable Object> row) {

        boolean isPresent() {
            return "present".equals(row.get("state"));
        }
    }

    private ManagersOfUnit() {}

    public static Managers read(Standpoint at, UUID unit) {
        List<Manager> managers = managers(at, unit);
        Scope scope = Scope.of(at);
        List<UUID> named = managers.stream()
                .map(Manager::person)
                .filter(person -> scope.names(person, unit))
                .distinct()
                .toList();
        Map<UUID, Object> names = Directory.names(at, named);
        managers.stream().filter(manager -> names.containsKey(manager.person)).forEach(manager -> {
            manager.row.put("person", names.get(manager.person));
            manager.row.put("personId", manager.person.toString());
        });
        Optional<Manager> own = managers.stream()
                .filter(manager -> manager.isPresent() && manager.managed.equals(unit))
                .findFirst();
        Optional<Manager> present =
                own.or(() -> managers.stream().filter(Manager::isPresent).findFirst());
        return new Managers(
                managers.stream().map(Manager::row).toList(),
                present.map(Manager::row).orElse(null),
                !named.isEmpty());
    }

    private static List<Manager> managers(Standpoint at, UUID unit) {
        return at.sql(STATEMENT)
                .param("unit", unit)
                .query((row, number) -> {
                    var manager = new LinkedHashMap<String, @Nullable Object>();
                    manager.put("post", row.getString("post"));
                    manager.put("role", row.getString("role"));
                    manager.put("assignedTo", row.getString("assigned_to"));
                    manager.put("from", row.getString("valid_from"));
                    manager.put("lastDay", row.getString("last_day"));
                    manager.put("state", row.getString("state"));
                    return new Manager(
                            row.getObject("person_id", UUID.class), row.getObject("unit_id", UUID.class), manager);
                })
                .list();
    }
}

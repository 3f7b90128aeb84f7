package org.sevenfold.query.audit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Role;
import org.sevenfold.platform.log.EventCodec;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.Standpoint;
import org.springframework.stereotype.Component;

/**
 * Who held which role on a day and who had granted it. A role reaches over the whole programme; where a rule wants the
 * unit too, it is one in which the person has a post on the day or that the person manages. Which commands a role may
 * send or propose is said with each command, at {@code /api/v1/commands}.
 */
@Component
class Entitlements implements Reading {

    private static final List<String> COLUMNS = columns();

    private static final String HELD = """
        SELECT held.person_id, held.role, held.valid_from,
               CASE WHEN isfinite(held.valid_to) THEN held.valid_to - 1 END AS last_day,
               event.position, event.event_id, event.recorded_at, event.metadata,
               ARRAY(SELECT DISTINCT unit.reference
                     FROM query.appointments appointment
                     JOIN query.posts post ON post.post_id = appointment.post_id
                      AND post.valid_from <= :effectiveOn AND :effectiveOn < post.valid_to
                      AND post.known_from <= :knownAt AND :knownAt < post.known_to
                     JOIN query.units unit ON unit.unit_id = post.unit_id
                      AND unit.valid_from <= :effectiveOn AND :effectiveOn < unit.valid_to
                      AND unit.known_from <= :knownAt AND :knownAt < unit.known_to
                     WHERE appointment.person_id = held.person_id
                       AND appointment.valid_from <= :effectiveOn AND :effectiveOn < appointment.valid_to
                       AND appointment.known_from <= :knownAt AND :knownAt < appointment.known_to
                     ORDER BY unit.reference) AS units,
               ARRAY(SELECT DISTINCT unit.reference
                     FROM query.group_managers manager
                     JOIN query.units unit ON unit.unit_id = manager.unit_id
                      AND unit.valid_from <= :effectiveOn AND :effectiveOn < unit.valid_to
                      AND unit.known_from <= :knownAt AND :knownAt < unit.known_to
                     WHERE manager.person_id = held.person_id
                       AND manager.valid_from <= :effectiveOn AND :effectiveOn < manager.valid_to
                       AND manager.known_from <= :knownAt AND :knownAt < manager.known_to
                     ORDER BY unit.reference) AS manages
        FROM query.roles held
        JOIN log.domain_event event ON event.event_id = held.event_id
        WHERE held.valid_from <= :effectiveOn AND :effectiveOn < held.valid_to
          AND held.known_from <= :knownAt AND :knownAt < held.known_to
          AND %s
        ORDER BY held.role, event.position LIMIT :most
        """;

    private static List<String> columns() {
        var columns = new ArrayList<>(List.of("person", "personId", "role", "units", "manages", "from", "lastDay"));
        columns.addAll(Provenance.COLUMNS);
        columns.addAll(List.of("position", "leafIndex", "eventId"));
        return columns;
    }

    @Override
    public Described described() {
        return new Described(
                "entitlements",
                "/api/v1/audit/entitlements",
                "Who could do what, and who granted it",
                "One row for each role that a person held on the day: from when to when, who granted it (the actor),"
                    + " and with which event; with the units in which the person had a post and those that the person"
                    + " managed, because the unit is judged too. What each role may send or propose is said at"
                    + " /api/v1/commands. The roles of operators and integrations come with their token and are"
                    + " granted by nobody here.",
                List.of(
                        Parameter.optional("person", "Of this person: id, staff number or work e-mail.", "S-0007"),
                        Parameter.optional("role", "Of those who held this role.", "programme-manager")),
                Described.Readers.AUDITORS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        List<String> after = at.page().after().size() == 2 ? at.page().after() : List.of("", "0");
        List<Map<String, @Nullable Object>> rows = new Conditions(at)
                .where("person", "held.person_id = :person", text -> Provenance.personMeant(at, "person", text))
                .where("role", "held.role = :role", text -> role(text).name())
                .and("(held.role, event.position) > (:afterRole, :afterPosition)", "afterRole", after.get(0))
                .in(HELD)
                .param("afterPosition", AskedParameters.position("cursor", after.get(1)))
                .param("most", at.page().limit() + 1)
                .query((row, number) -> held(row))
                .list();
        Provenance.name(at, at.page().shown(rows));
        Provenance.name(at, at.page().shown(rows), "personId", "person");
        return Finding.page("entitlements", COLUMNS, rows, at.page(), Entitlements::key)
                .aboutPeople();
    }

    private static List<String> key(Map<String, ?> row) {
        String role = String.valueOf(row.get("role"));
        return List.of(role(role).name(), String.valueOf(row.get("position")));
    }

    private static Role role(String text) {
        return Role.named(text)
                .filter(Role::isGranted)
                .orElseThrow(() -> AskedParameters.malformed(
                        "role",
                        "These are granted: "
                                + Arrays.stream(Role.values())
                                        .filter(Role::isGranted)
                                        .map(Role::text)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static Map<String, @Nullable Object> held(ResultSet row) throws SQLException {
        var held = new LinkedHashMap<String, @Nullable Object>();
        held.put("person", null);
        held.put("personId", row.getObject("person_id", UUID.class).toString());
        held.put("role", Role.valueOf(row.getString("role")).text());
        held.put("units", texts(row.getArray("units")));
        held.put("manages", texts(row.getArray("manages")));
        held.put("from", row.getString("valid_from"));
        held.put("lastDay", row.getString("last_day"));
        Provenance.put(
                held,
                EventCodec.decodeMetadata(row.getBytes("metadata")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
        held.put("position", row.getLong("position"));
        held.put("leafIndex", row.getLong("position") - 1);
        held.put("eventId", row.getString("event_id"));
        return held;
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}

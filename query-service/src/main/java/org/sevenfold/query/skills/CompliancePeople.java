package org.sevenfold.query.skills;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.measure.Measures;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.skills.Compliance.Status;
import org.sevenfold.query.who.Directory;
import org.sevenfold.query.who.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How each person stands to each course, by name where the caller may read names, else in counts by unit. */
@Component
class CompliancePeople implements Reading {

    private static final List<String> COLUMNS = List.of(
            "unit",
            "unitName",
            "course",
            "courseTitle",
            "status",
            "people",
            "person",
            "post",
            "role",
            "dueOn",
            "completedOn",
            "validUntil",
            "personId",
            "unitId",
            "courseId");

    private static final String ROWS = """
        , visible AS (
            SELECT standing.*,
                   CASE WHEN :everybody OR person_id = :self OR unit_id = ANY (CAST(:units AS uuid[]))
                        THEN person_id END AS shown
            FROM standing
            WHERE true %s
        )
        SELECT unit, max(unit_name) AS unit_name, unit_id, course, max(course_title) AS course_title, course_id, status,
               shown, count(*) AS people,
               CASE WHEN shown IS NOT NULL THEN max(post) END AS post,
               CASE WHEN shown IS NOT NULL THEN max(role) END AS role,
               CASE WHEN shown IS NOT NULL THEN max(due_on) END AS due_on,
               CASE WHEN shown IS NOT NULL THEN max(completed_on) END AS completed_on,
               CASE WHEN shown IS NOT NULL THEN max(valid_until) END AS valid_until
        FROM visible
        WHERE (unit, course, status, coalesce(CAST(shown AS text), ''))
            > (:afterUnit, :afterCourse, :afterStatus, :afterPerson)
        GROUP BY unit, unit_id, course, course_id, status, shown
        ORDER BY unit, course, status, coalesce(CAST(shown AS text), '')
        LIMIT :most
        """;

    private final Measures measures;

    CompliancePeople(Measures measures) {
        this.measures = measures;
    }

    @Override
    public Described described() {
        return new Described(
                "compliance-people",
                "/api/v1/programmes/{programme}/compliance/people",
                "Required training, person by person",
                "One row for each person in post and each course, with how the person stands to it on the day: "
                        + Arrays.stream(Status.values()).map(Status::name).collect(Collectors.joining(", "))
                        + ". Where you may not read names, one row for each unit, course and status says how many they"
                        + " are.",
                List.of(
                        Programme.PARAMETER,
                        Parameter.optional("unit", "One unit, by its reference or id.", "CIN-04"),
                        Parameter.optional("course", "One course, by its code or id.", "RSK-01"),
                        Parameter.optional("status", "One status.", Status.OVERDUE.name())),
                Described.Readers.ALL_BUT_READERS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        List<Map<String, @Nullable Object>> rows = rows(at, programme);
        boolean personal = name(at, at.page().shown(rows));
        Finding page = Finding.page("rows", COLUMNS, rows, at.page(), CompliancePeople::key)
                .with("programme", programme.reference())
                .with("measure", Compliance.REQUIRED);
        return personal ? page.aboutPeople() : page;
    }

    private static List<String> key(Map<String, ?> row) {
        Object person = row.get("personId");
        return List.of(
                String.valueOf(row.get("unit")),
                String.valueOf(row.get("course")),
                String.valueOf(row.get("status")),
                person == null ? "" : person.toString());
    }

    private List<Map<String, @Nullable Object>> rows(Standpoint at, Programme programme) {
        var conditions = new ArrayList<String>();
        var values = new LinkedHashMap<String, Object>();
        at.parameter("unit").ifPresent(text -> {
            conditions.add("AND unit_id = :unit");
            values.put("unit", References.require(at, Kind.UNIT, "unit", text));
        });
        at.parameter("course").ifPresent(text -> {
            conditions.add("AND course_id = :course");
            values.put("course", References.require(at, Kind.COURSE, "course", text));
        });
        at.parameter("status").ifPresent(text -> {
            conditions.add("AND status = :status");
            values.put("status", status(text).name());
        });
        Scope scope = Scope.of(at);
        List<String> after = at.page().after().size() == 4 ? at.page().after() : List.of("", "", "", "");
        JdbcClient.StatementSpec sql = Compliance.ofAll(
                        at, programme, measures, ROWS.formatted(String.join(" ", conditions)))
                .param("everybody", scope.everybody())
                .param("self", scope.self())
                .param("units", array(scope.units()))
                .param("afterUnit", after.get(0))
                .param("afterCourse", after.get(1))
                .param("afterStatus", after.get(2))
                .param("afterPerson", after.get(3))
                .param("most", at.page().limit() + 1);
        for (var value : values.entrySet()) {
            sql = sql.param(value.getKey(), value.getValue());
        }
        return sql.query((row, number) -> row(row)).list();
    }

    private static Status status(String text) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> AskedParameters.malformed(
                        "status",
                        "These are the statuses: "
                                + Arrays.stream(Status.values())
                                        .map(Status::name)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static String array(Set<UUID> units) {
        return units.stream().map(UUID::toString).sorted().collect(Collectors.joining(",", "{", "}"));
    }

    private static Map<String, @Nullable Object> row(ResultSet row) throws SQLException {
        var standing = new LinkedHashMap<String, @Nullable Object>();
        standing.put("unit", row.getString("unit"));
        standing.put("unitName", row.getString("unit_name"));
        standing.put("course", row.getString("course"));
        standing.put("courseTitle", row.getString("course_title"));
        standing.put("status", row.getString("status"));
        standing.put("people", row.getLong("people"));
        standing.put("person", null);
        standing.put("post", row.getString("post"));
        standing.put("role", row.getString("role"));
        standing.put("dueOn", row.getString("due_on"));
        standing.put("completedOn", row.getString("completed_on"));
        standing.put("validUntil", row.getString("valid_until"));
        standing.put("personId", row.getString("shown"));
        standing.put("unitId", row.getString("unit_id"));
        standing.put("courseId", row.getString("course_id"));
        return standing;
    }

    /** Puts names to those who may be named; answers whether there are any. */
    private static boolean name(Standpoint at, List<Map<String, @Nullable Object>> rows) {
        List<UUID> people = rows.stream()
                .map(row -> row.get("personId"))
                .filter(Objects::nonNull)
                .map(id -> UUID.fromString(id.toString()))
                .distinct()
                .toList();
        Map<UUID, Object> names = Directory.names(at, people);
        rows.stream()
                .filter(row -> row.get("personId") != null)
                .forEach(row -> row.put("person", names.get(UUID.fromString(String.valueOf(row.get("personId"))))));
        return !people.isEmpty();
    }
}

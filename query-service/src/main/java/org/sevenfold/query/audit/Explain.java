package org.sevenfold.query.audit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.measure.Contributions;
import org.sevenfold.query.measure.Figure;
import org.sevenfold.query.measure.Measure;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.who.Directory;
import org.sevenfold.query.who.Scope;
import org.springframework.stereotype.Component;

/** Why a figure is what it is: every event behind it in the order of the log, its part, and why it has none where it has none. */
@Component
class Explain implements Reading {

    private static final List<String> COLUMNS = List.of(
            "position",
            "fact",
            "event",
            "effectiveOn",
            "unit",
            "course",
            "post",
            "role",
            "person",
            "personId",
            "numerator",
            "denominator",
            "counted",
            "excludedBecause",
            "why",
            "eventId",
            "unitId",
            "courseId",
            "postId");

    private static final Map<String, String> WHY = Map.of(
            "earlier-completion", "A later completion of the same course counts instead.",
            "expired", "It was no longer in date on the day.",
            "not-passed", "The course was taken but not passed.",
            "after-the-day", "It happened after the day that is asked for.",
            "superseded", "It was corrected; the correction stands in its place.",
            "voided", "It was voided: it never happened.",
            "counted-already", "The person counts once in the unit, by the appointment recorded first.");

    private static final String NAMED = """
        JOIN log.domain_event event ON event.position = contribution.position
        LEFT JOIN LATERAL (SELECT reference FROM query.units WHERE unit_id = contribution.unit_id
            AND known_from <= :knownAt AND :knownAt < known_to
            ORDER BY valid_from <= :effectiveOn DESC, valid_from DESC LIMIT 1) unit ON true
        LEFT JOIN LATERAL (SELECT code FROM query.courses WHERE course_id = contribution.course_id
            AND known_from <= :knownAt AND :knownAt < known_to
            ORDER BY valid_from <= :effectiveOn DESC, valid_from DESC LIMIT 1) course ON true
        LEFT JOIN LATERAL (SELECT reference, role FROM query.posts WHERE post_id = contribution.post_id
            AND known_from <= :knownAt AND :knownAt < known_to
            ORDER BY valid_from <= :effectiveOn DESC, valid_from DESC LIMIT 1) post ON true
        """;

    private static final String ORDER = """
         AND (contribution.position, contribution.unit_id, contribution.course_id)
           > (CAST(:afterPosition AS bigint), CAST(:afterUnit AS uuid), CAST(:afterCourse AS uuid))
        ORDER BY contribution.position, contribution.unit_id, contribution.course_id
        LIMIT :most
        """;

    private static final List<String> START = List.of("0", new UUID(0, 0).toString(), new UUID(0, 0).toString());

    private final List<Contributions> all;

    /** The figure that is asked about. */
    private record Cell(
            Contributions contributions,
            Measure measure,
            @Nullable UUID unit,
            @Nullable UUID course) {}

    Explain(List<Contributions> all) {
        this.all = all;
    }

    @Override
    public Described described() {
        return new Described(
                "explain",
                "/api/v1/audit/explain",
                "Why a figure is what it is",
                "Every event behind a figure in the order of the log, with its part in both halves of the fraction. The"
                        + " parts add up to the numerator and the denominator.",
                List.of(
                        Parameter.required("measure", "Which measure.", "training-in-date"),
                        Parameter.optional("unit", "One unit, by its reference or id; without it, all.", "CIN-04"),
                        Parameter.optional("course", "One course, by its code or id; without it, all.", "RSK-01"),
                        Programme.CHOICE),
                all.stream()
                        .flatMap(contributions -> contributions.boards().stream())
                        .collect(Collectors.toUnmodifiableSet()),
                Described.Readers.ALL_BUT_READERS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        Cell cell = cell(at);
        Figure figure = figure(at, cell);
        List<Map<String, @Nullable Object>> parts = parts(at, cell);
        boolean personal = name(at, parts);
        Finding page = Finding.page(
                        "parts",
                        COLUMNS,
                        parts,
                        at.page(),
                        row -> List.of(text(row, "position"), text(row, "unitId"), text(row, "courseId")))
                .with("programme", programme.reference())
                .with("measure", cell.measure.name())
                .with("title", cell.measure.title())
                .with("description", cell.measure.description())
                .with("unit", at.parameter("unit").orElse(null))
                .with("course", at.parameter("course").orElse(null))
                .with("value", figure.value())
                .with("state", figure.state())
                .with("numerator", figure.numerator())
                .with("denominator", figure.denominator());
        return personal ? page.aboutPeople() : page;
    }

    private Cell cell(Standpoint at) {
        String measure = at.required("measure");
        UUID unit = at.parameter("unit")
                .map(text -> References.require(at, Kind.UNIT, "unit", text))
                .orElse(null);
        UUID course = at.parameter("course")
                .map(text -> References.require(at, Kind.COURSE, "course", text))
                .orElse(null);
        for (Contributions contributions : all) {
            for (Measure known : contributions.measures()) {
                if (known.name().equals(measure)) {
                    return new Cell(contributions, known, unit, course);
                }
            }
        }
        Set<String> names = all.stream()
                .flatMap(contributions -> contributions.measures().stream().map(Measure::name))
                .collect(Collectors.toSet());
        throw AskedParameters.malformed("measure", "These are measured: " + String.join(", ", names) + ".");
    }

    private static Figure figure(Standpoint at, Cell cell) {
        return cell.contributions
                .over(
                        at,
                        List.of(at.day()),
                        "SELECT coalesce(sum(contribution.numerator), 0), coalesce(sum(contribution.denominator), 0)",
                        Contributions.counted(cell.unit, cell.course))
                .param("measure", cell.measure.name())
                .param("unit", cell.unit)
                .param("course", cell.course)
                .query((row, number) -> new Figure(row.getLong(1), row.getLong(2)))
                .single();
    }

    private static List<Map<String, @Nullable Object>> parts(Standpoint at, Cell cell) {
        List<String> after =
                at.page().after().size() == START.size() ? at.page().after() : START;
        return cell.contributions
                .over(
                        at,
                        List.of(at.day()),
                        "SELECT contribution.*, event.name AS event_name, unit.reference AS unit_reference,"
                                + " course.code, post.reference AS post_reference, post.role",
                        NAMED + Contributions.cell(cell.unit, cell.course) + ORDER)
                .param("measure", cell.measure.name())
                .param("unit", cell.unit)
                .param("course", cell.course)
                .param("afterPosition", AskedParameters.position("cursor", after.get(0)))
                .param("afterUnit", after.get(1))
                .param("afterCourse", after.get(2))
                .param("most", at.page().limit() + 1)
                .query((row, number) -> part(row))
                .list();
    }

    private static Map<String, @Nullable Object> part(java.sql.ResultSet row) throws java.sql.SQLException {
        String excluded = row.getString("excluded_because");
        var part = new LinkedHashMap<String, @Nullable Object>();
        part.put("position", row.getLong("position"));
        part.put("fact", row.getString("fact"));
        part.put("event", row.getString("event_name"));
        part.put("effectiveOn", row.getObject("effective_on", LocalDate.class).toString());
        part.put("unit", row.getString("unit_reference"));
        part.put("course", row.getString("code"));
        part.put("post", row.getString("post_reference"));
        part.put("role", row.getString("role"));
        part.put("person", null);
        part.put("personId", row.getString("person_id"));
        part.put("numerator", row.getLong("numerator"));
        part.put("denominator", row.getLong("denominator"));
        part.put("counted", excluded == null);
        part.put("excludedBecause", excluded);
        part.put("why", excluded == null ? null : WHY.get(excluded));
        part.put("eventId", row.getString("event_id"));
        part.put("unitId", row.getString("unit_id"));
        part.put("courseId", row.getString("course_id"));
        part.put("postId", row.getString("post_id"));
        return part;
    }

    /** Puts names where the caller may read them, and takes the ids of everybody else away. */
    private static boolean name(Standpoint at, List<Map<String, @Nullable Object>> parts) {
        Scope scope = Scope.of(at);
        for (Map<String, @Nullable Object> part : parts) {
            if (!scope.names(UUID.fromString(text(part, "personId")), UUID.fromString(text(part, "unitId")))) {
                part.put("personId", null);
            }
        }
        List<UUID> people = parts.stream()
                .filter(part -> part.get("personId") != null)
                .map(part -> UUID.fromString(text(part, "personId")))
                .distinct()
                .toList();
        Map<UUID, String> names = Directory.names(at, people);
        parts.stream()
                .filter(part -> part.get("personId") != null)
                .forEach(part -> part.put("person", names.get(UUID.fromString(text(part, "personId")))));
        return !people.isEmpty();
    }

    private static String text(Map<String, ?> row, String column) {
        return String.valueOf(row.get(column));
    }
}

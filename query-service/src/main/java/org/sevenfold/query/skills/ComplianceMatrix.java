package org.sevenfold.query.skills;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.measure.Figure;
import org.sevenfold.query.measure.Measures;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Page;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Standpoint;
import org.springframework.stereotype.Component;

/** How far what is required is held, by role and course or by unit and course. */
@Component
public class ComplianceMatrix implements Reading {

    private static final String ROLE = "role";
    private static final String UNIT = "unit";

    private static final List<String> COLUMNS = List.of(
            ROLE,
            UNIT,
            "unitName",
            "course",
            "courseTitle",
            "courseId",
            "required",
            "compliant",
            "expiring",
            "due",
            "overdue",
            "expired",
            "exempt",
            "numerator",
            "denominator",
            "value",
            "state",
            "explain");

    private static final String COUNTS = """
        , counted AS (
            SELECT standing.*, %1$s AS line FROM standing %2$s
        )
        SELECT line, course, max(unit_name) AS unit_name, max(course_title) AS course_title, course_id,
               count(*) AS required,
               count(*) FILTER (WHERE status = 'COMPLIANT') AS compliant,
               count(*) FILTER (WHERE status = 'EXPIRING') AS expiring,
               count(*) FILTER (WHERE status = 'DUE') AS due,
               count(*) FILTER (WHERE status = 'OVERDUE') AS overdue,
               count(*) FILTER (WHERE status = 'EXPIRED') AS expired,
               count(*) FILTER (WHERE status = 'EXEMPT') AS exempt
        FROM counted
        """;

    private static final String BY_COURSE = """
        WHERE (line, course) > (:afterLine, :afterCourse)
        GROUP BY line, course, course_id
        ORDER BY line, course
        LIMIT :most
        """;

    private static final String ALL =
            " GROUP BY GROUPING SETS ((line, course, course_id), ())" + " HAVING grouping(line) = 1";

    private final Measures measures;

    ComplianceMatrix(Measures measures) {
        this.measures = measures;
    }

    @Override
    public Described described() {
        return new Described(
                "compliance",
                "/api/v1/programmes/{programme}/compliance",
                "Required training",
                "One row for each role, or each unit, and each course that is required of somebody in it: of how many"
                    + " it is required, and how they stand. Compliant and expiring hold it in date; due need not hold"
                    + " it yet; overdue never held it, expired did. Nobody is counted twice. A person counts once in"
                    + " each unit for each course. Exemptions are not granted yet.",
                List.of(
                        Programme.PARAMETER,
                        Parameter.optional("by", "By role or by unit; by role if left out.", UNIT),
                        Parameter.optional(UNIT, "One unit alone, by its reference or id.", "CIN-04")),
                Described.Readers.ALL_BUT_READERS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        String by = at.parameter("by").orElse(ROLE);
        if (!Set.of(ROLE, UNIT).contains(by)) {
            throw AskedParameters.malformed("by", "The rows are by role or by unit.");
        }
        UUID unit = at.parameter(UNIT)
                .map(text -> References.require(at, Kind.UNIT, UNIT, text))
                .orElse(null);
        return Finding.page(
                        "rows",
                        COLUMNS,
                        rows(at, programme, by, unit, at.page()),
                        at.page(),
                        row -> List.of(String.valueOf(row.get(by)), String.valueOf(row.get("course"))))
                .with("programme", programme.reference())
                .with("measure", Compliance.REQUIRED)
                .with("by", by)
                .with("total", total(at, programme, unit));
    }

    /** The rows of one unit, at most 500, for a page about it. */
    public List<Map<String, @Nullable Object>> ofUnit(Standpoint at, Programme programme, UUID unit) {
        return rows(at, programme, UNIT, unit, Page.first(Page.MOST));
    }

    private List<Map<String, @Nullable Object>> rows(
            Standpoint at, Programme programme, String by, @Nullable UUID unit, Page page) {
        List<String> after = page.after().size() == 2 ? page.after() : List.of("", "");
        return Compliance.ofRequired(at, programme, measures, COUNTS.formatted(by, only(unit)) + BY_COURSE)
                .param("unit", unit)
                .param("afterLine", after.get(0))
                .param("afterCourse", after.get(1))
                .param("most", page.limit() + 1)
                .query((row, number) -> row(at, by, row))
                .list();
    }

    private Map<String, @Nullable Object> total(Standpoint at, Programme programme, @Nullable UUID unit) {
        return Compliance.ofRequired(at, programme, measures, COUNTS.formatted(UNIT, only(unit)) + ALL)
                .param("unit", unit)
                .query((row, number) -> counts(row))
                .single();
    }

    private static String only(@Nullable UUID unit) {
        return unit == null ? "" : "WHERE unit_id = :unit";
    }

    private Map<String, @Nullable Object> row(Standpoint at, String by, ResultSet row) throws SQLException {
        String line = row.getString("line");
        String course = row.getString("course");
        var cell = new LinkedHashMap<String, @Nullable Object>();
        cell.put(ROLE, by.equals(ROLE) ? line : null);
        cell.put(UNIT, by.equals(UNIT) ? line : null);
        cell.put("unitName", by.equals(UNIT) ? row.getString("unit_name") : null);
        cell.put("course", course);
        cell.put("courseTitle", row.getString("course_title"));
        cell.put("courseId", row.getString("course_id"));
        cell.putAll(counts(row));
        cell.put(
                "explain",
                "/api/v1/audit/explain?measure=" + Compliance.REQUIRED
                        + (by.equals(UNIT) ? "&unit=" + Links.encode(line) : "") + "&course=" + Links.encode(course)
                        + "&" + at.coordinates());
        return cell;
    }

    private Map<String, @Nullable Object> counts(ResultSet row) throws SQLException {
        var counts = new LinkedHashMap<String, @Nullable Object>();
        for (String count : COLUMNS.subList(COLUMNS.indexOf("required"), COLUMNS.indexOf("numerator"))) {
            counts.put(count, row.getLong(count));
        }
        Figure figure = Figure.share(
                measures.require(Compliance.REQUIRED),
                row.getLong("compliant") + row.getLong("expiring"),
                row.getLong("required"));
        counts.put("numerator", figure.numerator());
        counts.put("denominator", figure.denominator());
        counts.put("value", figure.value());
        counts.put("state", figure.state());
        return counts;
    }
}

package org.sevenfold.query.skills;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.measure.Figure;
import org.sevenfold.query.measure.Measure;
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

/** Training in date by unit and course. */
@Component
public class TrainingCompliance implements Reading {

    public static final String NAME = "training-compliance";

    private static final List<String> COLUMNS = List.of(
            "unit",
            "unitName",
            "unitId",
            "course",
            "courseTitle",
            "courseId",
            "value",
            "state",
            "numerator",
            "denominator",
            "explain");

    private static final String CELLS = """
        SELECT unit.reference, unit.name, unit.unit_id, course.code, course.title, course.course_id,
               coalesce(figure.numerator, 0) AS numerator, coalesce(figure.denominator, 0) AS denominator
        FROM on(day).units unit
        CROSS JOIN on(day).courses course
        LEFT JOIN (
            SELECT contribution.unit_id, contribution.course_id, sum(contribution.numerator) AS numerator,
                   sum(contribution.denominator) AS denominator
            FROM (%1$s) AS contribution
            WHERE contribution.counted
            GROUP BY contribution.unit_id, contribution.course_id
        ) AS figure ON figure.unit_id = unit.unit_id AND figure.course_id = course.course_id
        WHERE (unit.reference, course.code) > (:afterUnit, :afterCourse) %2$s
        ORDER BY unit.reference, course.code
        LIMIT :most
        """;

    private final Measure measure;

    TrainingCompliance(Measures measures) {
        this.measure = measures.require(Compliance.IN_DATE);
    }

    @Override
    public Described described() {
        return new Described(
                NAME,
                "/api/v1/programmes/{programme}/training-compliance",
                "Training in date by unit and course",
                "One row for each unit and course. " + measure.counted()
                        + " Where nobody is in post the figure does not apply.",
                List.of(
                        Programme.PARAMETER,
                        Parameter.optional("unit", "One unit, by its reference or id.", "CIN-04"),
                        Parameter.optional("course", "One course, by its code or id.", "RSK-01")),
                Described.Readers.ALL_BUT_READERS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        UUID unit = meant(at, Kind.UNIT, "unit");
        UUID course = meant(at, Kind.COURSE, "course");
        return Finding.page(
                        "rows",
                        COLUMNS,
                        cells(at, unit, course, at.page()),
                        at.page(),
                        row -> List.of(String.valueOf(row.get("unit")), String.valueOf(row.get("course"))))
                .with("programme", programme.reference())
                .with("measure", measure.name());
    }

    /** The rows of one unit, at most 500, for a page about it. */
    public List<Map<String, @Nullable Object>> ofUnit(Standpoint at, UUID unit) {
        return cells(at, unit, null, Page.first(Page.MOST));
    }

    private static @Nullable UUID meant(Standpoint at, Kind kind, String parameter) {
        Optional<String> text = at.parameter(parameter);
        return text.isEmpty() ? null : References.require(at, kind, parameter, text.get());
    }

    private List<Map<String, @Nullable Object>> cells(
            Standpoint at, @Nullable UUID unit, @Nullable UUID course, Page page) {
        List<String> after = page.after().size() == 2 ? page.after() : List.of("", "");
        String wanted = (unit == null ? "" : " AND unit.unit_id = :unit")
                + (course == null ? "" : " AND course.course_id = :key");
        return at.sql(CELLS.formatted(measure.facts(), wanted))
                .param("unit", unit)
                .param("key", course)
                .param("afterUnit", after.get(0))
                .param("afterCourse", after.get(1))
                .param("most", page.limit() + 1)
                .query((row, number) -> cell(
                        at,
                        Map.of(
                                "unit", row.getString("reference"),
                                "unitName", row.getString("name"),
                                "unitId", row.getString("unit_id"),
                                "course", row.getString("code"),
                                "courseTitle", row.getString("title"),
                                "courseId", row.getString("course_id")),
                        Figure.share(measure, row.getLong("numerator"), row.getLong("denominator"))))
                .list();
    }

    private Map<String, @Nullable Object> cell(Standpoint at, Map<String, String> names, Figure figure) {
        var cell = new LinkedHashMap<String, @Nullable Object>();
        COLUMNS.subList(0, 6).forEach(column -> cell.put(column, names.get(column)));
        cell.put("value", figure.value());
        cell.put("state", figure.state());
        cell.put("numerator", figure.numerator());
        cell.put("denominator", figure.denominator());
        cell.put(
                "explain",
                "/api/v1/audit/explain?measure=" + measure.name() + "&unit="
                        + Links.encode(String.valueOf(names.get("unit"))) + "&course="
                        + Links.encode(String.valueOf(names.get("course"))) + "&" + at.coordinates());
        return cell;
    }
}

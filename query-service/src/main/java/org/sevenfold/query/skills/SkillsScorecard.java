package org.sevenfold.query.skills;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.measure.Contributions;
import org.sevenfold.query.measure.Figure;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.question.Table;
import org.springframework.stereotype.Component;

/** The scorecard of skills: the measure over all courses, and for each. */
@Component
class SkillsScorecard implements Reading {

    private static final int TREND_MONTHS = 13;
    private static final List<String> COLUMNS = List.of(
            "measure",
            "title",
            "course",
            "courseTitle",
            "courseId",
            "value",
            "state",
            "numerator",
            "denominator",
            "unitOfMeasure",
            "lastPosition",
            "trend",
            "explain",
            "description");

    private static final String LAST_POSITIONS = """
        WITH touched AS (
            SELECT NULL::uuid AS course_id, known_from, known_to FROM query.appointments
            UNION ALL SELECT NULL, known_from, known_to FROM query.posts
            UNION ALL SELECT course_id, known_from, known_to FROM query.courses
            UNION ALL SELECT course_id, known_from, known_to FROM query.completions
        ), last AS (
            SELECT course_id,
                   max(CASE WHEN known_to <= :knownAt THEN known_to ELSE known_from END) AS position
            FROM touched WHERE known_from <= :knownAt GROUP BY course_id
        )
        SELECT course_id, greatest(position, (SELECT position FROM last WHERE course_id IS NULL))
        FROM last WHERE course_id IS NOT NULL
        """;

    private final Contributions skills;

    /** A sum over one course, or over all where the course is null, on one day. */
    private record Sum(LocalDate day, @Nullable UUID course, Figure figure) {}

    private record Course(UUID id, String code, String title) {}

    SkillsScorecard(Contributions skills) {
        this.skills = skills;
    }

    @Override
    public Described described() {
        return new Described(
                "skills-scorecard",
                "/api/v1/programmes/{programme}/dimensions/skills",
                "The scorecard of skills",
                "One row for the measure over all courses and one for each course, with the figures at thirteen month"
                        + " ends.",
                List.of(Programme.PARAMETER),
                TrainingInDate.BOARDS,
                Described.Readers.EVERYONE,
                false);
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        List<Sum> sums = sums(at);
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        Map<UUID, Long> last = lastPositions(at);
        rows.add(row(at, null, sums, last.values().stream().max(Long::compare).orElse(null)));
        courses(at).forEach(course -> rows.add(row(at, course, sums, last.get(course.id))));
        return Finding.of(Table.of("measures", COLUMNS, rows))
                .with("programme", programme.reference())
                .with("dimension", skills.dimension());
    }

    private List<Sum> sums(Standpoint at) {
        var days = new ArrayList<>(monthEnds(at.day()));
        if (!days.contains(at.day())) {
            days.add(at.day());
        }
        return skills.over(
                        at,
                        days,
                        "SELECT day, course_id, sum(numerator) AS numerator, sum(denominator) AS denominator",
                        Contributions.counted(null, null) + " GROUP BY GROUPING SETS ((day), (day, course_id))")
                .param("measure", TrainingInDate.MEASURE.name())
                .query((row, number) -> new Sum(
                        row.getObject("day", LocalDate.class),
                        row.getObject("course_id", UUID.class),
                        new Figure(row.getLong("numerator"), row.getLong("denominator"))))
                .list();
    }

    /** The last thirteen month ends up to a day, the earliest first. */
    static List<LocalDate> monthEnds(LocalDate day) {
        LocalDate last = YearMonth.from(day.plusDays(1)).atDay(1).minusDays(1);
        var ends = new ArrayList<LocalDate>();
        for (int back = TREND_MONTHS - 1; back >= 0; back--) {
            ends.add(YearMonth.from(last).minusMonths(back).atEndOfMonth());
        }
        return ends;
    }

    private Map<String, @Nullable Object> row(
            Standpoint at, @Nullable Course course, List<Sum> sums, @Nullable Long last) {
        var byDay = new HashMap<LocalDate, Sum>();
        UUID id = course == null ? null : course.id;
        sums.stream().filter(sum -> Objects.equals(sum.course, id)).forEach(sum -> byDay.put(sum.day, sum));
        Sum none = new Sum(at.day(), id, new Figure(0, 0));
        Sum today = byDay.getOrDefault(at.day(), none);
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("measure", TrainingInDate.MEASURE.name());
        row.put("title", TrainingInDate.MEASURE.title());
        row.put("course", course == null ? null : course.code);
        row.put("courseTitle", course == null ? "all courses" : course.title);
        row.put("courseId", id == null ? null : id.toString());
        row.put("value", today.figure.value());
        row.put("state", today.figure.state());
        row.put("numerator", today.figure.numerator());
        row.put("denominator", today.figure.denominator());
        row.put("unitOfMeasure", TrainingInDate.MEASURE.unitOfMeasure());
        row.put("lastPosition", last);
        row.put("trend", trend(at, byDay, none));
        row.put(
                "explain",
                "/api/v1/audit/explain?measure=" + TrainingInDate.MEASURE.name()
                        + (course == null ? "" : "&course=" + Links.encode(course.code)) + "&" + at.coordinates());
        row.put("description", TrainingInDate.MEASURE.description());
        return row;
    }

    private static List<Map<String, @Nullable Object>> trend(Standpoint at, Map<LocalDate, Sum> byDay, Sum none) {
        var points = new ArrayList<Map<String, @Nullable Object>>();
        for (LocalDate day : monthEnds(at.day())) {
            Figure figure = byDay.getOrDefault(day, none).figure;
            var point = new LinkedHashMap<String, @Nullable Object>();
            point.put("effectiveOn", day.toString());
            point.put("value", figure.value());
            point.put("numerator", figure.numerator());
            point.put("denominator", figure.denominator());
            points.add(point);
        }
        return points;
    }

    /** For each course the last event that could have changed its figures: of people in posts, of it, or of taking it. */
    private static Map<UUID, Long> lastPositions(Standpoint at) {
        var last = new HashMap<UUID, Long>();
        at.sql(LAST_POSITIONS).query(row -> {
            last.put(row.getObject(1, UUID.class), row.getLong(2));
        });
        return last;
    }

    private static List<Course> courses(Standpoint at) {
        return at.sql("SELECT course_id, code, title FROM query.courses"
                        + " WHERE valid_from <= :effectiveOn AND :effectiveOn < valid_to"
                        + " AND known_from <= :knownAt AND :knownAt < known_to ORDER BY code, course_id")
                .query((row, number) -> new Course(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .list();
    }
}

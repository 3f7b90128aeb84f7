package org.sevenfold.query.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.measure.Contributions;
import org.sevenfold.query.measure.ExplainAddress;
import org.sevenfold.query.measure.Figure;
import org.sevenfold.query.measure.Measure;
import org.sevenfold.query.measure.MonthEnds;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Said;
import org.sevenfold.query.question.Standpoint;

/** The measures of a dimension as rows of its scorecard, summed from their contributions and from nothing else. */
final class MeasureRows {

    static final List<String> COLUMNS = List.of(
            "measure",
            "title",
            "course",
            "courseTitle",
            "courseId",
            "value",
            "state",
            "numerator",
            "denominator",
            "n",
            "unitOfMeasure",
            "lastPosition",
            "trend",
            "explain",
            "description");

    private static final Figure NONE = new Figure(0, 0);

    // What is about one course changes the figures of that course, all else those of each.
    private static final Set<String> OF_ONE_COURSE = Set.of("courses", "completions", "requirements");

    private static final String LAST_POSITIONS = """
        SELECT course_id, max(CASE WHEN known_to <= :knownAt THEN known_to ELSE known_from END)
        FROM (%s) touched WHERE known_from <= :knownAt GROUP BY course_id
        """;

    private static final String COURSES = """
        SELECT course_id, code, title FROM query.courses
        WHERE valid_from <= :effectiveOn AND :effectiveOn < valid_to
          AND known_from <= :knownAt AND :knownAt < known_to ORDER BY code, course_id
        """;

    /** Of what a figure is: a measure on a day, over one course, or over everything where that is null. */
    private record Cell(
            String measure, LocalDate day, @Nullable UUID course) {}

    private record Course(UUID id, String code, String title) {}

    private final Standpoint at;
    private final boolean byCourse;
    private final Map<Cell, Figure> figures;
    private final Map<UUID, Long> lastOfCourse = new HashMap<>();
    private long last;

    private MeasureRows(Standpoint at, Contributions contributions) {
        this.at = at;
        this.byCourse = contributions.key() == Kind.COURSE;
        this.figures = figures(contributions);
        readLastPositions(contributions);
    }

    static List<Map<String, @Nullable Object>> of(Standpoint at, Contributions contributions) {
        var read = new MeasureRows(at, contributions);
        List<Course> courses = read.byCourse ? read.courses() : List.of();
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (Measure measure : contributions.measures()) {
            rows.add(read.row(measure, null));
            courses.forEach(course -> rows.add(read.row(measure, course)));
        }
        return rows;
    }

    private Map<Cell, Figure> figures(Contributions contributions) {
        var days = new ArrayList<>(MonthEnds.upTo(at.day()));
        if (!days.contains(at.day())) {
            days.add(at.day());
        }
        String course = byCourse ? "contribution.course_id" : "NULL::uuid";
        var sums = new HashMap<Cell, Figure>();
        contributions
                .over(
                        at,
                        days,
                        "SELECT contribution.measure, contribution.day, " + course + " AS course_id,"
                                + " sum(contribution.numerator) AS numerator,"
                                + " sum(contribution.denominator) AS denominator",
                        "WHERE contribution.counted GROUP BY contribution.measure, contribution.day"
                                + (byCourse ? ", GROUPING SETS ((), (contribution.course_id))" : ""))
                .query(row -> {
                    sums.put(
                            new Cell(
                                    row.getString("measure"),
                                    row.getObject("day", LocalDate.class),
                                    row.getObject("course_id", UUID.class)),
                            new Figure(row.getLong("numerator"), row.getLong("denominator")));
                });
        return sums;
    }

    /** The last event that could have changed the figures: of everything, and of one course where it is about one. */
    private void readLastPositions(Contributions contributions) {
        String touched = contributions.boards().stream()
                .sorted()
                .map(board -> "SELECT "
                        + (byCourse && OF_ONE_COURSE.contains(board) ? "course_id" : "NULL::uuid AS course_id")
                        + ", known_from, known_to FROM query." + board)
                .collect(Collectors.joining(" UNION ALL "));
        at.sql(LAST_POSITIONS.formatted(touched)).query(row -> {
            UUID course = row.getObject(1, UUID.class);
            if (course == null) {
                last = row.getLong(2);
            } else {
                lastOfCourse.put(course, row.getLong(2));
            }
        });
    }

    private List<Course> courses() {
        return at.sql(COURSES)
                .query((row, number) -> new Course(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .list();
    }

    private Map<String, @Nullable Object> row(Measure measure, @Nullable Course course) {
        UUID id = course == null ? null : course.id;
        Figure figure = figure(measure, at.day(), id);
        boolean hidden = measure.suppresses(figure);
        return new Said()
                .and("measure", measure.name())
                .and("title", measure.title())
                .and("course", course == null ? null : course.code)
                .and("courseTitle", course == null ? (byCourse ? "all courses" : null) : course.title)
                .and("courseId", id)
                .and("value", hidden ? null : figure.value())
                .and("state", hidden ? "suppressed" : figure.state())
                .and("numerator", hidden ? null : figure.numerator())
                .and("denominator", hidden ? null : figure.denominator())
                .and("n", hidden ? null : figure.denominator())
                .and("unitOfMeasure", measure.unitOfMeasure())
                .and("lastPosition", lastPosition(id))
                .and("trend", trend(measure, id))
                .and(
                        "explain",
                        ExplainAddress.of(at, measure, course == null ? Map.of() : Map.of("course", course.code)))
                .and("description", measure.description())
                .row();
    }

    private Figure figure(Measure measure, LocalDate day, @Nullable UUID course) {
        return Objects.requireNonNullElse(figures.get(new Cell(measure.name(), day, course)), NONE);
    }

    private @Nullable Long lastPosition(@Nullable UUID course) {
        long touched = course == null
                ? lastOfCourse.values().stream().reduce(last, Math::max)
                : Math.max(last, lastOfCourse.getOrDefault(course, 0L));
        return touched == 0 ? null : touched;
    }

    private List<Map<String, @Nullable Object>> trend(Measure measure, @Nullable UUID course) {
        return MonthEnds.upTo(at.day()).stream()
                .map(day -> {
                    Figure figure = figure(measure, day, course);
                    boolean hidden = measure.suppresses(figure);
                    return new Said()
                            .and("effectiveOn", day)
                            .and("value", hidden ? null : figure.value())
                            .and("numerator", hidden ? null : figure.numerator())
                            .and("denominator", hidden ? null : figure.denominator())
                            .row();
                })
                .toList();
    }
}

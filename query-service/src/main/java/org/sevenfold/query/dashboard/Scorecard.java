package org.sevenfold.query.dashboard;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sevenfold.query.dashboard.Matrix.Column;

/** The totals of skills over all units, each with its thirteen month ends. */
final class Scorecard {

    private Scorecard() {}

    static List<Column> read(Inquiry inquiry) {
        return Row.of(inquiry.ask("dimension-scorecard", Map.of("dimension", "skills"))).stream()
                .filter(row -> row.text("measure").equals(Matrix.MEASURE))
                .map(row -> column(inquiry, row))
                .toList();
    }

    private static Column column(Inquiry inquiry, Row row) {
        String course = row.text("course");
        List<Trend.Point> points = row.list("trend").stream()
                .map(point -> point(inquiry, course, point))
                .toList();
        return new Column(
                course,
                row.text("courseTitle"),
                Share.of(row, Matrix.explained(inquiry, "", course)),
                Trend.of(course.isEmpty() ? "All courses together" : course, points));
    }

    private static Trend.Point point(Inquiry inquiry, String course, Row point) {
        LocalDate day = LocalDate.parse(point.text("effectiveOn"));
        var address = new LinkedHashMap<>(Matrix.cell("", course));
        address.putAll(inquiry.coordinates());
        address.put("effectiveOn", day.toString());
        return new Trend.Point(day, Share.of(point, Typed.address(Pages.EXPLAIN, address)));
    }
}

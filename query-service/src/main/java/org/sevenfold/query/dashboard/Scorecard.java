package org.sevenfold.query.dashboard;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sevenfold.query.dashboard.Matrix.Column;

/**
 * The totals of skills over all units, each with its thirteen month ends.
 *
 * @param headline of everything that is required of anybody, how much is held
 * @param courses of everybody in post, how many hold each course
 */
record Scorecard(Column headline, List<Column> courses) {

    static Scorecard read(Inquiry inquiry) {
        List<Row> rows = Row.of(inquiry.ask("dimension-scorecard", Map.of("dimension", "skills")));
        return new Scorecard(
                column(inquiry, rows.getFirst()),
                rows.stream()
                        .filter(row -> row.text("measure").equals(Matrix.MEASURE) && row.says("course"))
                        .map(row -> column(inquiry, row))
                        .toList());
    }

    private static Column column(Inquiry inquiry, Row row) {
        String course = row.text("course");
        Map<String, String> cell = Matrix.cell(row.text("measure"), "", course);
        return new Column(
                course,
                row.text("courseTitle"),
                Share.of(row, inquiry.link(Pages.EXPLAIN, cell)),
                Trend.of(
                        course.isEmpty() ? "What is required" : course,
                        row.list("trend").stream()
                                .map(point -> point(inquiry, cell, point))
                                .toList()));
    }

    private static Trend.Point point(Inquiry inquiry, Map<String, String> cell, Row point) {
        LocalDate day = LocalDate.parse(point.text("effectiveOn"));
        var address = new LinkedHashMap<>(cell);
        address.putAll(inquiry.coordinates());
        address.put("effectiveOn", day.toString());
        return new Trend.Point(day, Share.of(point, Typed.address(Pages.EXPLAIN, address)));
    }
}

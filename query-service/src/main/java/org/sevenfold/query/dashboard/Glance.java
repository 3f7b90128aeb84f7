package org.sevenfold.query.dashboard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.question.Answer;
import org.sevenfold.query.question.Page;

/** The programme at a glance: its dimensions, its units against them, what comes, what slipped, and its initiatives. */
record Glance(
        List<Dimension> dimensions,
        List<Line> lines,
        List<Coming> coming,
        List<Slip> slips,
        List<Initiative> initiatives,
        long comingDays,
        long neglectDays,
        String training) {

    private static final int SLIPS_SHOWN = 10;

    /** A dimension as a whole; {@code still} says for how long nothing moved in it. */
    record Dimension(
            String title, long initiatives, Count met, Count late, Count coming, String still, boolean neglected) {}

    /** How many milestones there are of some kind, and where they are listed. */
    record Count(String number, String link) {}

    /** A unit and how it stands in each dimension, in the order of the seven. */
    record Line(String reference, String name, String link, List<Cell> cells) {}

    /** A unit in a dimension; {@code band} is the shade of its milestones met, 0 where it has none. */
    record Cell(
            List<Ref> initiatives,
            @Nullable Count milestones,
            @Nullable Count late,
            int band,
            List<Share> figures) {}

    /** Something with a page of its own. */
    record Ref(String reference, String link) {}

    /** A milestone to be met soon. */
    record Coming(Ref initiative, String reference, String title, String expected, String state, String units) {}

    /** A milestone that slipped, and what that moved. */
    record Slip(Ref initiative, String reference, String title, String promised, String expected, String moved) {}

    /** An initiative in the list. */
    record Initiative(
            Ref ref,
            String title,
            String dimension,
            String status,
            String rag,
            String milestones,
            String next,
            String late) {}

    static Glance read(Inquiry inquiry) {
        Answer first = inquiry.ask("overview", Map.of(), Page.first(Page.MOST));
        Row overview = new Row(first.members());
        var cells = new ArrayList<>(Row.of(first));
        for (Answer page = first; !page.next().isEmpty(); ) {
            page = inquiry.ask("overview", Map.of(), new Page(Page.MOST, page.next()));
            cells.addAll(Row.of(page));
        }
        return new Glance(
                overview.list("dimensions").stream()
                        .map(row -> dimension(inquiry, row))
                        .toList(),
                lines(inquiry, cells),
                overview.list("coming").stream()
                        .map(row -> coming(inquiry, row))
                        .toList(),
                overview.list("slips").stream()
                        .limit(SLIPS_SHOWN)
                        .map(row -> slip(inquiry, row))
                        .toList(),
                inquiry.rows("initiatives", Map.of()).stream()
                        .map(row -> initiative(inquiry, row))
                        .toList(),
                overview.number("comingDays"),
                overview.number("neglectDays"),
                inquiry.link(Pages.TRAINING, Map.of()));
    }

    public boolean isEmpty() {
        return lines.isEmpty() && initiatives.isEmpty();
    }

    private static Dimension dimension(Inquiry inquiry, Row row) {
        long days = row.number("daysWithoutMovement");
        return new Dimension(
                Words.sentence(row.text("title")),
                row.number("initiatives"),
                count(inquiry, row, "wanted", row.number("met") + " of " + row.number("milestones")),
                count(inquiry, row, "late", row.text("late")),
                count(inquiry, row, "coming", row.text("coming")),
                days == 1 ? "1 day" : days + " days",
                row.truth("neglected"));
    }

    private static List<Line> lines(Inquiry inquiry, List<Row> cells) {
        var byUnit = new LinkedHashMap<String, List<Row>>();
        cells.forEach(cell -> byUnit.computeIfAbsent(cell.text("unit"), unit -> new ArrayList<>())
                .add(cell));
        return byUnit.values().stream()
                .map(row -> new Line(
                        row.getFirst().text("unit"),
                        row.getFirst().text("unitName"),
                        inquiry.link(
                                Pages.UNITS + "/" + Typed.part(row.getFirst().text("unit")), Map.of()),
                        row.stream().map(cell -> cell(inquiry, cell)).toList()))
                .toList();
    }

    private static Cell cell(Inquiry inquiry, Row cell) {
        long all = cell.number("milestones");
        long met = cell.number("met");
        return new Cell(
                cell.texts("initiatives").stream()
                        .map(text -> ref(inquiry, text))
                        .toList(),
                all == 0 ? null : count(inquiry, cell, "wanted", met + " of " + all + " met"),
                cell.number("late") == 0 ? null : count(inquiry, cell, "late", cell.number("late") + " late"),
                all == 0 ? 0 : (int) Math.min(5, met * 5 / all + 1),
                cell.list("figures").stream()
                        .filter(figure -> figure.text("measure").equals(Matrix.HEADLINE))
                        .map(figure -> Share.of(
                                figure,
                                inquiry.link(Pages.EXPLAIN, Matrix.cell(Matrix.HEADLINE, cell.text("unit"), ""))))
                        .toList());
    }

    /** A count of a dimension, and where it is one of a unit's, of the unit. */
    private static Count count(Inquiry inquiry, Row row, String status, String number) {
        var subject = new LinkedHashMap<String, String>();
        if (row.says("unit")) {
            subject.put("unit", row.text("unit"));
        }
        subject.put("dimension", row.text("dimension"));
        subject.put("status", status);
        return new Count(number, inquiry.link(Pages.PLAN, subject));
    }

    static Ref ref(Inquiry inquiry, String reference) {
        return new Ref(reference, inquiry.link(Pages.INITIATIVES + "/" + Typed.part(reference), Map.of()));
    }

    private static Coming coming(Inquiry inquiry, Row row) {
        return new Coming(
                ref(inquiry, row.text("initiative")),
                row.text("reference"),
                row.text("title"),
                Words.day(row.text("expectedOn")),
                Words.constant(row.text("status")),
                String.join(", ", row.texts("units")));
    }

    private static Slip slip(Inquiry inquiry, Row row) {
        List<String> moved = row.list("moved").stream()
                .map(one -> one.text("path") + ": " + days(one.number("days")))
                .toList();
        return new Slip(
                ref(inquiry, row.text("initiative")),
                row.text("reference"),
                row.text("title"),
                Words.day(row.text("agreedOn")),
                Words.day(row.text("expectedOn")) + ", " + days(row.number("slipDays")) + " later",
                moved.isEmpty() ? "nothing else" : String.join("; ", moved));
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static Initiative initiative(Inquiry inquiry, Row row) {
        @Nullable BigDecimal late = row.decimal("lateDays");
        return new Initiative(
                ref(inquiry, row.text("reference")),
                row.text("title"),
                Words.sentence(row.text("dimension").replace('-', ' ')),
                Words.constant(row.text("status")),
                row.says("rag") ? Words.constant(row.text("rag")) : "Not rated",
                row.number("milestonesMet") + " of " + row.number("milestones"),
                row.says("nextMilestone")
                        ? row.text("nextMilestoneTitle") + ", " + Words.day(row.text("nextMilestoneOn"))
                        : "None",
                late == null || late.signum() <= 0 ? "" : days(late.longValue()));
    }
}

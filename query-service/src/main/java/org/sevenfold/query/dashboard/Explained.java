package org.sevenfold.query.dashboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.question.Answer;
import org.sevenfold.query.question.Page;

/**
 * Why a figure is what it is: what it says in one sentence, and its parts in the order in which they were recorded.
 *
 * @param whole whether all parts are on this page, so that their sums are the figure's
 * @param next where the parts go on; null where they do not
 */
record Explained(
        String title,
        String sentence,
        String description,
        Share share,
        List<Part> parts,
        long numerator,
        long denominator,
        boolean first,
        boolean whole,
        @Nullable String next) {

    static final String AFTER = "after";

    private static final int PARTS = 200;
    private static final Pattern KEY = Pattern.compile("\\d{1,18}");

    /**
     * One event behind the figure.
     *
     * @param day the day of the fact, and for which course where that is not said yet
     * @param whose a name where the reader may know it, else the post
     * @param history the history of the fact; null where the reader may not see it
     */
    record Part(
            long position,
            String recorded,
            String event,
            String day,
            String whose,
            String unit,
            long numerator,
            long denominator,
            boolean counted,
            String why,
            @Nullable String history) {}

    static Explained read(Inquiry inquiry, Typed typed) {
        String after = typed.said(AFTER);
        Answer answer = inquiry.ask("explain", subject(typed), new Page(PARTS, key(after)));
        List<Row> rows = Row.of(answer);
        Map<Long, String> recorded = recorded(inquiry, rows);
        List<Part> parts = rows.stream()
                .map(row -> part(inquiry, row, recorded, typed.said("course") != null))
                .toList();
        Row figure = new Row(answer.members());
        return new Explained(
                figure.text("title"),
                sentence(figure, London.spoken(inquiry.basis().effectiveOn())),
                figure.text("description"),
                Share.of(figure, ""),
                parts,
                parts.stream().mapToLong(Part::numerator).sum(),
                parts.stream().mapToLong(Part::denominator).sum(),
                after == null,
                after == null && answer.next().isEmpty(),
                next(inquiry, typed, answer));
    }

    private static Map<String, String> subject(Typed typed) {
        var subject = typed.subject(Pages.CELL);
        if (!subject.containsKey("measure")) {
            throw AskedParameters.malformed("measure", "The page has to know which measure is meant.");
        }
        return subject;
    }

    private static List<String> key(@Nullable String after) {
        if (after == null) {
            return List.of();
        }
        if (!KEY.matcher(after).matches()) {
            throw AskedParameters.malformed(AFTER, "The further parts are found by the link to them.");
        }
        return List.of(after);
    }

    private static @Nullable String next(Inquiry inquiry, Typed typed, Answer answer) {
        if (answer.next().isEmpty()) {
            return null;
        }
        var subject = new LinkedHashMap<>(subject(typed));
        subject.put(AFTER, answer.next().getFirst());
        return inquiry.link(Pages.EXPLAIN, subject);
    }

    private static Map<Long, String> recorded(Inquiry inquiry, List<Row> rows) {
        String positions =
                rows.stream().map(row -> row.text("position")).distinct().collect(Collectors.joining(","));
        if (positions.isEmpty()) {
            return Map.of();
        }
        return Row.of(inquiry.ask(Recordings.NAME, Map.of(Recordings.POSITIONS, positions))).stream()
                .collect(Collectors.toMap(row -> row.number("position"), row -> Words.moment(row.text("recordedAt"))));
    }

    private static Part part(Inquiry inquiry, Row row, Map<Long, String> recorded, boolean oneCourse) {
        return new Part(
                row.number("position"),
                recorded.getOrDefault(row.number("position"), ""),
                Words.event(row.text("event")),
                day(row, oneCourse),
                whose(row),
                row.text("unit"),
                row.number("numerator"),
                row.number("denominator"),
                row.truth("counted"),
                row.text("why"),
                inquiry.link(Pages.HISTORY + "/" + Typed.part(row.text("eventId")), Map.of()));
    }

    private static String day(Row row, boolean oneCourse) {
        String course = row.text("course") + " \u00b7 ";
        return row.text("fact").equals("completion")
                ? course + "on " + Words.day(row.text("effectiveOn"))
                : (oneCourse ? "" : "for " + course) + "from " + Words.day(row.text("effectiveOn"));
    }

    private static String whose(Row row) {
        if (!row.says("post")) {
            return "";
        }
        String post = row.text("post") + ", " + Words.role(row.text("role"));
        return row.says("person") ? row.text("person") + " (" + post + ")" : post;
    }

    /** What the figure says. */
    static String sentence(Row figure, String day) {
        String unit = figure.text("unit");
        String course = figure.text("course");
        String in = unit.isEmpty() ? "" : " in " + unit;
        if (figure.text("measure").equals(Matrix.HEADLINE)) {
            return required(figure, course, in, day);
        }
        if (!figure.text("measure").equals(Matrix.MEASURE)) {
            return figure.text("title") + in + " on " + day
                    + (figure.number("denominator") == 0
                            ? ": nothing could be counted, so the figure does not apply."
                            : ": " + figure.text("numerator") + " of " + figure.text("denominator") + ".");
        }
        if (figure.number("denominator") == 0) {
            return "Nobody was in post" + in + " on " + day + ", so the figure does not apply.";
        }
        String share = figure.text("numerator") + " of " + figure.text("denominator");
        if (course.isEmpty()) {
            return "Counting everybody in post" + in + " once for each course, " + share + " held it in date on " + day
                    + ".";
        }
        return share + " people in post" + in + " held " + course + " in date on " + day + ".";
    }

    private static String required(Row figure, String course, String in, String day) {
        String what = course.isEmpty() ? "any course" : course;
        if (figure.number("denominator") == 0) {
            return "Nobody in post" + in + " was required to hold " + what + " on " + day
                    + ", so the figure does not apply.";
        }
        String share = figure.text("numerator") + " of " + figure.text("denominator");
        if (course.isEmpty()) {
            return "Counting everybody in post" + in + " once for each course that is required of them, " + share
                    + " held it in date on " + day + ".";
        }
        return share + " people in post" + in + " who are required to hold " + course + " held it in date on " + day
                + ".";
    }
}

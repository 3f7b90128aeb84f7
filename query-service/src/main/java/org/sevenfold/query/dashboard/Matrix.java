package org.sevenfold.query.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Training in date by unit and course: units by name within their groups, one column for each course, totals below.
 *
 * @param headline of everything that is required of anybody, how much is held
 */
record Matrix(Column headline, List<Column> columns, List<Group> groups) {

    static final String MEASURE = "training-in-date";
    static final String HEADLINE = "training-required";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /**
     * A course, with its total and how that came about.
     *
     * @param code empty for all courses together
     */
    record Column(String code, String title, Share total, Trend trend) {}

    /** Units that belong together. */
    record Group(String name, String reference, String link, List<Line> lines) {}

    /** A unit with its shares, in the order of the columns. */
    record Line(String name, String reference, String link, boolean ofGroupItself, List<Share> shares) {}

    private record Place(String group, String name) {}

    static Matrix read(Inquiry inquiry) {
        List<Row> cells = inquiry.rows("training-compliance", Map.of());
        List<Row> units = inquiry.rows("units", Map.of());
        Scorecard skills = Scorecard.read(inquiry);
        return new Matrix(skills.headline(), skills.courses(), groups(inquiry, cells, units));
    }

    public boolean isEmpty() {
        return groups.isEmpty() || columns.isEmpty();
    }

    private static List<Group> groups(Inquiry inquiry, List<Row> cells, List<Row> units) {
        var shares = new LinkedHashMap<String, List<Share>>();
        cells.forEach(cell -> shares.computeIfAbsent(cell.text("unit"), unit -> new ArrayList<>())
                .add(Share.of(cell, explained(inquiry, cell.text("unit"), cell.text("course")))));
        var names = new LinkedHashMap<String, Place>();
        units.forEach(unit -> names.put(unit.text("reference"), place(unit)));
        var groups = new LinkedHashMap<String, List<Line>>();
        units.stream()
                .filter(unit -> shares.containsKey(unit.text("reference")))
                .forEach(unit -> groups.computeIfAbsent(place(unit).group, group -> new ArrayList<>())
                        .add(line(inquiry, unit, shares)));
        return groups.entrySet().stream()
                .map(group -> group(inquiry, group.getKey(), names, group.getValue()))
                .sorted(Comparator.comparing((Group group) -> group.reference.isEmpty())
                        .thenComparing(group -> byNumber(group.name)))
                .toList();
    }

    private static Place place(Row unit) {
        return new Place(isGroup(unit) ? unit.text("reference") : unit.text("group"), unit.text("name"));
    }

    private static boolean isGroup(Row unit) {
        return unit.text("kind").equals("GROUP");
    }

    private static Group group(Inquiry inquiry, String reference, Map<String, Place> names, List<Line> lines) {
        Place place = names.get(reference);
        lines.sort(Comparator.comparing((Line line) -> !line.ofGroupItself)
                .thenComparing(line -> byNumber(line.name))
                .thenComparing(Line::reference));
        return new Group(
                place == null ? "In no group" : place.name,
                reference,
                inquiry.link(Pages.UNITS + "/" + Typed.part(reference), Map.of()),
                List.copyOf(lines));
    }

    private static Line line(Inquiry inquiry, Row unit, Map<String, List<Share>> shares) {
        String reference = unit.text("reference");
        return new Line(
                unit.text("name"),
                reference,
                inquiry.link(Pages.UNITS + "/" + Typed.part(reference), Map.of()),
                isGroup(unit),
                List.copyOf(shares.getOrDefault(reference, List.of())));
    }

    /** A name in which unit 10 comes behind unit 9. */
    private static String byNumber(String name) {
        return NUMBER.matcher(name).replaceAll(number -> "%09d".formatted(Long.parseLong(number.group())));
    }

    /** The address that explains a figure; an empty unit or course stands for all. */
    static String explained(Inquiry inquiry, String unit, String course) {
        return inquiry.link(Pages.EXPLAIN, cell(MEASURE, unit, course));
    }

    static Map<String, String> cell(String measure, String unit, String course) {
        var cell = new LinkedHashMap<String, String>();
        cell.put("measure", measure);
        if (!unit.isEmpty()) {
            cell.put("unit", unit);
        }
        if (!course.isEmpty()) {
            cell.put("course", course);
        }
        return cell;
    }
}

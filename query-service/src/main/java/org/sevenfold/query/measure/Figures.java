package org.sevenfold.query.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.query.basis.Asked;
import org.sevenfold.query.basis.Basis;
import org.sevenfold.query.basis.Standpoints;
import org.sevenfold.query.question.Errand;
import org.sevenfold.query.question.Page;
import org.sevenfold.query.question.Question;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Standpoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every figure there is on a day, by what was known at a position: each measure in total, by unit, by what else it is
 * kept by, and by both. Whoever holds the events can make the same again and compare.
 */
@Component
public final class Figures {

    private final List<Contributions> all;
    private final Standpoints standpoints;
    private final JdbcClient jdbc;

    /**
     * One figure.
     *
     * @param unit the unit's reference; null for all units together
     * @param by what else it is of, such as {@code course}; null where the measure is kept by unit alone
     * @param of that thing's reference; null for all together
     * @param state {@code counted}, {@code not applicable} or {@code suppressed}; then it has no numbers
     */
    public record Line(
            String dimension,
            String measure,
            @Nullable String unit,
            @Nullable String by,
            @Nullable String of,
            String state,
            @Nullable Long numerator,
            @Nullable Long denominator,
            @Nullable String value) {

        /** What identifies it. */
        String key() {
            return String.join("\u001f", dimension, measure, text(unit), text(of));
        }

        private static String text(@Nullable String part) {
            return part == null ? "" : part;
        }

        /** The same as plain values, in this order. */
        public Map<String, @Nullable Object> values() {
            var values = new LinkedHashMap<String, @Nullable Object>();
            values.put("dimension", dimension);
            values.put("measure", measure);
            values.put("unit", unit);
            values.put("by", by);
            values.put("of", of);
            values.put("state", state);
            values.put("numerator", numerator);
            values.put("denominator", denominator);
            values.put("value", value);
            return values;
        }
    }

    /** All figures on one basis, always in the same order. */
    public record State(Basis basis, List<Line> lines) {}

    /** A sum in ids. */
    private record Sum(
            Measure measure, @Nullable UUID unit, @Nullable UUID of, Figure figure) {}

    Figures(List<Contributions> all, Standpoints standpoints, JdbcClient jdbc) {
        this.all = all;
        this.standpoints = standpoints;
        this.jdbc = jdbc;
    }

    /** The figures on a day, as known at a position; waits as any answer does for tables that have not come so far. */
    public State at(LocalDate day, long position) {
        Set<String> boards = new HashSet<>();
        all.forEach(contributions -> boards.addAll(contributions.boards()));
        Asked asked = Asked.at(day, position);
        return standpoints.read(asked, boards, basis -> {
            var question = new Question(
                    "figures",
                    Map.of(),
                    asked,
                    Page.first(Page.LIMIT),
                    new Caller(new UUID(0, 0), List.of()),
                    new Errand(null, null));
            return new State(basis, lines(new Standpoint(question, basis, jdbc)));
        });
    }

    private List<Line> lines(Standpoint at) {
        var lines = new ArrayList<Line>();
        for (Contributions contributions : all) {
            Map<UUID, String> references = new HashMap<>();
            for (Sum sum : sums(at, contributions)) {
                lines.add(line(at, contributions, sum, references));
            }
        }
        lines.sort(Comparator.comparing(Line::key));
        return lines;
    }

    private static List<Sum> sums(Standpoint at, Contributions contributions) {
        String key = contributions.key() == null
                ? "NULL::uuid"
                : "contribution." + contributions.key().id();
        var sums = new ArrayList<Sum>();
        for (Measure measure : contributions.measures()) {
            sums.addAll(contributions
                    .over(
                            at,
                            List.of(at.day()),
                            "SELECT contribution.unit_id, " + key
                                    + " AS of_id, sum(contribution.numerator) AS numerator,"
                                    + " sum(contribution.denominator) AS denominator",
                            contributions.counted(null, null) + " GROUP BY GROUPING SETS ("
                                    + (contributions.key() == null
                                            ? "(), (contribution.unit_id)"
                                            : "(), (contribution.unit_id), (" + key + "), (contribution.unit_id, " + key
                                                    + ")")
                                    + ")")
                    .param("measure", measure.name())
                    .query((row, number) -> sum(measure, row))
                    .list());
        }
        return sums;
    }

    private static Sum sum(Measure measure, ResultSet row) throws SQLException {
        return new Sum(
                measure,
                row.getObject("unit_id", UUID.class),
                row.getObject("of_id", UUID.class),
                new Figure(row.getLong("numerator"), row.getLong("denominator")));
    }

    private static Line line(Standpoint at, Contributions contributions, Sum sum, Map<UUID, String> references) {
        Kind key = contributions.key();
        Figure figure = sum.figure;
        boolean suppressed = sum.measure.suppresses(figure);
        var value = figure.value();
        return new Line(
                contributions.area(),
                sum.measure.name(),
                spoken(at, Kind.UNIT, sum.unit, references),
                key == null ? null : key.noun(),
                key == null ? null : spoken(at, key, sum.of, references),
                suppressed ? "suppressed" : figure.state(),
                suppressed ? null : figure.numerator(),
                suppressed ? null : figure.denominator(),
                suppressed || value == null ? null : value.toPlainString());
    }

    private static @Nullable String spoken(Standpoint at, Kind kind, @Nullable UUID id, Map<UUID, String> references) {
        return id == null
                ? null
                : references.computeIfAbsent(
                        id, known -> References.spokenAs(at, kind, known).orElse(known.toString()));
    }
}

package org.sevenfold.query.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.query.basis.Asked;
import org.sevenfold.query.basis.Basis;
import org.sevenfold.query.basis.Needs;
import org.sevenfold.query.basis.Standpoints;
import org.sevenfold.query.measure.MeasureFigures.OneByOne;
import org.sevenfold.query.question.Errand;
import org.sevenfold.query.question.Page;
import org.sevenfold.query.question.Question;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Standpoint;
import org.springframework.stereotype.Component;

/**
 * Every figure there is on a day, by what was known at a position: each measure in total, by unit, by what else it is
 * kept by, and by both. Whoever holds the events can make the same again and compare.
 */
@Component
public final class Figures {

    private final Measures measures;
    private final Standpoints standpoints;
    private final Needs needs = new Needs();

    /**
     * One figure.
     *
     * @param unit the unit's reference; null for all units together
     * @param by what else it is of, such as {@code course}; null where the measure is kept by unit alone
     * @param of that thing's reference; null for all together
     * @param state as {@link Figure} says it
     */
    public record Line(
            String dimension,
            String measure,
            @Nullable String unit,
            @Nullable String by,
            @Nullable String of,
            String state,
            @Nullable Number numerator,
            @Nullable Number denominator,
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

    Figures(Measures measures, Standpoints standpoints) {
        this.measures = measures;
        this.standpoints = standpoints;
    }

    /** The figures on a day, as known at a position; waits as any answer does for tables that have not come so far. */
    public State at(LocalDate day, long position) {
        Asked asked = Asked.at(day, position);
        return standpoints.read(asked, needs, (basis, statements) -> {
            var question = new Question(
                    "figures",
                    Map.of(),
                    asked,
                    Page.first(Page.LIMIT),
                    new Caller(new UUID(0, 0), List.of()),
                    new Errand(null, null));
            return new State(basis, lines(new Standpoint(question, basis, statements)));
        });
    }

    private List<Line> lines(Standpoint at) {
        var lines = new ArrayList<Line>();
        for (Measure measure : measures.all()) {
            Map<String, String> references = new HashMap<>();
            MeasureFigures.read(at, measure, List.of(at.day()), EnumSet.allOf(OneByOne.class))
                    .all()
                    .forEach((cell, figure) -> lines.add(line(at, measure, cell, figure, references)));
        }
        lines.sort(Comparator.comparing(Line::key));
        return lines;
    }

    private static Line line(
            Standpoint at, Measure measure, MeasureFigures.Cell cell, Figure figure, Map<String, String> references) {
        MeasureKey key = measure.key();
        BigDecimal value = figure.value();
        return new Line(
                measure.area(),
                measure.name(),
                cell.unit() == null ? null : spoken(at, Kind.UNIT, cell.unit().toString(), references),
                key == null ? null : key.noun(),
                cell.key() == null ? null : spoken(at, key == null ? null : key.kind(), cell.key(), references),
                figure.state(),
                figure.numerator(),
                figure.denominator(),
                value == null ? null : value.toPlainString());
    }

    private static String spoken(Standpoint at, @Nullable Kind kind, String id, Map<String, String> references) {
        return kind == null
                ? id
                : references.computeIfAbsent(
                        id,
                        known -> References.spokenAs(at, kind, UUID.fromString(known))
                                .orElse(known));
    }
}

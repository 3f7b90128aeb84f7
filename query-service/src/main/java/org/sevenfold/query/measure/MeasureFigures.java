package org.sevenfold.query.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.question.Standpoint;

/** The figures of a measure on some days: of everything together and, where it is wanted, one by one. */
public final class MeasureFigures {

    private static final String UNIT = "contribution.unit_id";
    private static final String KEY = "contribution.key";

    /** One by one of what. */
    public enum OneByOne {
        UNITS,
        KEYS
    }

    /** Of what a figure is; a null stands for all. */
    record Cell(
            LocalDate day, @Nullable UUID unit, @Nullable String key) {}

    private final Measure measure;
    private final Map<Cell, Figure> figures = new HashMap<>();

    private MeasureFigures(Measure measure) {
        this.measure = measure;
    }

    public static MeasureFigures read(Standpoint at, Measure measure, List<LocalDate> days, Set<OneByOne> wanted) {
        var read = new MeasureFigures(measure);
        var by = new ArrayList<String>();
        if (wanted.contains(OneByOne.UNITS)) {
            by.add(UNIT);
        }
        if (wanted.contains(OneByOne.KEYS)) {
            by.add(KEY);
        }
        // What says no unit is of all units only, and not of one that is called nothing.
        String grouped = by.isEmpty()
                ? ""
                : ", CUBE (" + String.join(", ", by) + ")"
                        + by.stream()
                                .map(column -> "(grouping(" + column + ") = 1 OR " + column + " IS NOT NULL)")
                                .collect(Collectors.joining(" AND ", " HAVING ", ""));
        measure.over(
                        at,
                        days,
                        "SELECT contribution.day, " + (by.contains(UNIT) ? UNIT : "NULL::uuid AS unit_id") + ", "
                                + (by.contains(KEY) ? KEY : "NULL::text AS key") + ", " + measure.sums(),
                        "WHERE " + measure.kind().needed() + " GROUP BY contribution.day" + grouped)
                .query(row -> {
                    read.figures.put(
                            new Cell(
                                    row.getObject("day", LocalDate.class),
                                    row.getObject("unit_id", UUID.class),
                                    row.getString("key")),
                            Figure.read(measure, row));
                });
        return read;
    }

    /** A figure; where the cell has no fact, one that says so. */
    public Figure of(LocalDate day, @Nullable UUID unit, @Nullable String key) {
        Figure figure = figures.get(new Cell(day, unit, key));
        return figure == null ? Figure.none(measure) : figure;
    }

    /** The figures that facts were found for. */
    Map<Cell, Figure> all() {
        return figures;
    }

    /** The units that have a figure. */
    public Set<UUID> units() {
        return figures.keySet().stream()
                .flatMap(cell -> Optional.ofNullable(cell.unit()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The keys that have a figure, in order. */
    public Set<String> keys() {
        return figures.keySet().stream()
                .flatMap(cell -> Optional.ofNullable(cell.key()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

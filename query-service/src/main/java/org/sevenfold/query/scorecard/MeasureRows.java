package org.sevenfold.query.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.measure.ExplainAddress;
import org.sevenfold.query.measure.Figure;
import org.sevenfold.query.measure.Measure;
import org.sevenfold.query.measure.MeasureFigures;
import org.sevenfold.query.measure.MeasureFigures.OneByOne;
import org.sevenfold.query.measure.MeasureKey;
import org.sevenfold.query.measure.Measures;
import org.sevenfold.query.measure.MonthEnds;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Said;
import org.sevenfold.query.question.Standpoint;

/** A measure as rows of a scorecard, summed from its facts and from nothing else. */
final class MeasureRows {

    private static final String LAST_POSITIONS = """
        SELECT key, max(CASE WHEN known_to <= :knownAt THEN known_to ELSE known_from END)
        FROM (%s) touched WHERE known_from <= :knownAt GROUP BY key
        """;

    /** One of what a measure is kept by. */
    private record Thing(String id, String reference, String title) {}

    private final Standpoint at;
    private final Measure measure;
    private final MeasureFigures figures;
    private final Map<String, Long> lastOfKey = new HashMap<>();
    private long last;

    private MeasureRows(Standpoint at, Measure measure, Set<String> ofOneKey) {
        this.at = at;
        this.measure = measure;
        var days = new ArrayList<>(MonthEnds.upTo(at.day()));
        if (!days.contains(at.day())) {
            days.add(at.day());
        }
        this.figures = MeasureFigures.read(at, measure, days, measure.rowForEach() ? Set.of(OneByOne.KEYS) : Set.of());
        readLastPositions(ofOneKey);
    }

    /** The columns of a table of these measures. */
    static List<String> columns(List<Measure> measures) {
        Stream<String> keys = measures.stream()
                .flatMap(measure -> rowsOf(measure).stream())
                .flatMap(key -> key.columns().stream())
                .distinct();
        return Stream.of(
                        Stream.of("measure", "title"),
                        keys,
                        Stream.of(
                                "value",
                                "state",
                                "numerator",
                                "denominator",
                                "n",
                                "unitOfMeasure",
                                "direction",
                                "lastPosition",
                                "trend",
                                "explain",
                                "description"))
                .flatMap(columns -> columns)
                .toList();
    }

    /** What a measure has a row for each of; nothing where it has one row. */
    private static List<MeasureKey> rowsOf(Measure measure) {
        return measure.key() == null || !measure.rowForEach() ? List.of() : List.of(measure.key());
    }

    static List<Map<String, @Nullable Object>> of(Standpoint at, Measures measures, Measure measure) {
        var read = new MeasureRows(at, measure, measures.ofOneKey(measure));
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        rows.add(read.row(null));
        rowsOf(measure).forEach(key -> read.things(key).forEach(thing -> rows.add(read.row(thing))));
        return rows;
    }

    /** The last event that could have changed the figures: of everything, and of one key where it is about one. */
    private void readLastPositions(Set<String> ofOneKey) {
        Kind kind = rowsOf(measure).stream()
                .flatMap(key -> Optional.ofNullable(key.kind()).stream())
                .findFirst()
                .orElse(null);
        String touched = measure.boards().stream()
                .map(board -> "SELECT "
                        + (kind != null && ofOneKey.contains(board) ? "CAST(" + kind.id() + " AS text)" : "NULL")
                        + " AS key, known_from, known_to FROM query." + board)
                .collect(Collectors.joining(" UNION ALL "));
        at.sql(LAST_POSITIONS.formatted(touched)).query(row -> {
            String key = row.getString(1);
            if (key == null) {
                last = row.getLong(2);
            } else {
                lastOfKey.put(key, row.getLong(2));
            }
        });
    }

    private List<Thing> things(MeasureKey key) {
        return key.kind() == null
                ? figures.keys().stream()
                        .map(word -> new Thing(word, word, word))
                        .toList()
                : at.sql(key.kind().onTheDay())
                        .query((row, number) -> new Thing(row.getString(1), row.getString(2), row.getString(3)))
                        .list();
    }

    private Map<String, @Nullable Object> row(@Nullable Thing thing) {
        String key = thing == null ? null : thing.id;
        Figure figure = figures.of(at.day(), null, key);
        var row = new Said().and("measure", measure.name()).and("title", measure.title());
        Map<String, String> cell = new HashMap<>();
        for (MeasureKey by : rowsOf(measure)) {
            row.and(by.noun(), thing == null ? null : thing.reference);
            if (by.kind() != null) {
                row.and(by.noun() + "Title", thing == null ? "all " + by.noun() + "s" : thing.title)
                        .and(by.kind().idField(), key);
            }
            if (thing != null) {
                cell.put(by.noun(), thing.reference);
            }
        }
        return row.and("value", figure.value())
                .and("state", figure.state())
                .and("numerator", figure.numerator())
                .and("denominator", figure.denominator())
                .and("n", figure.n())
                .and("unitOfMeasure", measure.unitOfMeasure())
                .and("direction", measure.direction())
                .and("lastPosition", lastPosition(key))
                .and("trend", trend(key))
                .and("explain", ExplainAddress.of(at, measure, cell))
                .and("description", measure.counted())
                .row();
    }

    private @Nullable Long lastPosition(@Nullable String key) {
        long touched = key == null
                ? lastOfKey.values().stream().reduce(last, Math::max)
                : Math.max(last, lastOfKey.getOrDefault(key, 0L));
        return touched == 0 ? null : touched;
    }

    private List<Map<String, @Nullable Object>> trend(@Nullable String key) {
        return MonthEnds.upTo(at.day()).stream().map(day -> month(day, key)).toList();
    }

    private Map<String, @Nullable Object> month(LocalDate day, @Nullable String key) {
        Figure figure = figures.of(day, null, key);
        return new Said()
                .and("effectiveOn", day)
                .and("value", figure.value())
                .and("state", figure.state())
                .and("numerator", figure.numerator())
                .and("denominator", figure.denominator())
                .row();
    }
}

package org.sevenfold.query.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.measure.Figure;
import org.sevenfold.query.measure.Measure;
import org.sevenfold.query.measure.MeasureCell;
import org.sevenfold.query.measure.MeasureKey;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.who.Directory;
import org.sevenfold.query.who.Scope;

/** The facts behind one figure, each with its part or with why it has none, and with the names that the caller may read. */
final class FigureParts {

    private static final String NTH = "nth";

    private static final String RANKED = """
        SELECT * FROM (
            SELECT ranked.*, %1$s AS chosen FROM (
                SELECT listed.*, row_number() OVER (ORDER BY %2$s position, unit_id, key) AS rank,
                       count(*) FILTER (WHERE counted) OVER () AS counted_facts
                FROM (
                    SELECT contribution.*, event.position, event.name AS event_name %3$s
        """;
    private static final String PAGE = """
                ) AS listed
            ) AS ranked
        ) AS part WHERE rank > :after ORDER BY rank LIMIT :most
        """;

    private final MeasureCell cell;
    private final Measure measure;
    private final List<Kind> kinds;

    FigureParts(MeasureCell cell) {
        this.cell = cell;
        this.measure = cell.measure();
        this.kinds = measure.refersTo();
    }

    List<String> columns() {
        var columns = new ArrayList<>(List.of("position", "fact", "event", "effectiveOn"));
        kinds.forEach(kind -> columns.add(kind.noun()));
        word().ifPresent(columns::add);
        if (kinds.contains(Kind.POST)) {
            columns.add("role");
        }
        columns.addAll(List.of("person", "personId"));
        columns.addAll(part());
        columns.addAll(List.of("counted", "excludedBecause", "why", "eventId"));
        kinds.forEach(kind -> columns.add(kind.idField()));
        return columns;
    }

    /** The columns of what a fact brings to the figure. */
    private List<String> part() {
        return switch (measure.kind()) {
            case SHARE, RATE -> List.of("numerator", "denominator");
            case MEAN, SUM -> List.of("value");
            case COUNT, DAYS_BETWEEN -> List.of("chosen");
            case MEDIAN -> List.of("value", "chosen");
            case LONGEST_PATH -> List.of("value", "path", "chosen");
        };
    }

    /** What the measure is kept by where that is a word. */
    private Optional<String> word() {
        return Optional.ofNullable(measure.key())
                .filter(key -> key.kind() == null)
                .map(MeasureKey::noun);
    }

    /** The page that is asked for, and one row more. */
    List<Map<String, @Nullable Object>> read(Standpoint at) {
        String after = at.page().after().isEmpty() ? "0" : at.page().after().getFirst();
        String inOrder =
                measure.kind().addsUp() ? "" : "counted DESC, " + measure.kind().order();
        String spoken = kinds.stream()
                .map(kind -> ", " + kind.spoken() + " AS spoken_" + kind.alias())
                .collect(Collectors.joining());
        String joins = " JOIN log.domain_event event ON event.event_id = contribution.event_id"
                + kinds.stream().map(kind -> kind.spokenIn("contribution")).collect(Collectors.joining());
        String ranked = RANKED.formatted(
                measure.kind().chosen(), inOrder, spoken + (kinds.contains(Kind.POST) ? ", post.role" : ""));
        return cell.over(at, ranked, joins, "true", PAGE)
                .param("after", AskedParameters.position("cursor", after))
                .param("most", at.page().limit() + 1)
                .query((row, number) -> part(row))
                .list();
    }

    /** Where a part stands in the order of the parts. */
    static List<String> key(Map<String, ?> part) {
        return List.of(text(part, NTH));
    }

    private Map<String, @Nullable Object> part(ResultSet row) throws SQLException {
        String excluded = row.getString("excluded_because");
        LocalDate day = row.getObject("effective_on", LocalDate.class);
        var part = new LinkedHashMap<String, @Nullable Object>();
        part.put("position", row.getLong("position"));
        part.put("fact", row.getString("fact"));
        part.put("event", row.getString("event_name"));
        part.put("effectiveOn", day == null ? null : day.toString());
        for (Kind kind : kinds) {
            part.put(kind.noun(), row.getString("spoken_" + kind.alias()));
            part.put(kind.idField(), row.getString(kind.id()));
        }
        part.put("unitId", row.getString("unit_id"));
        part.put("role", kinds.contains(Kind.POST) ? row.getString("role") : null);
        part.put("person", null);
        part.put("personId", row.getString("person_id"));
        if (word().isPresent()) {
            part.put(word().get(), row.getString("key"));
        }
        for (String number : List.of("numerator", "denominator", "value")) {
            part.put(number, Figure.plain(row.getBigDecimal(number)));
        }
        part.put("path", row.getString("path"));
        part.put("chosen", row.getBoolean("chosen"));
        part.put("counted", row.getBoolean("counted"));
        part.put("excludedBecause", excluded);
        part.put("why", excluded == null ? null : measure.why(excluded));
        part.put("eventId", row.getString("event_id"));
        part.put(NTH, row.getLong("rank"));
        return part;
    }

    /** Puts names where the caller may read them, and takes the ids of everybody else away; whether anybody is named. */
    boolean name(Standpoint at, List<Map<String, @Nullable Object>> parts) {
        Scope scope = Scope.of(at);
        for (Map<String, @Nullable Object> part : parts) {
            Optional<UUID> person = id(part, "personId");
            Optional<UUID> unit = id(part, "unitId");
            boolean named = person.isPresent()
                    && (unit.isPresent() ? scope.names(person.get(), unit.get()) : scope.names(person.get()));
            if (!named) {
                part.put("personId", null);
            }
        }
        List<UUID> people = parts.stream()
                .flatMap(part -> id(part, "personId").stream())
                .distinct()
                .toList();
        Map<UUID, Object> names = Directory.names(at, people);
        parts.forEach(part -> id(part, "personId").ifPresent(person -> part.put("person", names.get(person))));
        return !people.isEmpty();
    }

    private static Optional<UUID> id(Map<String, ?> part, String field) {
        return References.uuid(text(part, field));
    }

    private static String text(Map<String, ?> row, String column) {
        return String.valueOf(row.get(column));
    }
}

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
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.who.Directory;
import org.sevenfold.query.who.Scope;

/** The facts behind one figure, each with its part or with why it has none, and with the names that the caller may read. */
final class FigureParts {

    private static final String KEY = "key";
    private static final UUID NONE = new UUID(0, 0);
    private static final List<String> START = List.of("0", NONE.toString(), NONE.toString());
    private static final String UNIT_KEY = "coalesce(contribution.unit_id, CAST('" + NONE + "' AS uuid))";

    private final FigureAsked asked;
    private final List<Kind> kinds;
    private final String key;

    FigureParts(FigureAsked asked) {
        this.asked = asked;
        this.kinds = asked.contributions().refersTo();
        Kind by = asked.contributions().key();
        this.key = "coalesce(" + (by == null ? "NULL" : "contribution." + by.id()) + ", CAST('" + NONE + "' AS uuid))";
    }

    List<String> columns() {
        var columns = new ArrayList<>(List.of("position", "fact", "event", "effectiveOn"));
        kinds.forEach(kind -> columns.add(kind.noun()));
        if (kinds.contains(Kind.POST)) {
            columns.add("role");
        }
        columns.addAll(List.of(
                "person", "personId", "numerator", "denominator", "counted", "excludedBecause", "why", "eventId"));
        kinds.forEach(kind -> columns.add(kind.idField()));
        return columns;
    }

    /** The page that is asked for, and one row more. */
    List<Map<String, @Nullable Object>> read(Standpoint at) {
        List<String> after =
                at.page().after().size() == START.size() ? at.page().after() : START;
        String spoken = kinds.stream()
                .map(kind -> ", " + kind.spoken() + " AS spoken_" + kind.alias())
                .collect(Collectors.joining());
        String joins = kinds.stream().map(kind -> kind.spokenIn("contribution")).collect(Collectors.joining());
        return asked.over(
                        at,
                        "SELECT contribution.*, event.position AS event_position, event.name AS event_name, " + key
                                + " AS key" + spoken + (kinds.contains(Kind.POST) ? ", post.role" : ""),
                        "JOIN log.domain_event event ON event.event_id = contribution.event_id" + joins + " "
                                + asked.contributions().cell(asked.unit(), asked.of()) + order())
                .param("afterPosition", AskedParameters.position("cursor", after.get(0)))
                .param("afterUnit", after.get(1))
                .param("afterKey", after.get(2))
                .param("most", at.page().limit() + 1)
                .query((row, number) -> part(row))
                .list();
    }

    private String order() {
        String keys = "event.position, " + UNIT_KEY + ", " + key;
        return " AND (" + keys
                + ") > (CAST(:afterPosition AS bigint), CAST(:afterUnit AS uuid), CAST(:afterKey AS uuid))"
                + " ORDER BY " + keys + " LIMIT :most";
    }

    /** Where a part stands in the order of the parts. */
    static List<String> key(Map<String, ?> part) {
        return List.of(text(part, "position"), text(part, "unitId", NONE), text(part, KEY, NONE));
    }

    private Map<String, @Nullable Object> part(ResultSet row) throws SQLException {
        String excluded = row.getString("excluded_because");
        LocalDate day = row.getObject("effective_on", LocalDate.class);
        var part = new LinkedHashMap<String, @Nullable Object>();
        part.put("position", row.getLong("event_position"));
        part.put("fact", row.getString("fact"));
        part.put("event", row.getString("event_name"));
        part.put("effectiveOn", day == null ? null : day.toString());
        for (Kind kind : kinds) {
            part.put(kind.noun(), row.getString("spoken_" + kind.alias()));
            part.put(kind.idField(), row.getString(kind.id()));
        }
        part.put("role", kinds.contains(Kind.POST) ? row.getString("role") : null);
        part.put("person", null);
        part.put("personId", row.getString("person_id"));
        part.put("numerator", row.getLong("numerator"));
        part.put("denominator", row.getLong("denominator"));
        part.put("counted", excluded == null);
        part.put("excludedBecause", excluded);
        part.put(
                "why",
                excluded == null
                        ? null
                        : asked.contributions().reasons().getOrDefault(excluded, excluded.replace('-', ' ') + "."));
        part.put("eventId", row.getString("event_id"));
        part.put(KEY, row.getString(KEY));
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
        return References.uuid(text(part, field, ""));
    }

    private static String text(Map<String, ?> row, String column) {
        return String.valueOf(row.get(column));
    }

    private static String text(Map<String, ?> row, String column, Object otherwise) {
        Object value = row.get(column);
        return value == null ? otherwise.toString() : value.toString();
    }
}

package org.sevenfold.query.question;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;

/** What a row says, name by name in the order in which a person reads it, as plain data. */
public final class Said {

    private final Map<String, @Nullable Object> row = new LinkedHashMap<>();

    /** One thing more; days, months, ids, dimensions and states are said as text. */
    public Said and(String name, @Nullable Object value) {
        row.put(name, plain(value));
        return this;
    }

    /** Everything that another row says. */
    public Said andAll(Map<String, @Nullable Object> more) {
        row.putAll(more);
        return this;
    }

    public Map<String, @Nullable Object> row() {
        return row;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Dimension dimension -> dimension.text();
            case LocalDate day -> day.toString();
            case YearMonth month -> month.toString();
            case UUID id -> id.toString();
            case Enum<?> state -> state.name();
            case List<?> list -> list.stream().map(Said::plain).toList();
            case null, default -> value;
        };
    }
}

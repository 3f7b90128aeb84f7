package org.sevenfold.query.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows under named columns. Values are texts, numbers, truth values, and lists and maps of those.
 *
 * @param name what the rows are called in the answer
 */
public record Table(String name, List<String> columns, List<List<@Nullable Object>> rows) {

    /** A table of maps that all have the first one's keys in the first one's order. */
    public static Table of(String name, List<String> columns, List<? extends Map<String, ?>> rows) {
        var all = new ArrayList<List<@Nullable Object>>(rows.size());
        for (Map<String, ?> row : rows) {
            var values = new ArrayList<@Nullable Object>(columns.size());
            columns.forEach(column -> values.add(row.get(column)));
            all.add(values);
        }
        return new Table(name, columns, all);
    }

    /** The rows as maps in the order of the columns. */
    public List<Map<String, @Nullable Object>> maps() {
        return rows.stream().map(this::map).toList();
    }

    private Map<String, @Nullable Object> map(List<@Nullable Object> row) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < columns.size(); i++) {
            map.put(columns.get(i), row.get(i));
        }
        return map;
    }
}

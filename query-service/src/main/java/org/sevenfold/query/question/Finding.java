package org.sevenfold.query.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.basis.Basis;

/** What a reading found, before its basis is put to it. */
public record Finding(
        boolean personal,
        Map<String, @Nullable Object> members,
        @Nullable Table table,
        List<String> next) {

    /** A table alone. */
    public static Finding of(Table table) {
        return new Finding(false, Map.of(), table, List.of());
    }

    /** A thing alone. */
    public static Finding of(Map<String, @Nullable Object> members) {
        return new Finding(false, members, null, List.of());
    }

    /**
     * A page of rows that were read one further than wanted.
     *
     * @param key the key of a row, by which the rows are ordered
     */
    public static Finding page(
            String name,
            List<String> columns,
            List<? extends Map<String, ?>> rows,
            Page page,
            Function<Map<String, ?>, List<String>> key) {
        boolean more = rows.size() > page.limit();
        var shown = page.shown(rows);
        return new Finding(
                false, Map.of(), Table.of(name, columns, shown), more ? key.apply(shown.getLast()) : List.of());
    }

    /** The same with something said in front of the table. */
    public Finding with(String member, @Nullable Object value) {
        var all = new LinkedHashMap<String, @Nullable Object>(members);
        all.put(member, value);
        return new Finding(personal, all, table, next);
    }

    /** The same, to be kept nowhere. */
    public Finding aboutPeople() {
        return new Finding(true, members, table, next);
    }

    Answer on(Basis basis) {
        return new Answer(basis, personal, members, table, next);
    }
}

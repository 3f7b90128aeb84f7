package org.sevenfold.query.question;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows that were worked out rather than read, in whatever order, page by page. */
public final class Rows {

    private Rows() {}

    /** The page of these rows that is asked for; one that begins behind a row that is not there is empty. */
    public static Finding page(
            String name,
            List<String> columns,
            List<Map<String, @Nullable Object>> rows,
            Page page,
            Function<Map<String, ?>, List<String>> key) {
        var rest = page.after().isEmpty()
                ? rows.stream()
                : rows.stream()
                        .dropWhile(row -> !key.apply(row).equals(page.after()))
                        .skip(1);
        return Finding.page(name, columns, rest.limit(page.limit() + 1L).toList(), page, key);
    }
}

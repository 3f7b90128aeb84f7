package org.sevenfold.query.question;

import java.util.List;

/**
 * Which part of a table is wanted.
 *
 * @param limit at most so many rows
 * @param after the key of the last row of the page before; empty for the first page
 */
public record Page(int limit, List<String> after) {

    public static final int LIMIT = 50;
    public static final int MOST = 500;

    /** The rows of the page, of rows that were read one further than wanted. */
    public <R> List<R> shown(List<R> rows) {
        return rows.size() > limit ? rows.subList(0, limit) : rows;
    }

    /** The first page of a table. */
    public static Page first(int limit) {
        return new Page(limit, List.of());
    }
}

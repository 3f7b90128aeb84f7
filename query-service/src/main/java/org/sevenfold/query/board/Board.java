package org.sevenfold.query.board;

import java.util.ArrayList;
import java.util.List;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;

/**
 * A table that is kept from the events of one kind of stream. A subclass is all of it: the record whose components are
 * the columns, the fold, and the indexes; the table itself is made from that. A fold holds no clock, no sequence and
 * nothing random, so that the same log always gives the same rows.
 */
public abstract class Board<E extends DomainEvent, R extends Record> {

    private final String name;
    private final Span span;
    private final Class<E> stream;
    private final Class<R> row;
    private final List<Index> indexes = new ArrayList<>();
    private boolean namesEvents;

    /** Over how long a row's fact holds. */
    public enum Span {
        /** From a day up to, and not including, another: {@code valid_from} and {@code valid_to}. */
        DAYS,
        /** On one day: {@code effective_on}. */
        ONE_DAY
    }

    /** Columns by which rows are found, to which their days are added, and columns that are read along with them. */
    protected static final class Index {

        private final List<String> key;
        private final List<String> included = new ArrayList<>();

        private Index(String... key) {
            this.key = List.of(key);
        }

        public void including(String... columns) {
            included.addAll(List.of(columns));
        }

        List<String> key() {
            return key;
        }

        List<String> included() {
            return included;
        }
    }

    /**
     * Declares a board.
     *
     * @param name the board's name, which is its table's in the schema {@code query}
     * @param stream the sealed base of the events that it folds; all others pass it by
     */
    protected Board(String name, Span span, Class<E> stream, Class<R> row) {
        if (!name.matches("[a-z][a-z_]{0,40}")) {
            throw new IllegalArgumentException("not a table's name: " + name);
        }
        this.name = name;
        this.span = span;
        this.stream = stream;
        this.row = row;
    }

    /** From the facts known before an event and the event to the facts known after it. */
    protected abstract Timeline<R> evolve(Timeline<R> known, Recorded<? extends E> recorded);

    /** Has the table name the event that says each row, as {@code event_id}. */
    protected final void namesEvents() {
        namesEvents = true;
    }

    /** Has the table indexed by these columns and the row's days. */
    protected final Index index(String... columns) {
        var index = new Index(columns);
        indexes.add(index);
        return index;
    }

    public final String name() {
        return name;
    }

    /** Whether it folds events of this kind. */
    public final boolean folds(Class<? extends DomainEvent> kind) {
        return stream.isAssignableFrom(kind);
    }

    final Span span() {
        return span;
    }

    /** The sealed base of the events that it folds. */
    public final Class<E> stream() {
        return stream;
    }

    /** The record whose components are its columns. */
    public final Class<R> row() {
        return row;
    }

    final boolean isNamingEvents() {
        return namesEvents;
    }

    final List<Index> indexes() {
        return indexes;
    }

    @SuppressWarnings("unchecked") // checked by folds
    final Timeline<R> take(Timeline<R> known, Recorded<?> event) {
        return evolve(known, (Recorded<? extends E>) event);
    }
}

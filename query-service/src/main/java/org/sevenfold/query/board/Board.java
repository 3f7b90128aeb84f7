package org.sevenfold.query.board;

import java.util.List;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Recorded;

/**
 * A table that is kept from a view: adding one takes a view, a row, a CREATE TABLE and one of these as a bean.
 *
 * @param name the board's name, which is its processor's and its table's in the schema {@code query}
 * @param stream the sealed base of the events that the view folds; all others pass it by
 */
public record Board<E extends DomainEvent, R extends Row>(String name, Class<E> stream, Class<R> row, View<E, R> view) {

    public Board {
        if (!name.matches("[a-z][a-z_]{0,40}")) {
            throw new IllegalArgumentException("not a table's name: " + name);
        }
    }

    /** Whether the view folds events of this kind. */
    public boolean folds(Class<? extends DomainEvent> kind) {
        return stream.isAssignableFrom(kind);
    }

    @SuppressWarnings("unchecked") // checked by folds
    List<R> evolve(List<R> timeline, Recorded<?> event) {
        return view.evolve(timeline, (Recorded<? extends E>) event);
    }
}

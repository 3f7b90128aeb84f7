package org.sevenfold.query.board;

import java.util.List;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Recorded;

/**
 * A pure fold of one stream: from the facts known before an event and the event to the facts known after it. What it
 * answers replaces the former timeline whole, so it hands on what stays the same.
 */
@FunctionalInterface
public interface View<E extends DomainEvent, R extends Row> {

    List<R> evolve(List<R> timeline, Recorded<? extends E> event);
}

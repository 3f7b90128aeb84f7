package org.sevenfold.query.board;

import java.util.List;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.Timeline.Stretch;

/** What a board makes of events, without a log and without a table. */
public final class Folded {

    private Folded() {}

    /** The rows of one stream after an event, from those before it. */
    public static <R extends Record> List<Stretch<R>> after(
            Board<?, R> board, List<Stretch<R>> known, Recorded<?> event) {
        return board.take(new Timeline<>(known), event).stretches();
    }
}

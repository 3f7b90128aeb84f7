package org.sevenfold.query.board;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Timeline.Stretch;

/**
 * A row with the positions between which it was known, from inclusive, to exclusive.
 *
 * @param place where the row stands in its table; null where it was born after the table was read
 */
record Held<R>(
        String streamId,
        Stretch<R> row,
        List<@Nullable String> texts,
        long knownFrom,
        long knownTo,
        @Nullable String place) {

    /** The end of what is known still. */
    static final long STILL = Long.MAX_VALUE;

    Held<R> until(long position) {
        return new Held<>(streamId, row, texts, knownFrom, position, place);
    }
}

package org.sevenfold.ledger.bag;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place of each line of a log whose lines should follow one another: what is left out, what was slipped in, and
 * what only bears another's number. It looks two lines ahead, since these begin alike.
 */
final class LeafOrder {

    private static final int AHEAD = 2;

    private final long size;
    private final Places places;
    private final List<Held> held = new ArrayList<>();
    private long expected;

    /** Takes what was found, in order. */
    interface Places {

        /** A line at its place. */
        void leaf(long index, EventLine line);

        /** A line whose neighbours say that this is its place, while it bears another's number. */
        void renumbered(long index, EventLine line);

        /** Places without a line, from one up to, not including, another. */
        void missing(long from, long to);

        /** A line for which there is no place. */
        void unlogged(EventLine line);
    }

    /** A line and the number that it bears; one that cannot be read is null and is taken to bear the next number. */
    private record Held(@Nullable EventLine line, long index) {}

    /** @param size how many places there are, unsigned */
    LeafOrder(long size, Places places) {
        this.size = size;
        this.places = places;
    }

    /** The number that a line would bear if it followed what came so far. */
    long next() {
        return held.isEmpty() ? expected : held.get(held.size() - 1).index + 1;
    }

    void line(EventLine line) {
        hold(new Held(line, line.leafIndex()));
    }

    /** A line that cannot be read stands where it is. */
    void unreadable() {
        hold(new Held(null, next()));
    }

    void end() {
        while (!held.isEmpty()) {
            place();
        }
        if (Long.compareUnsigned(expected, size) < 0) {
            places.missing(expected, size);
        }
    }

    private void hold(Held line) {
        held.add(line);
        if (held.size() > AHEAD) {
            place();
        }
    }

    private void place() {
        Held first = held.remove(0);
        EventLine line = first.line;
        long index = first.index;
        if (line == null) {
            expected++;
        } else if (Long.compareUnsigned(expected, size) >= 0) {
            places.unlogged(line);
        } else if (index == expected) {
            places.leaf(expected++, line);
        } else if (bearsAnothersNumber(index)) {
            places.renumbered(expected++, line);
        } else if (leavesAGap(index)) {
            places.missing(expected, index);
            expected = index;
            places.leaf(expected++, line);
        } else {
            places.unlogged(line);
        }
    }

    private boolean bearsAnothersNumber(long index) {
        boolean swappedWithTheNext = index == expected + 1 && ahead(0) == expected && ahead(1) == expected + 2;
        return swappedWithTheNext || ahead(0) == expected + 1;
    }

    private boolean leavesAGap(long index) {
        return isBefore(expected, index)
                && isBefore(index, size)
                && (isBefore(index, ahead(0)) && (isBefore(ahead(0), ahead(1)) || ahead(1) == size));
    }

    /** The number of a line ahead; where there is none any more, that of the end. */
    private long ahead(int lines) {
        return lines < held.size() ? held.get(lines).index : size;
    }

    private static boolean isBefore(long one, long other) {
        return Long.compareUnsigned(one, other) < 0;
    }
}

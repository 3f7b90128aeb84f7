package org.sevenfold.ledger;

/**
 * The place of one complete subtree: the {@code index}-th block of 2^{@code level} neighbouring leaves, counted from 0.
 * It covers the leaves from {@code index << level} up to, not including, {@code (index + 1) << level}.
 *
 * @param level 0 for a single leaf, at most 63; else an {@link IllegalArgumentException}
 * @param index unsigned; one whose leaves lie beyond 64 bits is an {@link IllegalArgumentException}
 */
public record NodeId(int level, long index) {

    private static final int HIGHEST_LEVEL = 63;

    public NodeId {
        check(level, index);
    }

    static void check(int level, long index) {
        if (level < 0 || level > HIGHEST_LEVEL) {
            throw new IllegalArgumentException("A level lies between 0 and 63, not at " + level);
        }
        if (Long.compareUnsigned(index, -1L >>> level) > 0) {
            throw new IllegalArgumentException(
                    "No tree reaches node " + Long.toUnsignedString(index) + " of level " + level);
        }
    }
}

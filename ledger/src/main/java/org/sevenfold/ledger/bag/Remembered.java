package org.sevenfold.ledger.bag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.sevenfold.ledger.Hash;

/**
 * Remembers a number for each of millions of texts in little memory: 24 bytes apiece and half as much again to spare. A
 * text is known by the first half of its SHA-256.
 */
final class Remembered {

    private static final int LONGS = 3;
    private static final int FIRST_SLOTS = 1 << 10;

    private long[] slots = new long[FIRST_SLOTS * LONGS];
    private int filled;

    /** Remembers a number from 0 up for a text, and answers the one that it had before, or −1. */
    long put(String text, long number) {
        if (filled * 2 >= slots.length / LONGS) {
            grow();
        }
        ByteBuffer fingerprint =
                ByteBuffer.wrap(Hash.sha256(text.getBytes(UTF_8)).bytes());
        return put(fingerprint.getLong(), fingerprint.getLong(), number);
    }

    private long put(long high, long low, long number) {
        // The number of slots is a power of two, and a fingerprint's bits are as good as random.
        int at = (int) (high & (slots.length / LONGS - 1)) * LONGS;
        while (slots[at + 2] != 0) {
            if (slots[at] == high && slots[at + 1] == low) {
                long before = slots[at + 2] - 1;
                slots[at + 2] = number + 1;
                return before;
            }
            at = (at + LONGS) % slots.length;
        }
        slots[at] = high;
        slots[at + 1] = low;
        slots[at + 2] = number + 1;
        filled++;
        return -1;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        filled = 0;
        for (int at = 0; at < old.length; at += LONGS) {
            if (old[at + 2] != 0) {
                put(old[at], old[at + 1], old[at + 2] - 1);
            }
        }
    }
}

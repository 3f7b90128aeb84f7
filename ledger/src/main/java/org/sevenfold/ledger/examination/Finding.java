package org.sevenfold.ledger.examination;

import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Unsigned;

/**
 * One thing that somebody has done to a log, and where.
 *
 * @param kind what was done
 * @param leaf the leaf's place, unsigned, where it is about one leaf
 * @param event the event's id, where it is known
 * @param file the file of the evidence bag, where it is about one file
 * @param size the tree's size, unsigned, at or since which it holds, where it is about the whole tree
 * @param detail what is wrong, in a sentence without a full stop
 */
public record Finding(
        Tampering kind,
        @Nullable Long leaf,
        @Nullable String event,
        @Nullable String file,
        @Nullable Long size,
        String detail) {

    public static Finding leaf(Tampering kind, long leaf, @Nullable String event, String detail) {
        return new Finding(kind, leaf, event, null, null, detail);
    }

    /** About an event that has no leaf. */
    public static Finding event(Tampering kind, @Nullable String event, String detail) {
        return new Finding(kind, null, event, null, null, detail);
    }

    public static Finding file(Tampering kind, String file, String detail) {
        return new Finding(kind, null, null, file, null, detail);
    }

    public static Finding size(Tampering kind, long size, String detail) {
        return new Finding(kind, null, null, null, size, detail);
    }

    /** Such as {@code ALTERED leaf 17, event 0197…: its payload is not the one that was logged}. */
    public String sentence() {
        var sentence = new StringBuilder(kind.name());
        if (leaf != null) {
            sentence.append(" leaf ").append(Unsigned.text(leaf));
        }
        if (event != null) {
            sentence.append(leaf == null ? " event " : ", event ").append(event);
        }
        if (file != null) {
            sentence.append(" file ").append(file);
        }
        if (size != null) {
            sentence.append(kind == Tampering.HISTORY_REWRITTEN ? " since size " : " at size ")
                    .append(Unsigned.text(size));
        }
        return sentence.append(": ").append(detail).toString();
    }
}

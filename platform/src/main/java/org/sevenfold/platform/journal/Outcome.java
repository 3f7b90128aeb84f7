package org.sevenfold.platform.journal;

/** What became of a write. */
sealed interface Outcome {

    /** Stored, durably. */
    record Done(Accepted accepted) implements Outcome {}

    /** Something that the command had read has changed since; nothing was stored. */
    record Moved() implements Outcome {}

    /** The caller's key was answered before; nothing was stored again. */
    record AnsweredBefore(StoredAnswer answer) implements Outcome {}
}

package org.sevenfold.query.audit.verification;

/** What can be wrong with the record, in the words in which auditors are told of it. */
enum Wrong {
    /** What was recorded is no longer what its leaf says. */
    ALTERED,
    /** A leaf is there, and the event it speaks of is not. */
    MISSING,
    /** An event is there for which there is no leaf. */
    UNLOGGED,
    /** The leaves do not give the root that the log claims. */
    ROOT_MISMATCH,
    /** A stream's events are not numbered without a gap. */
    SEQUENCE_GAP,
    /** A signature in the name of the log's key that this key did not make. */
    BAD_SIGNATURE,
    /** The log is not an extension of what it was known to be. */
    HISTORY_REWRITTEN,
    /** The log is shorter than it was known to be. */
    HISTORY_TRUNCATED,
    /** Two checkpoints of one size that are not the same. */
    SPLIT_VIEW,
    /** A table is not what the log gives. */
    PROJECTION_DRIFT,
    /** A value that rules lean on is not what the log gives. */
    LOOKUP_DRIFT,
    /** A grant or a trigger that protects the log is not as it was made. */
    UNGUARDED
}

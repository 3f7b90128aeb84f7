package org.sevenfold.ledger.examination;

/** What can have been done to a log, in the words in which auditors are told of it. */
public enum Tampering {

    /** What was recorded is no longer what its leaf says. */
    ALTERED,
    /** A leaf is there, and the event it speaks of is not. */
    MISSING,
    /** An event is there for which there is no leaf. */
    UNLOGGED,
    /** The leaves do not give the root that was signed. */
    ROOT_MISMATCH,
    /** A signature in the name of a trusted key that this key did not make. */
    BAD_SIGNATURE,
    /** The log is not an extension of what it was known to be. */
    HISTORY_REWRITTEN,
    /** The log is shorter than it was known to be. */
    HISTORY_TRUNCATED,
    /** Two logs of one name and size that are not the same: somebody was shown another one. */
    SPLIT_VIEW
}

package org.sevenfold.ledger.checkpoint;

import org.sevenfold.ledger.examination.Tampering;

/** A checkpoint that is not signed, because it would contradict one that was: somebody has been at the log. */
public final class CheckpointRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Tampering kind;

    CheckpointRefused(Tampering kind, String why) {
        super(why);
        this.kind = kind;
    }

    /** What has been done to the log, as far as it can be told from here. */
    public Tampering kind() {
        return kind;
    }
}

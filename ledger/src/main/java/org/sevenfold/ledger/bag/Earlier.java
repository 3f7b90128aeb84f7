package org.sevenfold.ledger.bag;

import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.note.SignedNote;

/**
 * What the log was known to be before: so many events, and their root.
 *
 * @param size unsigned
 * @param note the checkpoint that says so; null if size and root were typed in from paper
 */
public record Earlier(long size, Hash root, @Nullable SignedNote note) {

    /** As a checkpoint says that was kept. Its signature is verified with the rest. */
    public static Earlier of(SignedNote checkpoint) {
        Checkpoint said = Checkpoint.of(checkpoint);
        return new Earlier(said.size(), said.root(), checkpoint);
    }

    /** As printed at the foot of a report. */
    public static Earlier printed(long size, Hash root) {
        return new Earlier(size, root, null);
    }
}

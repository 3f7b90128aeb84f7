package org.sevenfold.ledger.bag;

import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.checkpoint.Checkpoint;

/**
 * What the log's key says of a bag: that these files, and no others, were handed out with this checkpoint. Its second
 * line is never a number, so nobody can pass it off as a checkpoint.
 */
final class BagStatement {

    private BagStatement() {}

    static String text(Checkpoint checkpoint, Hash tagManifest) {
        return "Evidence bag\n"
                + "of " + checkpoint.origin() + "\n"
                + "with " + Unsigned.text(checkpoint.size()) + " events, root "
                + checkpoint.root().hex() + "\n"
                + BagPath.TAG_MANIFEST + " " + tagManifest.hex() + "\n";
    }
}

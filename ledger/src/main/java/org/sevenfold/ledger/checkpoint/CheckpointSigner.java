package org.sevenfold.ledger.checkpoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Frontier;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.MerkleTree;
import org.sevenfold.ledger.NodeReader;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.examination.Tampering;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.SigningKey;
import org.sevenfold.ledger.note.VerifierKey;

/**
 * Signs the log's head, and only if it extends what was signed last. The caller sees to it that there is one signer at a
 * time, and that head, nodes and last checkpoint are read together.
 */
public final class CheckpointSigner {

    private final String origin;
    private final List<SigningKey> keys;
    private final List<VerifierKey> trusted;

    /**
     * @param keys those that sign, all of one name, which is the log's origin: one, or, while a key is being replaced,
     *     the old and the new one
     * @param retired keys that signed earlier checkpoints and sign no more
     */
    public CheckpointSigner(List<SigningKey> keys, Collection<VerifierKey> retired) {
        this.keys = List.copyOf(keys);
        this.trusted = new ArrayList<>(retired);
        keys.forEach(key -> trusted.add(key.verifierKey()));
        List<String> names = trusted.stream().map(VerifierKey::name).distinct().toList();
        if (keys.isEmpty() || names.size() != 1) {
            throw new IllegalArgumentException("The keys of a log bear its name, and one at least can sign: " + names);
        }
        this.origin = names.get(0);
    }

    /** The log's name. */
    public String origin() {
        return origin;
    }

    /** Whose signatures count as the log's own. */
    public List<VerifierKey> trusted() {
        return List.copyOf(trusted);
    }

    /**
     * The signed checkpoint of this head. At the size of the last one it is the same checkpoint again.
     *
     * @param nodes of the tree, which must give the head's root and the last checkpoint's root too
     * @param last what was signed before; null before the first one
     * @throws CheckpointRefused if head and nodes disagree, if the log is shorter than at the last checkpoint, or if it
     *     does not extend it
     * @throws org.sevenfold.ledger.note.BadSignature if the last checkpoint is forged
     * @throws org.sevenfold.ledger.note.UnknownKey if none of this log's keys has signed the last checkpoint
     */
    public SignedNote sign(Frontier head, NodeReader nodes, @Nullable SignedNote last) {
        requireRoot(
                Tampering.ROOT_MISMATCH,
                "The stored tree does not give the root of its own head",
                MerkleTree.root(head.size(), nodes),
                head.root());
        if (last != null) {
            last.verify(trusted);
            requireExtends(Checkpoint.of(last), head, nodes);
        }
        return SignedNote.sign(new Checkpoint(origin, head.size(), head.root()).text(), keys);
    }

    private void requireExtends(Checkpoint last, Frontier head, NodeReader nodes) {
        if (!last.origin().equals(origin)) {
            throw new IllegalArgumentException("The last checkpoint is of another log: " + last.origin());
        }
        if (Long.compareUnsigned(head.size(), last.size()) < 0) {
            throw new CheckpointRefused(
                    Tampering.HISTORY_TRUNCATED,
                    "The log has " + Unsigned.text(head.size()) + " events and had " + Unsigned.text(last.size())
                            + " when it was last signed");
        }
        requireRoot(
                Tampering.HISTORY_REWRITTEN,
                "The first " + Unsigned.text(last.size()) + " events are not those that were last signed",
                MerkleTree.root(last.size(), nodes),
                last.root());
    }

    private static void requireRoot(Tampering kind, String why, Hash found, Hash expected) {
        if (!found.equals(expected)) {
            throw new CheckpointRefused(kind, why + ": root " + found.hex() + " instead of " + expected.hex());
        }
    }
}

package org.sevenfold.query.audit.verification;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.MerkleTree;
import org.sevenfold.ledger.NodeId;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.note.BadSignature;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.UnknownKey;
import org.sevenfold.ledger.note.VerifierKey;
import org.sevenfold.platform.database.Read;
import org.sevenfold.platform.log.TreeNodes;

/**
 * Compares the tree with everything that was ever claimed of it: the checkpoints in the database, those laid down in the
 * anchor, and what an auditor holds. Each has to be signed by a key of the log, and to be of a tree that this one extends.
 */
final class CheckpointCheck {

    private static final int PAGE_CHECKPOINTS = 500;
    private static final String STORED =
            "SELECT size, note FROM log.tlog_checkpoint WHERE size > ? ORDER BY size LIMIT " + PAGE_CHECKPOINTS;

    private final DataSource dataSource;
    private final @Nullable Anchored anchored;
    private final Findings findings;
    private final long size;

    /** Something that was claimed: at this size the tree had this root. */
    private record Claim(long size, Hash root) {}

    CheckpointCheck(DataSource dataSource, @Nullable Anchored anchored, Findings findings, long size) {
        this.dataSource = dataSource;
        this.anchored = anchored;
        this.findings = findings;
        this.size = size;
    }

    void check(Held held) throws SQLException, IOException {
        List<VerifierKey> keys = anchored == null ? List.of() : anchored.keys();
        try (Connection connection = dataSource.getConnection()) {
            long newest = checkStored(connection, keys);
            checkAnchored(connection, keys, newest);
            checkHeld(connection, keys, held, newest);
        }
    }

    /** Answers the size of the newest checkpoint; 0 where there is none. */
    private long checkStored(Connection connection, List<VerifierKey> keys) throws SQLException {
        long checked = 0;
        long newest = 0;
        boolean rewritten = false;
        while (true) {
            List<SignedNote> page = Read.all(connection, STORED, row -> SignedNote.parse(row.getBytes("note")), newest);
            List<Claim> claims = signed(page, keys, "of the database");
            rewritten = extendsAll(connection, claims, "the checkpoints in the database", rewritten, 0);
            checked += page.size();
            if (page.isEmpty()) {
                break;
            }
            newest = Checkpoint.of(page.getLast()).size();
        }
        if (keys.isEmpty()) {
            findings.undecided(
                    "checkpoints",
                    "No key of the log is known here, so signatures were not checked: set"
                            + " SEVENFOLD_CHECKPOINT_ANCHOR.");
        } else {
            findings.step("checkpoints", "%,d checkpoints are signed, and the log extends each.".formatted(checked));
        }
        return newest;
    }

    private void checkAnchored(Connection connection, List<VerifierKey> keys, long newest)
            throws SQLException, IOException {
        if (anchored == null) {
            findings.undecided(
                    "anchor", "No anchor outside the database is configured: set SEVENFOLD_CHECKPOINT_ANCHOR.");
            return;
        }
        List<SignedNote> notes = anchored.checkpoints();
        extendsAll(connection, signed(notes, keys, "of the anchor"), "the checkpoints in the anchor", false, newest);
        findings.step(
                "anchor",
                notes.isEmpty()
                        ? "Nothing has been laid down in the anchor yet."
                        : "The log extends what was laid down in the anchor, %,d checkpoints looked at."
                                .formatted(notes.size()));
    }

    private void checkHeld(Connection connection, List<VerifierKey> keys, Held held, long newest) throws SQLException {
        SignedNote note = held.checkpoint();
        if (note != null) {
            try {
                note.verify(keys);
                extendsAll(connection, List.of(claim(note)), "the checkpoint that you hold", false, newest);
                findings.step("held checkpoint", "The log extends the checkpoint that you hold.");
            } catch (BadSignature e) {
                findings.add(
                        Wrong.BAD_SIGNATURE,
                        "the checkpoint that you hold",
                        "The log's key did not make its signature.");
                findings.step("held checkpoint", "");
            } catch (UnknownKey e) {
                findings.undecided("held checkpoint", "No key of this log has signed it.");
            }
        }
        Long heldSize = held.size();
        Hash root = held.root();
        if (heldSize != null && root != null) {
            extendsAll(connection, List.of(new Claim(heldSize, root)), "the root that you hold", false, 0);
            findings.step("held root", "The log extends what the root that you hold stands for.");
        }
        checkReceipt(connection, held);
    }

    private void checkReceipt(Connection connection, Held held) throws SQLException {
        Long index = held.leafIndex();
        Hash hash = held.leafHash();
        if (index == null || hash == null) {
            return;
        }
        if (index >= size) {
            findings.add(
                    Wrong.HISTORY_TRUNCATED,
                    "size " + size,
                    "You hold a receipt for leaf %d, and the log ends before it.".formatted(index));
        } else {
            TreeNodes leaf = TreeNodes.fetch(connection, List.of(new NodeId(0, index)));
            if (!hash.equals(rootOrNull(() -> leaf.node(0, index)))) {
                findings.add(
                        Wrong.HISTORY_REWRITTEN,
                        "since size " + (index + 1),
                        "Leaf %d is not the one that you hold a receipt for.".formatted(index));
            }
        }
        findings.step("held receipt", "The leaf of your receipt is in the log.");
    }

    /** What is claimed by those notes that a key of the log has signed; all of them where no key is known. */
    private List<Claim> signed(List<SignedNote> notes, List<VerifierKey> keys, String where) {
        var claims = new ArrayList<Claim>();
        for (SignedNote note : notes) {
            try {
                if (!keys.isEmpty()) {
                    note.verify(keys);
                }
                claims.add(claim(note));
            } catch (BadSignature | UnknownKey e) {
                findings.add(
                        Wrong.BAD_SIGNATURE,
                        "checkpoint %s of size %d"
                                .formatted(where, Checkpoint.of(note).size()),
                        "No key of the log has signed it.");
            }
        }
        return claims;
    }

    private static Claim claim(SignedNote note) {
        Checkpoint checkpoint = Checkpoint.of(note);
        return new Claim(checkpoint.size(), checkpoint.root());
    }

    /**
     * Finds the first claim that the tree does not extend; it says since when.
     *
     * @param newest the size of the newest checkpoint of our own: another root at that size is a second view of one log
     */
    private boolean extendsAll(
            Connection connection, List<Claim> claims, String whose, boolean foundBefore, long newest)
            throws SQLException {
        var places = new LinkedHashSet<NodeId>();
        claims.stream()
                .filter(claim -> claim.size <= size)
                .forEach(claim -> places.addAll(MerkleTree.nodesFor(claim.size)));
        TreeNodes nodes = TreeNodes.fetch(connection, places);
        boolean found = foundBefore;
        for (Claim claim : claims) {
            if (claim.size > size) {
                findings.add(
                        Wrong.HISTORY_TRUNCATED,
                        "size " + size,
                        "By %s the log had %d events; it has %d.".formatted(whose, claim.size, size));
            } else if (!found && !claim.root.equals(rootOrNull(() -> MerkleTree.root(claim.size, nodes)))) {
                found = true;
                boolean split = claim.size == newest;
                findings.add(
                        split ? Wrong.SPLIT_VIEW : Wrong.HISTORY_REWRITTEN,
                        (split ? "size " : "since size ") + claim.size,
                        "By %s the root of the first %d events is another one.".formatted(whose, claim.size));
            }
        }
        return found;
    }

    private static @Nullable Hash rootOrNull(java.util.function.Supplier<Hash> root) {
        try {
            return root.get();
        } catch (TreeNodes.Missing e) {
            return null;
        }
    }
}

package org.sevenfold.query.audit.published;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.sevenfold.ledger.ConsistencyProof;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.InclusionProof;
import org.sevenfold.ledger.MerkleTree;
import org.sevenfold.ledger.NodeId;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.checkpoint.TlogProof;
import org.sevenfold.ledger.note.NoteSignature;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.tile.EntryBundle;
import org.sevenfold.ledger.tile.Tile;
import org.sevenfold.platform.database.Read;
import org.sevenfold.platform.log.TreeNodes;
import org.springframework.stereotype.Component;

/** The log's tree as others read it: its checkpoints with what witnesses said of them, its hashes, and proofs from them. */
@Component
public class SignedLog {

    private final DataSource dataSource;

    /** The roots of two sizes, and the proof that the one tree extends the other. */
    record Extension(Hash earlier, Hash later, ConsistencyProof proof) {}

    SignedLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The newest checkpoint; empty before the first one. */
    public Optional<SignedNote> newest() {
        return Read.all(
                        dataSource,
                        "SELECT note FROM log.tlog_checkpoint ORDER BY size DESC LIMIT 1",
                        row -> SignedNote.parse(row.getBytes("note")))
                .stream()
                .findFirst();
    }

    /** What witnesses said of a checkpoint after it was stored. */
    public List<NoteSignature> cosignatures(SignedNote checkpoint) {
        return Read.all(
                dataSource,
                "SELECT line FROM log.tlog_cosignature WHERE size = ? ORDER BY received_at, line",
                row -> NoteSignature.parse(row.getString("line")),
                Checkpoint.of(checkpoint).size());
    }

    /** The proof that one tree extends another; sizes that cannot be are refused by the proof itself. */
    public ConsistencyProof extension(long from, long to) throws SQLException {
        return ConsistencyProof.of(from, to, fetch(ConsistencyProof.nodesFor(from, to)));
    }

    Extension extensionWithRoots(long from, long to) throws SQLException {
        ConsistencyProof proof = extension(from, to);
        return new Extension(root(from), root(to), proof);
    }

    private Hash root(long size) throws SQLException {
        return MerkleTree.root(size, fetch(MerkleTree.nodesFor(size)));
    }

    /** The leaf of an event; empty for one that there is not. */
    Optional<Long> leafOf(UUID event) {
        return Read.all(
                        dataSource,
                        "SELECT position - 1 FROM log.domain_event WHERE event_id = ?",
                        row -> row.getLong(1),
                        event)
                .stream()
                .findFirst();
    }

    /** The proof that a leaf is in the tree of a checkpoint, with the leaf's entry beside it. */
    TlogProof proof(long leaf, SignedNote checkpoint) throws SQLException {
        long size = Checkpoint.of(checkpoint).size();
        InclusionProof proof = InclusionProof.of(leaf, size, fetch(InclusionProof.nodesFor(leaf, size)));
        return new TlogProof(
                proof,
                checkpoint.with(cosignatures(checkpoint)),
                entries(leaf, leaf + 1).getFirst());
    }

    /** The file of a tile; empty where the tree has not come so far. */
    Optional<byte[]> tile(Tile tile) throws SQLException {
        try {
            return Optional.of(tile.read(fetch(tile.nodes())));
        } catch (TreeNodes.Missing e) {
            return Optional.empty();
        }
    }

    /** The file of a bundle of entries; empty where the log has not come so far. */
    Optional<byte[]> bundle(EntryBundle bundle) {
        long first = bundle.index() * Tile.FULL_WIDTH;
        List<byte[]> entries = entries(first, first + bundle.width());
        return entries.size() == bundle.width() ? Optional.of(EntryBundle.bytes(entries)) : Optional.empty();
    }

    private List<byte[]> entries(long from, long to) {
        return Read.all(
                dataSource,
                "SELECT entry FROM log.tlog_leaf WHERE leaf_index >= ? AND leaf_index < ? ORDER BY leaf_index",
                row -> row.getBytes("entry"),
                from,
                to);
    }

    /** How many leaves there are now. */
    long size() {
        return Read.all(dataSource, "SELECT size FROM log.tlog_head", row -> row.getLong("size"))
                .getFirst();
    }

    private TreeNodes fetch(Collection<NodeId> places) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return TreeNodes.fetch(connection, places);
        }
    }
}

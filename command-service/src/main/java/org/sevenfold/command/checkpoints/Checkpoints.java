package org.sevenfold.command.checkpoints;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Frontier;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.MerkleTree;
import org.sevenfold.ledger.NodeId;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.checkpoint.CheckpointSigner;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.SigningKey;
import org.sevenfold.platform.database.Read;
import org.sevenfold.platform.log.TreeNodes;
import org.sevenfold.platform.time.London;

/**
 * Signs the log's head, under the log's lock and therefore one instance at a time. It signs nothing that does not extend
 * what was signed last, be it in the database or in the anchor. A checkpoint that is stored and not yet laid down, because
 * the anchor could not be reached, is laid down the next time.
 */
final class Checkpoints {

    private static final int HASH_BYTES = 32;
    private static final Pattern BAG_STATEMENT = Pattern.compile("Evidence bag\n"
            + "of (?<origin>[^\n"
            + "]+)\n"
            + "with \\d+ events, root [0-9a-f]{64}\n"
            + "tagmanifest-sha256.txt [0-9a-f]{64}\n");

    private final DataSource dataSource;
    private final Clock clock;
    private final List<SigningKey> keys;
    private final CheckpointSigner signer;
    private final @Nullable Anchor anchor;

    private record Stored(SignedNote note, Instant signedAt) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(
                    SignedNote.parse(row.getBytes("note")),
                    row.getObject("signed_at", OffsetDateTime.class).toInstant());
        }
    }

    Checkpoints(DataSource dataSource, Clock clock, List<SigningKey> keys, @Nullable Anchor anchor) throws IOException {
        this.dataSource = dataSource;
        this.clock = clock;
        this.keys = List.copyOf(keys);
        this.anchor = anchor;
        var ours = keys.stream().map(SigningKey::verifierKey).toList();
        this.signer = new CheckpointSigner(
                this.keys, anchor == null ? List.of() : withoutOurs(anchor.keys(ours), new LinkedHashSet<>(ours)));
    }

    private static <T> Set<T> withoutOurs(Set<T> all, Set<T> ours) {
        var others = new LinkedHashSet<>(all);
        others.removeAll(ours);
        return others;
    }

    /** Whether anything was ever signed. */
    static boolean everSigned(DataSource dataSource) {
        return !Read.all(dataSource, "SELECT 1 FROM log.tlog_checkpoint LIMIT 1", row -> true)
                .isEmpty();
    }

    /**
     * The checkpoint of the log as it is now, signed if its size has not been signed yet; empty for an empty log.
     *
     * @throws org.sevenfold.ledger.checkpoint.CheckpointRefused where the log is not what was signed before
     */
    Optional<SignedNote> sign() throws SQLException, IOException {
        Optional<SignedNote> signed;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                signed = sign(connection);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        layDown();
        return signed;
    }

    private Optional<SignedNote> sign(Connection connection) throws SQLException, IOException {
        Frontier head = lockedHead(connection);
        Optional<Stored> last = last(connection);
        var lasts = new ArrayList<SignedNote>();
        last.ifPresent(stored -> lasts.add(stored.note));
        if (anchor != null) {
            anchor.newest().ifPresent(lasts::add);
        }
        if (head.size() == 0 && lasts.isEmpty()) {
            return Optional.empty();
        }
        TreeNodes nodes = TreeNodes.fetch(connection, places(head.size(), lasts));
        SignedNote note = signer.sign(head, nodes, null);
        for (SignedNote before : lasts) {
            signer.sign(head, nodes, before);
        }
        if (last.isPresent() && Checkpoint.of(last.get().note).size() == head.size()) {
            return Optional.of(last.get().note);
        }
        store(connection, note);
        return Optional.of(note);
    }

    private static Set<NodeId> places(long size, List<SignedNote> lasts) {
        var places = new LinkedHashSet<>(MerkleTree.nodesFor(size));
        for (SignedNote last : lasts) {
            long before = Checkpoint.of(last).size();
            if (before <= size) {
                places.addAll(MerkleTree.nodesFor(before));
            }
        }
        return places;
    }

    private static Frontier lockedHead(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT size, root, edge FROM log.tlog_head FOR UPDATE");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("the log has no head");
            }
            byte[] edge = row.getBytes("edge");
            var hashes = new ArrayList<Hash>();
            for (int at = 0; at < edge.length; at += HASH_BYTES) {
                hashes.add(new Hash(Arrays.copyOfRange(edge, at, at + HASH_BYTES)));
            }
            return Frontier.of(row.getLong("size"), hashes);
        }
    }

    private static Optional<Stored> last(Connection connection) throws SQLException {
        return Read.all(
                        connection,
                        "SELECT note, signed_at FROM log.tlog_checkpoint ORDER BY size DESC LIMIT 1",
                        Stored::of)
                .stream()
                .findFirst();
    }

    private void store(Connection connection, SignedNote note) throws SQLException {
        Checkpoint checkpoint = Checkpoint.of(note);
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO log.tlog_checkpoint (size, root, note, signed_at) VALUES (?, ?, ?, ?)")) {
            statement.setLong(1, checkpoint.size());
            statement.setBytes(2, checkpoint.root().bytes());
            statement.setBytes(3, note.bytes());
            statement.setObject(
                    4, OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private void layDown() throws IOException {
        if (anchor == null) {
            return;
        }
        long laid = anchor.newest().map(note -> Checkpoint.of(note).size()).orElse(0L);
        List<Stored> waiting = Read.all(
                dataSource,
                "SELECT note, signed_at FROM log.tlog_checkpoint WHERE size > ? ORDER BY size",
                Stored::of,
                laid);
        for (Stored stored : waiting) {
            anchor.lay(stored.note, London.day(stored.signedAt).toString());
        }
    }

    /**
     * Signs that an evidence bag was handed out. Nothing else is signed for anybody: the text has to be such a statement
     * about this log, which cannot be taken for a checkpoint; empty where it is not.
     */
    Optional<SignedNote> signBag(String statement) {
        var read = BAG_STATEMENT.matcher(statement);
        return read.matches() && read.group("origin").equals(signer.origin())
                ? Optional.of(SignedNote.sign(statement, keys))
                : Optional.empty();
    }
}

package org.sevenfold.query.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.sevenfold.ledger.Frontier;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.MerkleTree;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.SigningKey;
import org.springframework.jdbc.core.JdbcTemplate;

/** The audited borough's log, signed as the command-service signs it and laid down where it lays it down. */
public final class Signed {

    public static final String ORIGIN = "lea-marsh.example/log";

    private static final JdbcTemplate SUPERUSER = AuditedBorough.SERVICE.superuser();
    private static boolean done;

    private Signed() {}

    /** Signs the log at its fifth and eighth event and at its end, once for all tests. */
    public static synchronized void log() {
        if (done) {
            return;
        }
        done = true;
        SigningKey key = AuditedBorough.WRITE_SIDE.key;
        keys(key);
        for (long size : new long[] {5, 8, AuditedBorough.SIZE}) {
            store(checkpoint(size, key));
            lay(checkpoint(size, key), size == 5 ? "2026-06-01" : "2026-06-02");
        }
    }

    /** Makes these the keys that the anchor knows. */
    public static void keys(SigningKey... keys) {
        try {
            Files.write(
                    AuditedBorough.ANCHOR.resolve("vkeys.txt"),
                    List.of(keys).stream()
                            .map(key -> key.verifierKey().toString())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The checkpoint of the tree as it is stored. */
    public static SignedNote checkpoint(long size, SigningKey... keys) {
        Frontier edge = MerkleTree.frontier(size, Signed::node);
        return SignedNote.sign(new Checkpoint(ORIGIN, size, edge.root()).text(), List.of(keys));
    }

    public static Hash node(int level, long index) {
        String sql = level == 0
                ? "SELECT hash FROM log.tlog_leaf WHERE leaf_index = " + index
                : "SELECT hash FROM log.tlog_node WHERE level = " + level + " AND index = " + index;
        return new Hash(Objects.requireNonNull(SUPERUSER.queryForObject(sql, byte[].class)));
    }

    public static void store(SignedNote note) {
        Checkpoint checkpoint = Checkpoint.of(note);
        SUPERUSER.update(
                "INSERT INTO log.tlog_checkpoint VALUES (?, ?, ?, now()) ON CONFLICT DO NOTHING",
                checkpoint.size(),
                checkpoint.root().bytes(),
                note.bytes());
    }

    private static void lay(SignedNote note, String day) {
        try {
            Path folder = Files.createDirectories(AuditedBorough.ANCHOR.resolve(day));
            Files.write(
                    folder.resolve(
                            "%020d.checkpoint".formatted(Checkpoint.of(note).size())),
                    note.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

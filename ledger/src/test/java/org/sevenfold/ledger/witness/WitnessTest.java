package org.sevenfold.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sevenfold.ledger.ConsistencyProof;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.Leaves;
import org.sevenfold.ledger.MerkleTree;
import org.sevenfold.ledger.StoredTree;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.checkpoint.WitnessRequest;
import org.sevenfold.ledger.note.Keys;
import org.sevenfold.ledger.note.NoteSignature;
import org.sevenfold.ledger.note.Signatory;
import org.sevenfold.ledger.note.SignedNote;

class WitnessTest {

    private static final Instant NOW = Instant.parse("2026-08-01T09:00:00Z");
    private static final List<Hash> LEAVES = Leaves.random(new SplittableRandom(15), 50);

    @TempDir
    Path folder;

    private Witness witness;

    @BeforeEach
    void start() throws IOException {
        witness = new Witness(new WitnessFolder(folder), Keys.WITNESS, Keys.known(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void a_log_that_only_grows_is_cosigned_again_and_again() throws IOException {
        int before = 0;
        for (int size : new int[] {0, 1, 1, 2, 20, 20, 49, 50}) {
            Answer answer = witness.addCheckpoint(request(before, size, LEAVES).bytes());

            assertThat(answer.status())
                    .as("%d to %d: %s", before, size, answer.body())
                    .isEqualTo(200);
            SignedNote note = checkpoint(size, LEAVES)
                    .with(List.of(NoteSignature.parse(answer.body().strip())));
            assertThat(note.verify(List.of(Keys.WITNESS.verifierKey())))
                    .extracting(Signatory::time)
                    .containsExactly(NOW);
            before = size;
        }
    }

    @Test
    void what_was_cosigned_is_remembered_by_whoever_opens_the_folder_next() throws IOException {
        witness.addCheckpoint(request(0, 20, LEAVES).bytes());
        start();

        assertThat(witness.addCheckpoint(request(0, 50, LEAVES).bytes()))
                .isEqualTo(new Answer(409, "text/x.tlog.size", "20\n"));
        assertThat(witness.addCheckpoint(request(20, 50, LEAVES).bytes()).status())
                .isEqualTo(200);
        SignedNote kept = SignedNote.parse(
                witness.checkpoint(Hash.sha256(Keys.ORIGIN.getBytes(UTF_8)).hex())
                        .bytes());
        assertThat(kept.verify(List.of(Keys.LOG.verifierKey(), Keys.WITNESS.verifierKey())))
                .hasSize(2);
        assertThat(Checkpoint.of(kept).size()).isEqualTo(50);
        assertThat(witness.checkpoint("0".repeat(64)).status()).isEqualTo(404);
    }

    @Test
    void of_many_who_come_at_once_none_brings_it_back_to_an_earlier_size() {
        List<Integer> statuses = IntStream.rangeClosed(1, 50)
                .parallel()
                .mapToObj(size -> status(request(0, size, LEAVES).bytes()))
                .toList();

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
    }

    @Nested
    class Refused {

        @Test
        void what_is_no_request_is_400() throws IOException {
            for (String body :
                    new String[] {"", "old 0\n\n", "old 0\n\nno note\n", "old -1\n\n" + checkpoint(5, LEAVES)}) {
                assertThat(status(body.getBytes(UTF_8))).as(body).isEqualTo(400);
            }
            assertThat(status(new WitnessRequest(6, List.of(), checkpoint(5, LEAVES)).bytes()))
                    .isEqualTo(400);
        }

        @Test
        void a_log_that_is_not_watched_is_404() {
            SignedNote other =
                    SignedNote.sign(new Checkpoint("other.example/log", 1, LEAVES.get(0)).text(), List.of(Keys.LOG));

            assertThat(status(new WitnessRequest(0, List.of(), other).bytes())).isEqualTo(404);
        }

        @Test
        void a_checkpoint_that_the_log_did_not_sign_is_403() {
            SignedNote byAnother = SignedNote.sign(checkpoint(5, LEAVES).text(), List.of(Keys.NEXT_LOG));
            SignedNote forged = new SignedNote(
                    checkpoint(6, LEAVES).text(), checkpoint(5, LEAVES).signatures());

            assertThat(status(new WitnessRequest(0, List.of(), byAnother).bytes()))
                    .isEqualTo(403);
            assertThat(status(new WitnessRequest(0, List.of(), forged).bytes())).isEqualTo(403);
        }

        @Test
        void another_root_of_the_size_that_was_seen_is_409_and_kept_as_evidence() throws IOException {
            witness.addCheckpoint(request(0, 20, LEAVES).bytes());

            Answer answer = witness.addCheckpoint(request(20, 20, rewritten()).bytes());

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.contentType()).isEqualTo("text/plain; charset=utf-8");
            assertThat(evidence()).hasSize(1);
        }

        @Test
        void a_history_written_anew_is_422_and_kept_as_evidence() throws IOException {
            witness.addCheckpoint(request(0, 20, LEAVES).bytes());

            assertThat(status(request(20, 30, rewritten()).bytes())).isEqualTo(422);
            assertThat(status(new WitnessRequest(20, List.of(), checkpoint(30, LEAVES)).bytes()))
                    .isEqualTo(422);
            assertThat(evidence()).hasSize(2);
            assertThat(status(request(20, 30, LEAVES).bytes())).isEqualTo(200);
        }

        @Test
        void a_proof_from_nothing_and_an_empty_log_with_a_root_are_refused() throws IOException {
            SignedNote wrong = SignedNote.sign(new Checkpoint(Keys.ORIGIN, 0, LEAVES.get(0)).text(), List.of(Keys.LOG));

            assertThat(status(new WitnessRequest(0, List.of(LEAVES.get(0)), checkpoint(5, LEAVES)).bytes()))
                    .isEqualTo(422);
            assertThat(status(new WitnessRequest(0, List.of(), wrong).bytes())).isEqualTo(409);
        }

        private List<Hash> rewritten() {
            var leaves = new ArrayList<>(LEAVES);
            leaves.set(3, Hash.EMPTY_ROOT);
            return leaves;
        }

        private List<Path> evidence() throws IOException {
            try (var all = Files.walk(folder)) {
                return all.filter(file -> file.toString().endsWith(".request")).toList();
            }
        }
    }

    @Nested
    class Folder {

        @Test
        void a_key_is_made_once_and_readable_by_its_owner_alone() throws IOException {
            var kept = new WitnessFolder(folder);

            var key = kept.key("audit.example/witness");

            assertThat(kept.key("another.example/name").verifierKey()).isEqualTo(key.verifierKey());
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                assertThat(Files.getPosixFilePermissions(folder.resolve("witness.key")))
                        .hasSize(2);
            }
        }

        @Test
        void two_witnesses_do_not_share_a_folder() throws IOException {
            var kept = new WitnessFolder(folder);
            try (var lock = kept.lock()) {
                assertThat(lock.isOpen()).isTrue();
                assertThatIllegalArgumentException().isThrownBy(kept::lock);
            }
            kept.lock().close();
        }

        @Test
        void logs_are_listed_one_a_line() throws IOException {
            var kept = new WitnessFolder(folder);
            assertThat(kept.logs()).isEmpty();

            Files.writeString(folder.resolve("logs.txt"), "# ours\n\n" + Keys.LOG + "\n  " + Keys.NEXT_LOG + "  \n");
            assertThat(kept.logs()).containsExactly(Keys.LOG.verifierKey(), Keys.NEXT_LOG.verifierKey());

            Files.writeString(folder.resolve("logs.txt"), "no key\n");
            assertThatIllegalArgumentException().isThrownBy(kept::logs);
        }
    }

    private int status(byte[] body) {
        try {
            return witness.addCheckpoint(body).status();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static WitnessRequest request(int from, int to, List<Hash> leaves) {
        List<Hash> proof = from == 0
                ? List.of()
                : ConsistencyProof.of(from, to, new StoredTree(leaves)).hashes();
        return new WitnessRequest(from, proof, checkpoint(to, leaves));
    }

    static SignedNote checkpoint(int size, List<Hash> leaves) {
        Hash root = MerkleTree.root(size, new StoredTree(leaves));
        return SignedNote.sign(new Checkpoint(Keys.ORIGIN, size, root).text(), List.of(Keys.LOG));
    }
}

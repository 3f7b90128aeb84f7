package org.sevenfold.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.ledger.ConsistencyProof;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.InclusionProof;
import org.sevenfold.ledger.Leaves;
import org.sevenfold.ledger.MerkleTree;
import org.sevenfold.ledger.StoredTree;
import org.sevenfold.ledger.bag.History;
import org.sevenfold.ledger.bag.Unpacked;
import org.sevenfold.ledger.checkpoint.TlogProof;
import org.sevenfold.ledger.checkpoint.WitnessRequest;
import org.sevenfold.ledger.note.Keys;
import org.sevenfold.ledger.note.SignedNote;

class AuditVerifyTest {

    private static final String KEY = Keys.LOG.verifierKey().toString();
    private static final String WITNESS = Keys.WITNESS.verifierKey().toString();

    @TempDir
    Path folder;

    private final History history = History.random(new SplittableRandom(9), 60);

    @Nested
    class Bags {

        @Test
        void a_bag_is_verified_in_plain_english() {
            Typed answer = Typed.run("bag", bag(), "--vkey", KEY);

            assertThat(answer.code()).isZero();
            assertThat(answer.out())
                    .startsWith("\u2713 manifest: ")
                    .contains("\u2713 60 events re-hashed\n")
                    .contains("\u2713 root equals the checkpoint: "
                            + history.root(60).hex())
                    .endsWith("VERIFIED\n");
            assertThat(answer.errors()).isEmpty();
        }

        @Test
        void root_and_size_can_be_typed_from_paper() {
            String root = history.root(30).hex().toUpperCase(Locale.ROOT);

            assertThat(Typed.run("bag", bag(), "--vkey=" + KEY, "--previous-root", root, "--previous-size", "30")
                            .out())
                    .contains(
                            "\u2713 extends the checkpoint you held: 30 events, the last of them from 1 April 2026\n");
            Typed other = Typed.run("bag", bag(), "--vkey=" + KEY, "--previous-root", root, "--previous-size", "31");
            assertThat(other.code()).isEqualTo(1);
            assertThat(other.out())
                    .contains("    HISTORY_REWRITTEN since size 31: ")
                    .endsWith("TAMPERING: 1 found\n");
        }

        @Test
        void a_checkpoint_that_was_kept_is_held_against_it() throws IOException {
            String kept = file("kept", history.checkpoint(30, Keys.LOG).bytes());
            String longer = file(
                    "longer",
                    history.grow(new SplittableRandom(10), 5)
                            .checkpoint(65, Keys.LOG)
                            .bytes());
            String ofSixty =
                    History.random(new SplittableRandom(9), 60).bag(folder).toString();

            assertThat(Typed.run("bag", ofSixty, "--vkey", KEY, "--previous-checkpoint", kept)
                            .code())
                    .isZero();
            Typed answer = Typed.run("bag", ofSixty, "--vkey", KEY, "--previous-checkpoint", longer);
            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.out()).contains("    HISTORY_TRUNCATED at size 60: you held a checkpoint of 65 events\n");
        }

        @Test
        void a_receipt_is_held_against_it() {
            String right = "41:" + history.leaves().get(41).hex();
            String wrong = "41:" + history.leaves().get(40).hex();

            assertThat(Typed.run("bag", bag(), "--vkey", KEY, "--receipt", right)
                            .code())
                    .isZero();
            assertThat(Typed.run("bag", bag(), "--vkey", KEY, "--receipt", right, "--receipt", wrong)
                            .out())
                    .contains("    HISTORY_REWRITTEN leaf 41, event ");
            assertThat(Typed.run("bag", bag(), "--vkey", KEY, "--receipt", "41").errors())
                    .startsWith("A receipt is written");
        }

        @Test
        void tampering_is_named_by_kind_leaf_and_event_in_json_too() throws IOException {
            String altered = altered();

            Typed answer = Typed.run("bag", altered, "--vkey", KEY, "--json");

            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.out())
                    .startsWith("{\"verdict\":\"tampering\",\"steps\":[")
                    .contains("{\"kind\":\"ALTERED\",\"leaf\":17,\"event\":\"")
                    .hasLineCount(1);
            assertThat(Typed.run("bag", altered, "--vkey", KEY).out()).contains("    ALTERED leaf 17, event ");
        }

        @Test
        void with_another_key_it_cannot_be_told() {
            String other = Keys.NEXT_LOG.verifierKey().toString();
            String elsewhere =
                    Keys.log("elsewhere.example/log", 1).verifierKey().toString();

            assertThat(Typed.run("bag", bag(), "--vkey", other).code()).isEqualTo(2);
            assertThat(Typed.run("bag", bag(), "--vkey", elsewhere))
                    .satisfies(answer -> assertThat(answer.code()).isEqualTo(2))
                    .satisfies(answer -> assertThat(answer.out())
                            .contains("? signature: the log calls itself council.example/sevenfold")
                            .endsWith("IT CANNOT BE TOLD: see the lines with a question mark\n"));
            assertThat(Typed.run("bag", bag(), "--vkey", other, "--vkey", KEY).code())
                    .isZero();
        }

        @Test
        void witnesses_can_be_required() {
            assertThat(Typed.run("bag", bag(), "--vkey", KEY, "--witness", WITNESS)
                            .code())
                    .isZero();
            assertThat(Typed.run("bag", bag(), "--vkey", KEY, "--witness", WITNESS, "--require-witnesses", "1")
                            .code())
                    .isEqualTo(2);
        }

        @Test
        void what_is_no_bag_cannot_be_told() throws IOException {
            byte[] bag = Files.readAllBytes(Path.of(bag()));
            for (String path : List.of(
                    file("empty", new byte[0]),
                    file("text", "not a bag\n".getBytes(UTF_8)),
                    file("cut", Arrays.copyOf(bag, bag.length / 2)),
                    file("almost", Arrays.copyOf(bag, bag.length - 9)),
                    folder.resolve("nowhere").toString(),
                    Files.createDirectory(folder.resolve("folder")).toString())) {
                Typed answer = Typed.run("bag", path, "--vkey", KEY);

                assertThat(answer.code()).as(path).isEqualTo(2);
                assertThat(answer.out())
                        .as(path)
                        .startsWith("? ")
                        .contains("CANNOT BE TOLD")
                        .doesNotContain("Exception");
                assertThat(Typed.run("bag", path, "--vkey", KEY, "--json").out())
                        .startsWith("{\"verdict\":\"cannot-tell\",");
            }
        }
    }

    @Nested
    class Proofs {

        private final byte[] payload = payload(41);

        @Test
        void one_event_is_proved_to_be_in_the_log() throws IOException {
            Typed answer = Typed.run("proof", proof(), "--vkey", KEY, "--event", file("payload.bin", payload));

            assertThat(answer.code()).isZero();
            assertThat(answer.out())
                    .contains("\u2713 event: its fingerprint is the one in the leaf of"
                            + " skills.training-completion-recorded")
                    .contains("\u2713 in the log: it is leaf 41 of 60 of council.example/sevenfold\n")
                    .endsWith("VERIFIED\n");
        }

        @Test
        void another_event_is_altered() throws IOException {
            Typed answer = Typed.run("proof", proof(), "--vkey", KEY, "--event", file("payload.bin", payload(40)));

            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.out()).contains("    ALTERED leaf 41, event ").contains("its payload is not the one");
        }

        @Test
        void another_leaf_does_not_lead_to_the_root() throws IOException {
            String other = file("other.tlog-proof", bytes(41, history.entry(40)));

            Typed answer = Typed.run("proof", other, "--vkey", KEY, "--event", file("payload.bin", payload(40)));

            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.out()).contains("    ROOT_MISMATCH at size 60: ");
        }

        @Test
        void a_proof_without_a_leaf_entry_is_about_the_bytes_themselves() throws IOException {
            String bare = file("bare.tlog-proof", bytes(41, new byte[0]));

            assertThat(Typed.run("proof", bare, "--vkey", KEY, "--event", file("leaf", history.entry(41)))
                            .code())
                    .isZero();
            assertThat(Typed.run("proof", bare, "--vkey", KEY, "--event", file("payload.bin", payload))
                            .out())
                    .contains("    ALTERED leaf 41: ");
        }

        @Test
        void who_did_it_is_checked_too_where_the_metadata_are_given() throws IOException {
            String event = file("payload.bin", payload);
            String metadata = file("metadata.bin", history.metadata(41));
            String other = file("other.bin", "{\"actor\":\"usr_99\"}".getBytes(UTF_8));

            assertThat(Typed.run("proof", proof(), "--vkey", KEY, "--event", event, "--metadata", metadata)
                            .code())
                    .isZero();
            assertThat(Typed.run("proof", proof(), "--vkey", KEY, "--event", event, "--metadata", other)
                            .out())
                    .contains("its metadata is not the one that was logged");
        }

        private String proof() throws IOException {
            return file("event.tlog-proof", bytes(41, history.entry(41)));
        }

        private byte[] bytes(int index, byte[] entry) {
            return new TlogProof(
                            InclusionProof.of(index, 60, new StoredTree(history.leaves())),
                            history.checkpoint(60, Keys.LOG),
                            entry)
                    .bytes();
        }

        private byte[] payload(int index) {
            return history.payload(index);
        }
    }

    @Nested
    class Differences {

        @Test
        void what_was_added_since_is_counted() {
            String earlier = bag();
            String later =
                    history.grow(new SplittableRandom(11), 12).bag(folder).toString();

            Typed answer = Typed.run("diff", earlier, later);

            assertThat(answer.code()).isZero();
            assertThat(answer.out())
                    .contains("\u2713 later bag: extends the checkpoint you held: 60 events")
                    .contains("\u2713 added since: 12 events, recorded from 2026-04-01T08:01:00Z to"
                            + " 2026-04-01T08:01:11Z\n")
                    .contains("\u2713 added: 12 skills.training-completion-recorded\n");
            assertThat(Typed.run("diff", earlier, earlier, "--vkey", KEY).out())
                    .contains("\u2713 nothing was added since\n");
        }

        @Test
        void a_rewritten_log_parts_from_the_earlier_one_at_a_leaf() {
            String earlier = bag();
            history.rewrite(17);
            String later =
                    history.grow(new SplittableRandom(11), 12).bag(folder).toString();

            Typed answer = Typed.run("diff", earlier, later);

            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.out())
                    .contains("    HISTORY_REWRITTEN since size 60: ")
                    .contains("    ALTERED leaf 17, event ")
                    .contains(": here the two logs part: ");
        }

        @Test
        void two_logs_of_one_size_are_a_split_view() throws IOException {
            String earlier = bag();
            history.rewrite(59);
            String other =
                    history.bag(Files.createDirectory(folder.resolve("other"))).toString();

            assertThat(Typed.run("diff", earlier, other, "--vkey", KEY).out())
                    .contains("    SPLIT_VIEW at size 60: ")
                    .contains("    ALTERED leaf 59, event ");
        }

        @Test
        void a_log_that_was_cut_is_truncated() {
            String earlier = History.random(new SplittableRandom(9), 60)
                    .grow(new SplittableRandom(11), 3)
                    .bag(folder)
                    .toString();

            assertThat(Typed.run("diff", earlier, bag()).out()).contains("    HISTORY_TRUNCATED at size 60: ");
        }
    }

    @Nested
    class Checkpoints {

        @Test
        void two_checkpoints_of_one_size_with_two_roots_are_a_split_view() throws IOException {
            String one = file("one", history.checkpoint(60, Keys.LOG).bytes());
            history.rewrite(3);
            String other = file("other", history.checkpoint(60, Keys.LOG).bytes());

            Typed answer = Typed.run("checkpoint", one, other, "--vkey", KEY);

            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.out()).contains("    SPLIT_VIEW at size 60: ");
            assertThat(Typed.run("checkpoint", one, one, "--vkey", KEY).code()).isZero();
        }

        @Test
        void of_two_sizes_a_proof_tells() throws IOException {
            SignedNote later = history.checkpoint(60, Keys.LOG);
            String earlier = file("earlier", history.checkpoint(20, Keys.LOG).bytes());
            String proof = file(
                    "consistency",
                    new WitnessRequest(
                                    20,
                                    ConsistencyProof.of(20, 60, new StoredTree(history.leaves()))
                                            .hashes(),
                                    later)
                            .bytes());
            String now = file("later", later.bytes());

            assertThat(Typed.run("checkpoint", earlier, now, "--vkey", KEY).code())
                    .isEqualTo(2);
            assertThat(Typed.run("checkpoint", earlier, now, "--vkey", KEY, "--consistency", proof)
                            .out())
                    .contains("\u2713 60 leaves extend 20\n");
            history.rewrite(3);
            String other = file("other", history.checkpoint(20, Keys.LOG).bytes());
            assertThat(Typed.run("checkpoint", other, now, "--vkey", KEY, "--consistency", proof)
                            .out())
                    .contains("    HISTORY_REWRITTEN since size 20: ");
        }

        @Test
        void a_witness_tells_when_it_saw_it() throws IOException {
            SignedNote note = history.checkpoint(60, Keys.LOG);
            SignedNote seen =
                    note.with(List.of(Keys.WITNESS.cosign(note.text(), Instant.parse("2026-05-03T10:00:00Z"))));

            assertThat(Typed.run(
                                    "checkpoint",
                                    file("seen", seen.bytes()),
                                    "--vkey",
                                    KEY,
                                    "--witness",
                                    WITNESS,
                                    "--require-witnesses",
                                    "1")
                            .out())
                    .contains("\u2713 witnesses: cosigned by audit.example/witness (key ")
                    .contains(" at 2026-05-03T10:00:00Z\n");
        }
    }

    @Nested
    class NotesAndTrees {

        @Test
        void any_signed_note_is_checked_with_any_key_that_signs_notes() throws IOException {
            SignedNote note = history.checkpoint(60, Keys.LOG);
            String cosigned = file(
                    "note",
                    note.with(List.of(Keys.WITNESS.cosign(note.text(), Instant.EPOCH)))
                            .bytes());
            String forged =
                    file("forged", note.toString().replace("\n60\n", "\n61\n").getBytes(UTF_8));

            assertThat(Typed.run("note", cosigned, "--vkey", KEY).code()).isZero();
            assertThat(Typed.run("note", cosigned, "--vkey", WITNESS).code()).isZero();
            assertThat(Typed.run("note", forged, "--vkey", KEY).out()).contains("    BAD_SIGNATURE file ");
            assertThat(Typed.run("note", forged, "--vkey", KEY).code()).isEqualTo(1);
            assertThat(Typed.run("note", cosigned, "--vkey", Keys.NEXT_LOG.toString())
                            .code())
                    .isEqualTo(2);
            assertThat(Typed.withInput(note.toString(), "note", "-", "--vkey", KEY)
                            .code())
                    .isZero();
            assertThat(Typed.withInput("no note\n", "note", "-", "--vkey", KEY).code())
                    .isEqualTo(2);
        }

        @Test
        void the_root_of_a_files_lines_is_printed() throws IOException {
            assertThat(Typed.withInput("", "tree").out())
                    .isEqualTo(Leaves.PUBLISHED_ROOTS.get(0).hex() + "\n");
            assertThat(Typed.withInput("\n", "tree").out())
                    .isEqualTo(Leaves.PUBLISHED_ROOTS.get(1).hex() + "\n");
            assertThat(Typed.run("tree", file("lines", new byte[] {'\n', 0, '\n', 0x10}))
                            .out())
                    .isEqualTo(Leaves.PUBLISHED_ROOTS.get(3).hex() + "\n");
            assertThat(Typed.run("tree", file("lines", new byte[] {'\n', 0, '\n', 0x10, '\n'}), "--json")
                            .out())
                    .isEqualTo("{\"size\":3,\"root\":\""
                            + Leaves.PUBLISHED_ROOTS.get(3).hex() + "\"}\n");
        }

        @Test
        void the_root_of_a_thousand_lines_is_that_of_the_tree_over_them() {
            List<String> lines = Stream.iterate(0, i -> i + 1)
                    .limit(1_000)
                    .map(i -> "line " + i)
                    .toList();
            var leaves =
                    lines.stream().map(line -> Hash.leaf(line.getBytes(UTF_8))).toList();

            assertThat(Typed.withInput(String.join("\n", lines), "tree").out())
                    .isEqualTo(MerkleTree.root(1_000, new StoredTree(leaves)).hex() + "\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "help",
                "verify",
                "bag",
                "bag a b --vkey K",
                "bag a",
                "bag a --vkey",
                "bag a --vkey K",
                "bag a --vkey x+00000000+AAAA",
                "bag a --frobnicate 1",
                "bag a --vkey KEY --previous-root 00 --previous-size 1",
                "bag a --vkey KEY --previous-size 1",
                "bag a --vkey KEY --previous-checkpoint f --previous-root 00 --previous-size 1",
                "bag a --vkey KEY --require-witnesses 1",
                "bag a --vkey KEY --require-witnesses -1",
                "bag a --vkey KEY --require-witnesses 0 --require-witnesses 0",
                "bag a --vkey KEY --witness KEY",
                "bag a --vkey WITNESS",
                "proof a --vkey KEY",
                "proof a --event b",
                "diff a",
                "diff a b c",
                "checkpoint --vkey KEY",
                "note a",
                "tree a b",
                "inclusion a",
                "consistency --vkey KEY",
            })
    void what_is_no_command_is_explained(String words) {
        String[] typed = words.isEmpty()
                ? new String[0]
                : words.replace("KEY", KEY).replace("WITNESS", WITNESS).split(" ");

        Typed answer = Typed.run(typed);

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.errors()).contains("Exit code: 0 verified, 1 tampering, 2 it cannot be told.");
    }

    private String bag() {
        return history.bag(folder).toString();
    }

    private String altered() throws IOException {
        return Unpacked.of(Path.of(bag()))
                .lines(lines -> lines.stream()
                        .map(line -> line.startsWith("{\"leafIndex\":17,")
                                ? line.replaceFirst("\"payload\":\"[^\"]*\"", "\"payload\":\"\"")
                                : line)
                        .toList())
                .pack(folder.resolve("altered.tar.gz"))
                .toString();
    }

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }
}

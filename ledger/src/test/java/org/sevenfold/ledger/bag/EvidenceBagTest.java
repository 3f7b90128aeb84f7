package org.sevenfold.ledger.bag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.LeafEntry;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.examination.Examination;
import org.sevenfold.ledger.examination.Examination.Verdict;
import org.sevenfold.ledger.examination.Finding;
import org.sevenfold.ledger.examination.Step;
import org.sevenfold.ledger.examination.Tampering;
import org.sevenfold.ledger.note.Keys;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.VerifierKey;

class EvidenceBagTest {

    private static final Trust TRUST = new Trust(Keys.known(), List.of(), 0, null);
    private static final int SIZE = 300;
    private static final int EARLIER = 120;

    @TempDir
    Path folder;

    private final History history = History.random(new SplittableRandom(20260801), SIZE);

    @Nested
    class Honest {

        @Test
        void a_bag_is_verified_step_by_step() throws IOException {
            Examination examination = examine(history.bag(folder, EARLIER, Keys.LOG), held(EARLIER));

            assertThat(examination.verdict()).isEqualTo(Verdict.VERIFIED);
            assertThat(examination.steps())
                    .extracting(Step::sentence)
                    .containsExactly(
                            "manifest: 16 files are as listed",
                            "signature: proof/checkpoint is signed by council.example/sevenfold (key "
                                    + Keys.LOG.verifierKey().idText() + ")",
                            "signature: tagmanifest-sha256.note is signed by council.example/sevenfold (key "
                                    + Keys.LOG.verifierKey().idText() + ")",
                            "300 events re-hashed",
                            "3 tiles of the tree are those that the events give",
                            "root equals the checkpoint: " + history.root(SIZE).hex(),
                            "sequence numbers contiguous per stream",
                            "event ids unique",
                            "extends the checkpoint before it: 120 events",
                            "extends the checkpoint you held: 120 events, the last of them from 1 April 2026");
        }

        @Test
        void an_empty_log_has_a_bag_too() throws IOException {
            Path bag = new History().bag(folder);

            assertThat(examine(bag, TRUST).verdict()).isEqualTo(Verdict.VERIFIED);
        }

        @Test
        void every_earlier_size_is_recognised_from_paper_or_from_a_checkpoint() throws IOException {
            Path bag = history.bag(folder);
            for (int size = 0; size <= SIZE; size += 25) {
                assertThat(examine(bag, held(size)).verdict()).isEqualTo(Verdict.VERIFIED);
                assertThat(examine(bag, typed(size, history.root(size))).verdict())
                        .isEqualTo(Verdict.VERIFIED);
            }
        }

        @Test
        void the_order_of_the_files_does_not_matter_and_an_unpacked_bag_is_one_too() throws IOException {
            Unpacked unpacked = Unpacked.of(history.bag(folder, EARLIER, Keys.LOG));
            Path backwards = unpacked.packBackwards(folder.resolve("backwards.tar.gz"));
            Path tree = folder.resolve("tree");
            for (var file : unpacked.files().entrySet()) {
                Files.createDirectories(tree.resolve(file.getKey()).getParent());
                Files.write(tree.resolve(file.getKey()), file.getValue());
            }

            assertThat(examine(backwards, held(EARLIER)).verdict()).isEqualTo(Verdict.VERIFIED);
            assertThat(examine(tree, held(EARLIER)).verdict()).isEqualTo(Verdict.VERIFIED);
        }

        @Test
        void the_same_log_packed_twice_is_the_same_file() throws IOException {
            Path once = history.bag(folder, EARLIER, Keys.LOG);
            byte[] bytes = Files.readAllBytes(once);
            String line = Files.readString(Path.of(once + ".sha256"));

            assertThat(Files.readAllBytes(history.bag(folder, EARLIER, Keys.LOG)))
                    .isEqualTo(bytes);
            assertThat(line).isEqualTo(Hash.sha256(bytes).hex() + "  " + once.getFileName() + "\n");
        }

        @Test
        void while_a_key_is_replaced_the_old_one_and_the_new_one_verify() throws IOException {
            Path bag = history.bag(folder, EARLIER, Keys.LOG, Keys.NEXT_LOG);
            List<VerifierKey> next = List.of(Keys.NEXT_LOG.verifierKey());

            assertThat(examine(bag, TRUST).verdict()).isEqualTo(Verdict.VERIFIED);
            assertThat(examine(bag, new Trust(next, List.of(), 0, null)).verdict())
                    .isEqualTo(Verdict.VERIFIED);
        }

        @Test
        void a_witness_vouches_for_the_checkpoint_beside_it() throws IOException {
            SignedNote checkpoint = history.checkpoint(SIZE, Keys.LOG);
            Path file = folder.resolve("witnessed.tar.gz");
            try (var writer = new EvidenceBagWriter(folder, checkpoint)) {
                writer.cosignatures(
                        List.of(Keys.WITNESS.cosign(checkpoint.text(), Instant.parse("2026-05-03T10:00:00Z"))));
                for (BagEvent event : history.events()) {
                    writer.event(event);
                }
                writer.write(file, text -> SignedNote.sign(text, List.of(Keys.LOG)));
            }
            List<VerifierKey> both = List.of(Keys.WITNESS.verifierKey(), Keys.OTHER_WITNESS.verifierKey());

            Examination one = examine(file, new Trust(Keys.known(), both, 1, null));
            assertThat(one.verdict()).isEqualTo(Verdict.VERIFIED);
            assertThat(one.steps().get(one.steps().size() - 1).sentence())
                    .isEqualTo("witnesses: cosigned by audit.example/witness (key "
                            + Keys.WITNESS.verifierKey().idText() + ") at 2026-05-03T10:00:00Z");
            assertThat(examine(file, new Trust(Keys.known(), both, 2, null)).verdict())
                    .isEqualTo(Verdict.CANNOT_TELL);
        }
    }

    @Nested
    class Tampered {

        @Test
        void a_changed_payload_names_its_leaf_and_event() throws IOException {
            altered(97, line -> line.replaceFirst("\"payload\":\"[^\"]*\"", "\"payload\":\"e30=\""), "payload");
        }

        @Test
        void a_changed_metadata_names_its_leaf_and_event() throws IOException {
            altered(0, line -> line.replaceFirst("\"metadata\":\"[^\"]*\"", "\"metadata\":\"\""), "metadata");
        }

        @Test
        void a_changed_time_is_found_by_the_tree() throws IOException {
            changeEntry(299, "T08:04:59.000000Z", "T08:04:58.000000Z");
        }

        @Test
        void a_changed_type_or_revision_is_found_by_the_tree() throws IOException {
            changeEntry(5, "skills.training-completion-recorded", "skills.training-completion-withdrawn");
            changeEntry(256, "\"revision\":1", "\"revision\":2");
        }

        @Test
        void an_event_that_the_log_no_longer_has_is_missing() throws IOException {
            BagEvent gone = history.events().get(41);
            history.events().set(41, new BagEvent(41, gone.leafHash(), gone.entry(), null, null));

            assertThat(examine(history.bag(folder), TRUST).findings())
                    .containsExactly(
                            Finding.leaf(Tampering.MISSING, 41, eventId(41), "the log no longer has this event"));
        }

        @Test
        void a_line_that_was_taken_out_is_missing_wherever_it_was() throws IOException {
            for (int place : List.of(0, 1, 150, 298, 299)) {
                List<Finding> findings = tamper(unpacked -> unpacked.lines(lines -> without(lines, place)));

                assertThat(names(findings)).contains("MISSING leaf " + place).doesNotContain("ROOT_MISMATCH");
                assertThat(kinds(findings)).doesNotContain(Tampering.UNLOGGED, Tampering.HISTORY_REWRITTEN);
            }
        }

        @Test
        void several_lines_that_were_taken_out_are_missing_one_by_one() throws IOException {
            List<Finding> findings =
                    tamper(unpacked -> unpacked.lines(lines -> without(without(without(lines, 250), 101), 100)));

            assertThat(names(findings)).contains("MISSING leaf 100", "MISSING leaf 101", "MISSING leaf 250");
        }

        @Test
        void a_line_that_was_slipped_in_is_unlogged_wherever_it_is() throws IOException {
            var random = new SplittableRandom(6);
            for (int place : List.of(0, 1, 150, 299, 300)) {
                for (int number : List.of(0, place, 299, 300, 4_000)) {
                    byte[] payload = "{}".getBytes(UTF_8);
                    String id = History.id(random);
                    LeafEntry entry = History.entry("trn_new", 0, id, Instant.EPOCH, payload, payload);
                    List<Finding> findings = tamper(unpacked -> unpacked.lines(lines -> {
                        var more = new ArrayList<>(lines);
                        more.add(place, line(number, entry.canonical(), payload, payload));
                        return more;
                    }));

                    assertThat(findings)
                            .as("place %d, number %d", place, number)
                            .anyMatch(finding -> id.equals(finding.event()) && finding.kind() == Tampering.UNLOGGED);
                }
            }
        }

        @Test
        void two_events_that_were_swapped_are_both_altered() throws IOException {
            for (int[] pair : new int[][] {{10, 11}, {10, 20}, {0, 299}, {255, 256}}) {
                List<Finding> numbers = tamper(unpacked -> unpacked.lines(lines -> {
                    var changed = new ArrayList<>(lines);
                    changed.set(pair[0], renumbered(lines.get(pair[0]), pair[1]));
                    changed.set(pair[1], renumbered(lines.get(pair[1]), pair[0]));
                    return changed;
                }));
                List<Finding> contents = tamper(unpacked -> unpacked.lines(lines -> {
                    var changed = new ArrayList<>(lines);
                    changed.set(pair[0], renumbered(lines.get(pair[1]), pair[0]));
                    changed.set(pair[1], renumbered(lines.get(pair[0]), pair[1]));
                    return changed;
                }));
                List<Finding> order = tamper(unpacked -> unpacked.lines(lines -> {
                    var changed = new ArrayList<>(lines);
                    Collections.swap(changed, pair[0], pair[1]);
                    return changed;
                }));

                String[] both = {"ALTERED leaf " + pair[0], "ALTERED leaf " + pair[1]};
                assertThat(names(numbers)).as("numbers %s", (Object) pair).contains(both);
                assertThat(names(contents)).as("contents %s", (Object) pair).contains(both);
                assertThat(names(order)).as("order %s", (Object) pair).contains(both);
            }
        }

        @Test
        void a_line_that_cannot_be_read_is_altered() throws IOException {
            List<Finding> findings = tamper(unpacked -> unpacked.lines(lines -> {
                var changed = new ArrayList<>(lines);
                changed.set(7, "{\"leafIndex\":7}\n");
                return changed;
            }));

            assertThat(names(findings)).contains("ALTERED leaf 7");
        }

        @Test
        void an_event_changed_together_with_its_leaf_no_longer_gives_the_root() throws IOException {
            SignedNote honest = history.checkpoint(SIZE, Keys.LOG);
            rewrite(history, 41);
            Path bag = history.bag(folder);

            List<Finding> findings = examine(
                            Unpacked.of(bag)
                                    .change("proof/checkpoint", text -> honest.toString())
                                    .change(
                                            "bag-info.txt",
                                            text -> text.replace(
                                                    history.root(SIZE).hex(), rootIn(honest)))
                                    .signAgain(Keys.LOG)
                                    .pack(folder.resolve("tampered.tar.gz")),
                            TRUST)
                    .findings();

            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(Tampering.ROOT_MISMATCH);
                assertThat(finding.sentence()).startsWith("ROOT_MISMATCH at size 300: ");
            });
        }

        @Test
        void everything_rewritten_without_the_key_is_a_bad_signature() throws IOException {
            SignedNote honest = history.checkpoint(SIZE, Keys.LOG);
            rewrite(history, 41);
            Path bag = history.bag(folder);
            SignedNote forged =
                    new SignedNote(history.checkpoint(SIZE, Keys.LOG).text(), honest.signatures());

            Examination examination = examine(
                    Unpacked.of(bag)
                            .change("proof/checkpoint", text -> forged.toString())
                            .listAgain()
                            .pack(folder.resolve("tampered.tar.gz")),
                    TRUST);

            assertThat(names(examination.findings())).contains("BAD_SIGNATURE file proof/checkpoint");
        }

        @Test
        void everything_rewritten_and_signed_with_another_key_of_the_same_name_tells_nothing() throws IOException {
            rewrite(history, 41);

            Examination examination = examine(history.bag(folder, null, Keys.NEXT_LOG), TRUST);

            assertThat(examination.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        }

        @Test
        void everything_rewritten_and_signed_with_the_key_fails_against_what_was_held_before() throws IOException {
            SignedNote held = history.checkpoint(EARLIER, Keys.LOG);
            Hash onPaper = history.root(EARLIER);
            Hash atTheEnd = history.root(SIZE);
            rewrite(history, 41);
            Path bag = history.bag(folder);

            assertThat(examine(bag, TRUST).verdict()).isEqualTo(Verdict.VERIFIED);
            for (Trust trust : List.of(
                    new Trust(Keys.known(), List.of(), 0, Earlier.of(held)),
                    typed(EARLIER, onPaper),
                    typed(SIZE, atTheEnd))) {
                assertThat(examine(bag, trust).findings()).singleElement().satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Tampering.HISTORY_REWRITTEN);
                    assertThat(finding.sentence()).startsWith("HISTORY_REWRITTEN since size ");
                });
            }
            assertThat(examine(bag, typed(41, history.root(41))).verdict()).isEqualTo(Verdict.VERIFIED);
        }

        @Test
        void a_log_cut_short_and_signed_again_fails_against_what_was_held_before() throws IOException {
            SignedNote held = history.checkpoint(SIZE, Keys.LOG);
            history.events().subList(200, SIZE).clear();
            Path bag = history.bag(folder);

            assertThat(examine(bag, new Trust(Keys.known(), List.of(), 0, Earlier.of(held)))
                            .findings())
                    .singleElement()
                    .extracting(Finding::sentence)
                    .isEqualTo("HISTORY_TRUNCATED at size 200: you held a checkpoint of 300 events");
        }

        @Test
        void a_bag_whose_own_proof_was_made_for_another_history_says_so() throws IOException {
            SignedNote before = history.checkpoint(EARLIER, Keys.LOG);
            rewrite(history, 41);
            Path bag = Unpacked.of(history.bag(folder, EARLIER, Keys.LOG))
                    .change("proof/previous-checkpoint", text -> before.toString())
                    .signAgain(Keys.LOG)
                    .pack(folder.resolve("tampered.tar.gz"));

            assertThat(names(examine(bag, TRUST).findings())).containsExactly("HISTORY_REWRITTEN since size 120");
        }

        @Test
        void a_file_beside_the_events_is_guarded_by_the_lists_and_their_signature() throws IOException {
            assertThat(names(tamper(unpacked -> unpacked.change("data/report.html", text -> text + "!"))))
                    .containsExactly("ALTERED file data/report.html");
            assertThat(names(tamper(unpacked -> unpacked.change("data/report.html", text -> text + "!")
                            .listAgain())))
                    .containsExactly("ALTERED file tagmanifest-sha256.txt");
            assertThat(names(tamper(unpacked -> {
                        unpacked.files().remove("data/state.json");
                        return unpacked;
                    })))
                    .containsExactly("MISSING file data/state.json");
            assertThat(names(tamper(unpacked -> {
                        unpacked.files().put("data/more.csv", new byte[0]);
                        return unpacked;
                    })))
                    .containsExactly("UNLOGGED file data/more.csv");
            assertThat(names(tamper(unpacked -> unpacked.change(
                                    "bag-info.txt", text -> text.replace("Tree-Size: 300", "Tree-Size: 301"))
                            .signAgain(Keys.LOG))))
                    .containsExactly("ALTERED file bag-info.txt");
        }

        @Test
        void a_tile_that_the_events_do_not_give_is_altered_or_missing() throws IOException {
            assertThat(names(tamper(unpacked -> {
                        unpacked.files().put("proof/tile/1/000.p/1", new byte[32]);
                        return unpacked.signAgain(Keys.LOG);
                    })))
                    .containsExactly("ALTERED file proof/tile/1/000.p/1");
            assertThat(names(tamper(unpacked -> {
                        unpacked.files().remove("proof/tile/0/000");
                        return unpacked.signAgain(Keys.LOG);
                    })))
                    .containsExactly("MISSING file proof/tile/0/000");
            assertThat(names(tamper(unpacked -> {
                        unpacked.files().put("proof/tile/0/009", new byte[32]);
                        return unpacked.signAgain(Keys.LOG);
                    })))
                    .containsExactly("ALTERED file proof/tile/0/009");
            assertThat(names(tamper(unpacked -> {
                        byte[] tile = unpacked.bytes("proof/tile/0/001.p/44");
                        tile[32 * 3] ^= 1;
                        return unpacked.signAgain(Keys.LOG);
                    })))
                    .containsExactly("ALTERED leaf 259");
        }

        @Test
        void a_number_in_a_stream_or_an_id_that_comes_twice_is_found_in_a_log_that_is_sound_otherwise()
                throws IOException {
            byte[] payload = "{}".getBytes(UTF_8);
            history.add(History.entry("trn_new", 1, eventId(3), Instant.EPOCH, payload, payload), payload, payload);

            assertThat(examine(history.bag(folder), TRUST).findings())
                    .extracting(Finding::sentence)
                    .containsExactly(
                            "MISSING leaf 300, event " + eventId(3)
                                    + ": it is number 1 of TrainingRecord trn_new, where number 0 is due",
                            "ALTERED leaf 300, event " + eventId(3) + ": it bears the id of the event of leaf 3");
        }

        private void altered(int place, UnaryOperator<String> change, String what) throws IOException {
            List<Finding> findings = tamper(unpacked -> unpacked.lines(lines -> {
                var changed = new ArrayList<>(lines);
                changed.set(place, change.apply(lines.get(place)));
                return changed;
            }));

            assertThat(findings)
                    .contains(Finding.leaf(
                            Tampering.ALTERED,
                            place,
                            eventId(place),
                            "its " + what + " is not the one that was logged"));
            assertThat(names(findings))
                    .containsExactlyInAnyOrder("ALTERED file data/events.jsonl", "ALTERED leaf " + place);
        }

        private void changeEntry(int place, String part, String replacement) throws IOException {
            List<Finding> findings = tamper(unpacked -> unpacked.lines(lines -> {
                var changed = new ArrayList<>(lines);
                BagEvent event = history.events().get(place);
                String entry = new String(event.entry(), UTF_8);
                assertThat(entry).contains(part);
                changed.set(
                        place,
                        line(
                                place,
                                entry.replace(part, replacement).getBytes(UTF_8),
                                event.payload(),
                                event.metadata()));
                return changed;
            }));

            assertThat(names(findings))
                    .containsExactlyInAnyOrder(
                            "ALTERED file data/events.jsonl", "ALTERED leaf " + place, "ROOT_MISMATCH at size 300");
        }
    }

    private static String rootIn(SignedNote checkpoint) {
        return Checkpoint.of(checkpoint).root().hex();
    }

    /** Replaces an event and its leaf as somebody does who owns the database. */
    private static void rewrite(History history, int place) {
        LeafEntry honest = LeafEntry.parse(history.events().get(place).entry());
        byte[] payload = "{\"learner\":\"per_1\",\"hours\":100}".getBytes(UTF_8);
        byte[] metadata = history.events().get(place).metadata();
        byte[] entry = History.entry(
                        honest.streamId(),
                        honest.sequence(),
                        honest.eventId(),
                        honest.recordedAt(),
                        payload,
                        metadata == null ? new byte[0] : metadata)
                .canonical();
        history.events().set(place, new BagEvent(place, Hash.leaf(entry), entry, payload, metadata));
    }

    private String eventId(int place) {
        return LeafEntry.parse(history.events().get(place).entry()).eventId();
    }

    private interface Act {
        Unpacked on(Unpacked unpacked) throws IOException;
    }

    private List<Finding> tamper(Act act) throws IOException {
        Path bag = act.on(Unpacked.of(history.bag(folder))).pack(folder.resolve("tampered.tar.gz"));
        return examine(bag, held(EARLIER)).findings();
    }

    private Trust held(int size) {
        return new Trust(Keys.known(), List.of(), 0, Earlier.of(history.checkpoint(size, Keys.LOG)));
    }

    private static Trust typed(int size, Hash root) {
        return new Trust(Keys.known(), List.of(), 0, Earlier.printed(size, root));
    }

    private static Examination examine(Path bag, Trust trust) throws IOException {
        return new EvidenceBag(bag).examine(trust);
    }

    private static List<Tampering> kinds(List<Finding> findings) {
        return findings.stream().map(Finding::kind).toList();
    }

    /** Kind and place of each finding, without event and detail. */
    static List<String> names(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.sentence().replaceFirst("(, event .*?)?: .*", ""))
                .toList();
    }

    private static List<String> without(List<String> lines, int place) {
        var fewer = new ArrayList<>(lines);
        fewer.remove(place);
        return fewer;
    }

    private static String renumbered(String line, int number) {
        return line.replaceFirst("\"leafIndex\":\\d+", "\"leafIndex\":" + number);
    }

    private static String line(long number, byte[] entry, byte @Nullable [] payload, byte @Nullable [] metadata) {
        var out = new ByteArrayOutputStream();
        try {
            EventLine.write(new BagEvent(number, Hash.leaf(entry), entry, payload, metadata), out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(UTF_8);
    }
}

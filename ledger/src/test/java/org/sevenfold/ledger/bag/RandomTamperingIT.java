package org.sevenfold.ledger.bag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.LeafEntry;
import org.sevenfold.ledger.examination.Examination;
import org.sevenfold.ledger.examination.Examination.Verdict;
import org.sevenfold.ledger.note.Keys;

/** Whatever somebody does to a bag, and wherever, it is refused; and what they do to an event is called by its name. */
class RandomTamperingIT {

    private static final int ROUNDS = 120;

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(2026);

    @Test
    void a_tampered_event_is_named_by_what_was_done_to_it() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            History history = History.random(random, 2 + random.nextInt(300));
            int place = random.nextInt(history.size());
            Unpacked bag = Unpacked.of(history.bag(folder));
            String expected = switch (random.nextInt(6)) {
                case 0 -> {
                    bag.lines(lines -> with(lines, place, field(lines.get(place), "payload")));
                    yield "ALTERED leaf " + place;
                }
                case 1 -> {
                    bag.lines(lines -> with(lines, place, field(lines.get(place), "metadata")));
                    yield "ALTERED leaf " + place;
                }
                case 2 -> {
                    bag.lines(lines -> with(lines, place, field(lines.get(place), "entry")));
                    yield "ALTERED leaf " + place;
                }
                case 3 -> {
                    bag.lines(lines -> with(lines, place, null));
                    yield "MISSING leaf " + place;
                }
                case 4 -> {
                    bag.lines(lines -> with(
                            lines, place, lines.get(place).replaceFirst("\"payload\":\"[^\"]*\"", "\"payload\":null")));
                    yield "MISSING leaf " + place;
                }
                default -> {
                    String id = History.id(random);
                    bag.lines(lines -> inserted(lines, place, id));
                    yield "UNLOGGED event " + id;
                }
            };

            Examination examination = examine(listedOrNot(bag));

            assertThat(examination.findings())
                    .as("round %d, %d events", round, history.size())
                    .extracting(finding -> finding.sentence())
                    .anyMatch(sentence -> sentence.startsWith(expected + ",") || sentence.startsWith(expected + ":"));
        }
    }

    @Test
    void no_byte_of_any_file_can_be_changed() throws IOException {
        Path bag = History.random(random, 300).bag(folder, 120, Keys.LOG);
        for (int round = 0; round < ROUNDS; round++) {
            Unpacked unpacked = Unpacked.of(bag);
            List<String> paths = new ArrayList<>(unpacked.files().keySet());
            String path = paths.get(random.nextInt(paths.size()));
            byte[] bytes = unpacked.bytes(path);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));

            // Whoever lists a changed list again has undone the change.
            Unpacked changed = path.contains("manifest") ? unpacked : listedOrNot(unpacked);
            assertThat(verdict(changed)).as("round %d: %s", round, path).isNotEqualTo(Verdict.VERIFIED);
        }
    }

    @Test
    void no_file_can_be_removed_and_none_slipped_in() throws IOException {
        Path bag = History.random(random, 300).bag(folder, 120, Keys.LOG);
        for (String path : Unpacked.of(bag).files().keySet()) {
            for (boolean listed : new boolean[] {false, true}) {
                Unpacked without = Unpacked.of(bag);
                without.files().remove(path);

                assertThat(verdict(listed && !path.contains("manifest") ? without.listAgain() : without))
                        .as("without %s, listed again: %s", path, listed)
                        .isNotEqualTo(Verdict.VERIFIED);
            }
        }
        Unpacked more = Unpacked.of(bag);
        more.files().put("proof/tile/0/007", new byte[8_192]);
        assertThat(verdict(more)).isEqualTo(Verdict.TAMPERING);
        assertThat(verdict(more.listAgain())).isEqualTo(Verdict.TAMPERING);
    }

    private Unpacked listedOrNot(Unpacked bag) {
        return random.nextBoolean() ? bag.listAgain() : bag;
    }

    private Verdict verdict(Unpacked bag) throws IOException {
        try {
            return examine(bag).verdict();
        } catch (IllegalArgumentException malformed) {
            return Verdict.CANNOT_TELL;
        }
    }

    private Examination examine(Unpacked bag) throws IOException {
        return new EvidenceBag(bag.pack(folder.resolve("tampered.tar.gz")))
                .examine(Trust.in(Keys.known(), List.of(), 0));
    }

    private static List<String> with(List<String> lines, int place, @Nullable String line) {
        var changed = new ArrayList<>(lines);
        if (line == null) {
            changed.remove(place);
        } else {
            changed.set(place, line);
        }
        return changed;
    }

    /** The same line with one byte of one of its fields changed. */
    private String field(String line, String name) {
        String start = "\"" + name + "\":\"";
        int from = line.indexOf(start) + start.length();
        byte[] bytes = Base64.getDecoder().decode(line.substring(from, line.indexOf('"', from)));
        bytes[random.nextInt(bytes.length)] ^= 1;
        return line.substring(0, from)
                + Base64.getEncoder().encodeToString(bytes)
                + line.substring(line.indexOf('"', from));
    }

    private List<String> inserted(List<String> lines, int place, String id) {
        byte[] payload = "{}".getBytes(UTF_8);
        LeafEntry entry = History.entry("trn_new", 0, id, Instant.EPOCH, payload, payload);
        byte[] canonical = entry.canonical();
        var out = new ByteArrayOutputStream();
        try {
            EventLine.write(
                    new BagEvent(random.nextInt(lines.size() * 2), Hash.leaf(canonical), canonical, payload, payload),
                    out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        var more = new ArrayList<>(lines);
        more.add(place, out.toString(UTF_8));
        return more;
    }
}

package org.sevenfold.ledger.bag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.ConsistencyProof;
import org.sevenfold.ledger.Frontier;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.LeafEntry;
import org.sevenfold.ledger.StoredTree;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.note.Keys;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.SigningKey;

/** A log of random events, honest unless somebody changes it, and the bags that are made of it. */
public final class History {

    private static final Instant START = Instant.parse("2026-04-01T08:00:00Z");

    private final List<BagEvent> events = new ArrayList<>();

    /** A log of so many events in a few streams. */
    public static History random(SplittableRandom random, int size) {
        var history = new History();
        history.grow(random, size);
        return history;
    }

    /** Adds so many events. */
    public History grow(SplittableRandom random, int more) {
        Map<String, Long> sequences = new HashMap<>();
        for (BagEvent event : events) {
            LeafEntry entry = LeafEntry.parse(event.entry());
            sequences.put(entry.streamId(), entry.sequence() + 1);
        }
        for (int i = 0; i < more; i++) {
            String stream = "trn_" + random.nextInt(1 + (events.size() + more) / 4);
            long sequence = sequences.getOrDefault(stream, 0L);
            sequences.put(stream, sequence + 1);
            byte[] payload = ("{\"learner\":\"per_" + random.nextInt(1000) + "\",\"hours\":" + random.nextInt(9) + "}")
                    .getBytes(UTF_8);
            byte[] metadata = ("{\"actor\":\"usr_" + random.nextInt(40) + "\"}").getBytes(UTF_8);
            add(
                    entry(stream, sequence, id(random), START.plusSeconds(events.size()), payload, metadata),
                    payload,
                    metadata);
        }
        return this;
    }

    static LeafEntry entry(String stream, long sequence, String id, Instant at, byte[] payload, byte[] metadata) {
        return LeafEntry.of(
                stream,
                "TrainingRecord",
                sequence,
                id,
                "skills.training-completion-recorded",
                1,
                at,
                payload,
                metadata);
    }

    static String id(SplittableRandom random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    void add(LeafEntry entry, byte[] payload, byte[] metadata) {
        byte[] canonical = entry.canonical();
        events.add(new BagEvent(events.size(), Hash.leaf(canonical), canonical, payload, metadata));
    }

    /** The events themselves, to be changed by whoever tampers. */
    List<BagEvent> events() {
        return events;
    }

    public int size() {
        return events.size();
    }

    public List<Hash> leaves() {
        return events.stream().map(BagEvent::leafHash).toList();
    }

    public Hash root(int size) {
        return Frontier.EMPTY.append(leaves().subList(0, size)).frontier().root();
    }

    public SignedNote checkpoint(int size, SigningKey... keys) {
        return SignedNote.sign(new Checkpoint(Keys.ORIGIN, size, root(size)).text(), List.of(keys));
    }

    /** The bag of the whole log, signed with the log's key, which follows no earlier one. */
    public Path bag(Path folder) {
        return bag(folder, null, Keys.LOG);
    }

    /** The bag of the whole log, which follows that of an earlier size, signed with these keys. */
    public Path bag(Path folder, @Nullable Integer previous, SigningKey... keys) {
        SignedNote checkpoint = checkpoint(size(), keys);
        Path file = folder.resolve("evidence-" + size() + "-" + keys.length + ".tar.gz");
        try (var writer = new EvidenceBagWriter(folder, checkpoint)) {
            writer.info("Source-Organization", "Riverside Council").info("Bagging-Date", "2026-08-01");
            writer.keys(Keys.known());
            if (previous != null) {
                writer.previous(
                        checkpoint(previous, keys), ConsistencyProof.of(previous, size(), new StoredTree(leaves())));
            }
            for (BagEvent event : events) {
                writer.event(event);
            }
            writer.data("state.json", out -> out.write("{\"posts\":12}\n".getBytes(UTF_8)));
            writer.data("report.html", out -> out.write("<!doctype html><title>Report</title>\n".getBytes(UTF_8)));
            writer.write(file, text -> SignedNote.sign(text, List.of(keys)));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

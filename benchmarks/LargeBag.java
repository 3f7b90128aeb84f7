import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.InclusionProof;
import org.sevenfold.ledger.LeafEntry;
import org.sevenfold.ledger.NodeId;
import org.sevenfold.ledger.NodeReader;
import org.sevenfold.ledger.bag.BagEvent;
import org.sevenfold.ledger.bag.EvidenceBagWriter;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.checkpoint.TlogProof;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.SigningKey;
import org.sevenfold.ledger.note.VerifierKey;
import org.sevenfold.ledger.tile.GrowingTiles;
import org.sevenfold.ledger.tile.Tile;

/**
 * Packs the evidence bag of a large log from a seed, with events of everyday size, and times the check of one event's
 * proof. The same seed gives the same events.
 *
 * <p>{@code java -cp ledger/target/audit-verify.jar benchmarks/LargeBag.java EVENTS FOLDER [SEED]}, which ends by saying
 * how to verify what it made.
 */
final class LargeBag {

    private static final String ORIGIN = "benchmark.example/sevenfold";
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final List<String> NAMES = List.of(
            "skills.training-completion-recorded",
            "staff.appointment-made",
            "structure.unit-established",
            "staff.post-created",
            "skills.training-completion-corrected");
    private static final int EVENTS_PER_STREAM = 20;
    private static final int PROOFS = 2_000;

    private final int count;
    private final long seed;

    private LargeBag(int count, long seed) {
        this.count = count;
        this.seed = seed;
    }

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 20260801;
        new LargeBag(count, seed).make(folder);
    }

    private void make(Path folder) throws IOException {
        var key = SigningKey.generate(ORIGIN);
        long started = System.nanoTime();
        var leaves = new StoredLeaves(count);
        var tiles = new GrowingTiles((tile, bytes) -> leaves.keep(tile, bytes));
        each((index, entry, payload, metadata) -> tiles.add(Hash.leaf(entry.canonical())));
        tiles.end();
        SignedNote checkpoint =
                SignedNote.sign(new Checkpoint(ORIGIN, count, tiles.frontier().root()).text(), List.of(key));
        Path bag = folder.resolve("sevenfold-" + count + ".tar.gz");
        try (var writer = new EvidenceBagWriter(folder, checkpoint)) {
            writer.info("Source-Organization", "Benchmark Council").keys(List.of(key.verifierKey()));
            each((index, entry, payload, metadata) -> {
                byte[] canonical = entry.canonical();
                writer.event(new BagEvent(index, Hash.leaf(canonical), canonical, payload, metadata));
            });
            writer.write(bag, text -> SignedNote.sign(text, List.of(key)));
        }
        say("packed %,d events in %.1f s: %,d bytes", count, seconds(started), Files.size(bag));
        proofs(leaves, checkpoint, key.verifierKey());
        Files.write(folder.resolve("checkpoint"), checkpoint.bytes());
        say("java -Xmx512m -jar ledger/target/audit-verify.jar bag %s --vkey '%s'", bag, key.verifierKey());
    }

    /** Times one event's proof from the bytes of the file to the last hash, after as many to warm up. */
    private void proofs(StoredLeaves leaves, SignedNote checkpoint, VerifierKey key) {
        var random = new SplittableRandom(seed);
        double[] millis = new double[PROOFS];
        for (int i = -PROOFS; i < PROOFS; i++) {
            long index = random.nextInt(count);
            byte[] file = new TlogProof(InclusionProof.of(index, count, leaves), checkpoint, new byte[0]).bytes();
            long began = System.nanoTime();
            TlogProof.parse(file).check(leaves.node(0, index), List.of(key));
            if (i == -PROOFS) {
                say("one event's proof, the first in this process: %.2f ms", (System.nanoTime() - began) / 1e6);
            } else if (i >= 0) {
                millis[i] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(millis);
        say(
                "one event's proof, parsed and checked, signature included: p50 %.2f ms, p99 %.2f ms, of %,d",
                millis[PROOFS / 2], millis[PROOFS * 99 / 100], PROOFS);
    }

    private interface EachEvent {
        void event(long index, LeafEntry entry, byte[] payload, byte[] metadata) throws IOException;
    }

    private void each(EachEvent then) throws IOException {
        var random = new SplittableRandom(seed);
        int[] sequences = new int[Math.max(1, count / EVENTS_PER_STREAM)];
        UUID[] streams = new UUID[sequences.length];
        for (int index = 0; index < count; index++) {
            int stream = random.nextInt(sequences.length);
            streams[stream] = streams[stream] == null ? id(random) : streams[stream];
            byte[] payload = payload(random).getBytes(UTF_8);
            byte[] metadata = metadata(random).getBytes(UTF_8);
            LeafEntry entry = LeafEntry.of(
                    streams[stream].toString(),
                    "TrainingRecord",
                    sequences[stream]++,
                    id(random).toString(),
                    NAMES.get(random.nextInt(NAMES.size())),
                    1,
                    START.plus(Duration.ofMillis(index * 137L)),
                    payload,
                    metadata);
            then.event(index, entry, payload, metadata);
        }
    }

    private static String payload(SplittableRandom random) {
        return "{\"personId\":\"" + id(random) + "\",\"courseId\":\"" + id(random) + "\",\"effectiveOn\":\"2026-05-"
                + (10 + random.nextInt(20))
                + "\",\"passed\":true,\"evidence\":{\"kind\":\"certificate\",\"title\":\"RSK-"
                + random.nextInt(90) + " certificate\",\"where\":\"L&D shelf " + random.nextInt(9) + "\",\"sha256\":\""
                + Hash.sha256(new byte[] {(byte) random.nextInt(256)}).hex() + "\"}}";
    }

    private static String metadata(SplittableRandom random) {
        return "{\"actorId\":\"" + id(random) + "\",\"channel\":\"API\",\"commandId\":\"" + id(random)
                + "\",\"commandName\":\"record-training-completion\",\"correlationId\":\"" + id(random)
                + "\",\"idempotencyKey\":\"" + id(random) + "\",\"roles\":\"LEARNING_AND_DEVELOPMENT\"}";
    }

    private static UUID id(SplittableRandom random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void say(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }

    /** The tree's leaves in memory; every other node is hashed from them when it is asked for. */
    private static final class StoredLeaves implements NodeReader {

        private static final int HASH_BYTES = 32;

        private final byte[] leaves;
        private final java.util.Map<NodeId, Hash> above = new java.util.HashMap<>();

        StoredLeaves(int count) {
            this.leaves = new byte[count * HASH_BYTES];
        }

        void keep(Tile tile, byte[] bytes) {
            if (tile.level() == 0) {
                System.arraycopy(bytes, 0, leaves, (int) tile.index() * Tile.FULL_WIDTH * HASH_BYTES, bytes.length);
            }
        }

        @Override
        public Hash node(int level, long index) {
            if (level == 0) {
                int from = (int) index * HASH_BYTES;
                return new Hash(Arrays.copyOfRange(leaves, from, from + HASH_BYTES));
            }
            Hash known = above.get(new NodeId(level, index));
            if (known == null) {
                known = Hash.node(node(level - 1, index * 2), node(level - 1, index * 2 + 1));
                above.put(new NodeId(level, index), known);
            }
            return known;
        }
    }
}

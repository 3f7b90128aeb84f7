package org.sevenfold.ledger.bag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.LeafEntry;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.examination.Examination;
import org.sevenfold.ledger.examination.Finding;
import org.sevenfold.ledger.examination.Step;
import org.sevenfold.ledger.examination.Tampering;
import org.sevenfold.ledger.note.VerifierKey;
import org.sevenfold.ledger.tile.Tile;

/** What became of a log between two audits: whether the later bag extends the earlier one, and what was added. */
public final class BagComparison {

    private final EvidenceBag earlier;
    private final EvidenceBag later;
    private final List<VerifierKey> keys;

    /** @param keys of the log; without any, signatures are left aside */
    public BagComparison(EvidenceBag earlier, EvidenceBag later, List<VerifierKey> keys) {
        this.earlier = earlier;
        this.later = later;
        this.keys = List.copyOf(keys);
    }

    /** Examines both bags whole, and the later one against the earlier. */
    public Examination examine() throws IOException {
        Checkpoint before = Checkpoint.of(earlier.checkpoint());
        Checkpoint after = Checkpoint.of(later.checkpoint());
        var steps = new ArrayList<Step>();
        if (!before.origin().equals(after.origin())) {
            return new Examination(List.of(
                    Step.undecided("they are bags of two logs: " + before.origin() + " and " + after.origin())));
        }
        Map<Long, Hash> tilesBefore = new HashMap<>();
        Map<Long, Hash> tilesAfter = new HashMap<>();
        var added = new Added(before.size());
        add(steps, "earlier bag: ", earlier.examine(trust(null), new Tiles(tilesBefore)));
        add(
                steps,
                "later bag: ",
                later.examine(
                        trust(Earlier.printed(before.size(), before.root())), both(new Tiles(tilesAfter), added)));
        Examination examined = new Examination(steps);
        if (isForked(examined)) {
            steps.add(fork(before, after, firstDifference(tilesBefore, tilesAfter)));
        } else if (examined.findings().isEmpty()) {
            steps.addAll(added.steps());
        }
        return new Examination(steps);
    }

    private Trust trust(@Nullable Earlier held) {
        return new Trust(keys, List.of(), 0, held);
    }

    private static void add(List<Step> steps, String whose, Examination examination) {
        examination
                .steps()
                .forEach(step -> steps.add(new Step(step.outcome(), whose + step.sentence(), step.findings())));
    }

    private static boolean isForked(Examination examination) {
        return examination.findings().stream().anyMatch(finding -> finding.kind() == Tampering.HISTORY_REWRITTEN);
    }

    private Step fork(Checkpoint before, Checkpoint after, long tile) throws IOException {
        Map<Long, LeafEntry> entriesBefore = entries(earlier, tile);
        Map<Long, LeafEntry> entriesAfter = entries(later, tile);
        var findings = new ArrayList<Finding>();
        if (before.size() == after.size()) {
            findings.add(
                    Finding.size(Tampering.SPLIT_VIEW, after.size(), "two logs of one name and size were handed out"));
        }
        for (long leaf = tile * Tile.FULL_WIDTH; Long.compareUnsigned(leaf, before.size()) < 0; leaf++) {
            LeafEntry one = entriesBefore.get(leaf);
            LeafEntry other = entriesAfter.get(leaf);
            if (one == null || !one.equals(other)) {
                findings.add(Finding.leaf(
                        Tampering.ALTERED,
                        leaf,
                        one == null ? null : one.eventId(),
                        "here the two logs part: the later bag has "
                                + (other == null ? "no event" : "event " + other.eventId() + ", " + other.name())));
                break;
            }
        }
        return Step.failed("the later log is not the earlier one and more", findings);
    }

    private static long firstDifference(Map<Long, Hash> before, Map<Long, Hash> after) {
        long tile = 0;
        while (before.containsKey(tile) && before.get(tile).equals(after.get(tile))) {
            tile++;
        }
        return tile;
    }

    /** The entries of the leaves of one tile. */
    private Map<Long, LeafEntry> entries(EvidenceBag bag, long tile) throws IOException {
        Map<Long, LeafEntry> entries = new HashMap<>();
        bag.examine(trust(null), (index, hash, entry) -> {
            if (entry != null && index / Tile.FULL_WIDTH == tile) {
                entries.put(index, entry);
            }
        });
        return entries;
    }

    private static EventsCheck.Listener both(EventsCheck.Listener one, EventsCheck.Listener other) {
        return (index, hash, entry) -> {
            one.leaf(index, hash, entry);
            other.leaf(index, hash, entry);
        };
    }

    /** Fingerprints of the full tiles of leaves. */
    private static final class Tiles implements EventsCheck.Listener {

        private final Map<Long, Hash> tiles;
        private final ByteArrayOutputStream hashes = new ByteArrayOutputStream();

        Tiles(Map<Long, Hash> tiles) {
            this.tiles = tiles;
        }

        @Override
        public void leaf(long index, Hash hash, @Nullable LeafEntry entry) {
            hashes.writeBytes(hash.bytes());
            if ((index + 1) % Tile.FULL_WIDTH == 0) {
                tiles.put(index / Tile.FULL_WIDTH, Hash.sha256(hashes.toByteArray()));
                hashes.reset();
            }
        }
    }

    /** What came after a size: how many events of each name, and when. */
    private static final class Added implements EventsCheck.Listener {

        private final long from;
        private final Map<String, Long> counts = new TreeMap<>();
        private @Nullable Instant first;
        private @Nullable Instant last;

        Added(long from) {
            this.from = from;
        }

        @Override
        public void leaf(long index, Hash hash, @Nullable LeafEntry entry) {
            if (entry != null && Long.compareUnsigned(index, from) >= 0) {
                counts.merge(entry.name(), 1L, Long::sum);
                first = first == null ? entry.recordedAt() : first;
                last = entry.recordedAt();
            }
        }

        List<Step> steps() {
            long all = counts.values().stream().mapToLong(Long::longValue).sum();
            var steps = new ArrayList<Step>();
            steps.add(Step.passed(
                    all == 0
                            ? "nothing was added since"
                            : "added since: " + Unsigned.text(all) + " events, recorded from " + first + " to "
                                    + last));
            counts.forEach((name, count) -> steps.add(Step.passed("added: " + Unsigned.text(count) + " " + name)));
            return steps;
        }
    }
}

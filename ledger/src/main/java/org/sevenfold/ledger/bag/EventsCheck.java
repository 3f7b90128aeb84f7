package org.sevenfold.ledger.bag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.LeafEntry;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.examination.Finding;
import org.sevenfold.ledger.examination.Tampering;
import org.sevenfold.ledger.tile.GrowingTiles;

/**
 * Hashes every event of a bag again, and grows from them the tree that they must give. Each event is looked at once, in
 * order, and then forgotten.
 */
final class EventsCheck implements LeafOrder.Places {

    private static final int MOST_FINDINGS = 10_000;

    private final LeafOrder order;
    private final long earlierSize;
    private final Listener listener;
    private final GrowingTiles grown;
    private final Map<String, Hash> tiles = new HashMap<>();
    private final Remembered eventIds = new Remembered();
    private final Remembered sequences = new Remembered();
    private final List<Finding> changed = new ArrayList<>();
    private final Map<Hash, Finding> unlogged = new HashMap<>();
    private final List<Finding> repeated = new ArrayList<>();
    private final List<Finding> outOfSequence = new ArrayList<>();
    private long events;
    private boolean complete = true;
    private @Nullable Hash earlierRoot;
    private @Nullable Instant earlierTime;
    private @Nullable Instant lastTime;

    /** Sees each leaf at its place; the entry is null where the leaf is none. */
    @FunctionalInterface
    interface Listener {

        void leaf(long index, Hash hash, @Nullable LeafEntry entry);
    }

    /**
     * @param size of the tree that the events must give
     * @param earlierSize at which the tree's root is wanted too
     */
    EventsCheck(long size, long earlierSize, Listener listener) {
        this.order = new LeafOrder(size, this);
        this.earlierSize = earlierSize;
        this.listener = listener;
        this.grown = new GrowingTiles((tile, bytes) -> tiles.put(BagPath.PROOF + tile.path(), Hash.sha256(bytes)));
        noteEarlier();
    }

    void line(String json) {
        EventLine line;
        try {
            line = EventLine.parse(json);
        } catch (IllegalArgumentException unreadable) {
            found(Finding.leaf(
                    Tampering.ALTERED, order.next(), null, "its line cannot be read: " + unreadable.getMessage()));
            complete = false;
            order.unreadable();
            return;
        }
        order.line(line);
    }

    void end() {
        order.end();
        if (complete) {
            grown.end();
        }
    }

    @Override
    public void leaf(long index, EventLine line) {
        byte[] bytes = line.entry();
        Hash hash = Hash.leaf(bytes);
        LeafEntry entry = entry(index, bytes);
        if (entry != null) {
            check(index, entry, line);
        }
        listener.leaf(index, hash, entry);
        events++;
        if (complete) {
            grown.add(hash);
            noteEarlier();
        }
    }

    @Override
    public void renumbered(long index, EventLine line) {
        found(Finding.leaf(
                Tampering.ALTERED,
                index,
                eventId(line),
                "its line bears the number of leaf " + Unsigned.text(line.leafIndex())));
        leaf(index, line);
    }

    @Override
    public void missing(long from, long to) {
        complete = false;
        for (long index = from; index != to && changed.size() < MOST_FINDINGS; index++) {
            found(Finding.leaf(Tampering.MISSING, index, null, "there is no event for it"));
        }
    }

    @Override
    public void unlogged(EventLine line) {
        Finding finding = Finding.event(
                Tampering.UNLOGGED,
                eventId(line),
                "its line bears the number " + Unsigned.text(line.leafIndex()) + ", where no leaf is free for it");
        found(finding);
        if (unlogged.size() < MOST_FINDINGS) {
            unlogged.put(Hash.leaf(line.entry()), finding);
        }
    }

    /** How many events stand at a place of their own. */
    long events() {
        return events;
    }

    /** Altered, missing and unlogged events, in the order of their places. */
    List<Finding> changed() {
        return changed;
    }

    /** Those of the unlogged, by the hash that would be their leaf's. */
    Map<Hash, Finding> unlogged() {
        return unlogged;
    }

    List<Finding> repeated() {
        return repeated;
    }

    List<Finding> outOfSequence() {
        return outOfSequence;
    }

    /** The root that the events give; null if some are not there, so that they give none. */
    @Nullable
    Hash root() {
        return complete ? grown.frontier().root() : null;
    }

    /** The root at the earlier size; null if events before it are not there, or if the log never was so large. */
    @Nullable
    Hash earlierRoot() {
        return earlierRoot;
    }

    /** When the last event before the earlier size was recorded. */
    @Nullable
    Instant earlierTime() {
        return earlierTime;
    }

    /** When the last event of all was recorded. */
    @Nullable
    Instant lastTime() {
        return lastTime;
    }

    /** The fingerprint of each tile that the events give, by its path in the bag; null if they give none. */
    @Nullable
    Map<String, Hash> tiles() {
        return complete ? tiles : null;
    }

    private void check(long index, LeafEntry entry, EventLine line) {
        byte[] payload = line.payload();
        byte[] metadata = line.metadata();
        if (payload == null || metadata == null) {
            found(Finding.leaf(Tampering.MISSING, index, entry.eventId(), "the log no longer has this event"));
        } else {
            compare(index, entry, "payload", payload, entry.payloadSha256());
            compare(index, entry, "metadata", metadata, entry.metadataSha256());
        }
        long first = eventIds.put(entry.eventId(), index);
        if (first >= 0) {
            repeated.add(Finding.leaf(
                    Tampering.ALTERED, index, entry.eventId(), "it bears the id of the event of leaf " + first));
        }
        long last = sequences.put(entry.streamType() + "\n" + entry.streamId(), entry.sequence());
        if (entry.sequence() != last + 1) {
            outOfSequence.add(outOfSequence(index, entry, last));
        }
        lastTime = entry.recordedAt();
        if (index + 1 == earlierSize) {
            earlierTime = entry.recordedAt();
        }
    }

    private static Finding outOfSequence(long index, LeafEntry entry, long last) {
        String stream = entry.streamType() + " " + entry.streamId();
        return Finding.leaf(
                entry.sequence() > last ? Tampering.MISSING : Tampering.ALTERED,
                index,
                entry.eventId(),
                "it is number " + entry.sequence() + " of " + stream + ", where number " + (last + 1) + " is due");
    }

    private void compare(long index, LeafEntry entry, String what, byte[] bytes, Hash logged) {
        if (!Hash.sha256(bytes).equals(logged)) {
            found(Finding.leaf(
                    Tampering.ALTERED, index, entry.eventId(), "its " + what + " is not the one that was logged"));
        }
    }

    private @Nullable LeafEntry entry(long index, byte[] bytes) {
        try {
            return LeafEntry.parse(bytes);
        } catch (IllegalArgumentException e) {
            found(Finding.leaf(Tampering.ALTERED, index, null, "its entry is none: " + e.getMessage()));
            return null;
        }
    }

    private static @Nullable String eventId(EventLine line) {
        try {
            return LeafEntry.parse(line.entry()).eventId();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void noteEarlier() {
        if (grown.size() == earlierSize) {
            earlierRoot = grown.frontier().root();
        }
    }

    private void found(Finding finding) {
        if (changed.size() < MOST_FINDINGS) {
            changed.add(finding);
        }
    }
}

package org.sevenfold.ledger.bag;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.examination.Finding;
import org.sevenfold.ledger.examination.Tampering;
import org.sevenfold.ledger.tile.Tile;

/**
 * Compares the tree's tiles in a bag with those that its events give. Where tiles of leaves differ, the bag is read once
 * more, to name the leaves.
 */
final class TileDifferences {

    private static final int MOST_TILES = 1_000;
    private static final int HASH_BYTES = 32;
    private static final String TILES = BagPath.PROOF + "tile/";

    private final BagSource source;
    private final Map<String, Hash> found;
    private final EventsCheck events;
    private final long size;
    private final List<Finding> findings = new ArrayList<>();

    TileDifferences(BagSource source, BagFiles files, EventsCheck events, long size) {
        this.source = source;
        this.found = files.hashes();
        this.events = events;
        this.size = size;
    }

    /** Whether the bag has tiles at all. */
    boolean any() {
        return found.keySet().stream().anyMatch(path -> path.startsWith(TILES));
    }

    List<Finding> find(Map<String, Hash> expected) throws IOException {
        var different = new ArrayList<Tile>();
        for (String path : new TreeSet<>(expected.keySet())) {
            Hash hash = found.get(path);
            if (hash == null) {
                findings.add(Finding.file(Tampering.MISSING, path, "the tree has this tile, and the bag has not"));
            } else if (!hash.equals(expected.get(path))) {
                different.add(Tile.parse(path.substring(BagPath.PROOF.length())));
            }
        }
        found.keySet().stream()
                .filter(path -> path.startsWith(TILES) && !expected.containsKey(path))
                .forEach(path -> altered(path, "the tree has no such tile"));
        List<Tile> ofLeaves =
                different.stream().filter(tile -> tile.level() == 0).toList();
        different.stream()
                .filter(tile -> tile.level() > 0 && ofLeaves.stream().noneMatch(leaves -> covers(tile, leaves)))
                .forEach(tile -> altered(BagPath.PROOF + tile.path(), "the events give another tile"));
        if (!ofLeaves.isEmpty()) {
            nameLeaves(ofLeaves.stream().limit(MOST_TILES).toList());
        }
        return findings;
    }

    private void nameLeaves(List<Tile> different) throws IOException {
        Map<Long, byte[]> tiles = read(different);
        int before = findings.size();
        var again = new EventsCheck(size, -1, (index, hash, entry) -> {
            byte[] tile = tiles.get(index / Tile.FULL_WIDTH);
            if (tile != null) {
                compare(index, hash, at(tile, (int) (index % Tile.FULL_WIDTH)), entry == null ? null : entry.eventId());
            }
        });
        source.each((path, content) -> {
            if (path.equals(BagPath.EVENTS)) {
                EventsPass.run(content, again);
            }
            return !path.equals(BagPath.EVENTS);
        });
        if (findings.size() == before) {
            altered(BagPath.PROOF + different.get(0).path(), "the events give another tile");
        }
    }

    private Map<Long, byte[]> read(List<Tile> wanted) throws IOException {
        Map<String, Long> places = new HashMap<>();
        wanted.forEach(tile -> places.put(BagPath.PROOF + tile.path(), tile.index()));
        Map<Long, byte[]> tiles = new HashMap<>();
        source.each((path, content) -> {
            Long place = places.get(path);
            if (place != null) {
                tiles.put(place, content.readNBytes(Tile.FULL_WIDTH * HASH_BYTES));
            }
            return tiles.size() < places.size();
        });
        return tiles;
    }

    private void compare(long index, Hash given, @Nullable Hash logged, @Nullable String eventId) {
        if (given.equals(logged)) {
            return;
        }
        // Of two lines with one number, the one that the tree knows is the event, wherever it stands.
        Finding twin = logged == null ? null : events.unlogged().get(logged);
        findings.add(
                twin == null
                        ? Finding.leaf(
                                Tampering.ALTERED,
                                index,
                                eventId,
                                "its entry is not the one that the tree's leaf stands for")
                        : Finding.event(
                                Tampering.UNLOGGED,
                                eventId,
                                "its line stands where the log has event " + twin.event()));
    }

    private void altered(String path, String detail) {
        findings.add(Finding.file(Tampering.ALTERED, path, detail));
    }

    private static boolean covers(Tile tile, Tile leaves) {
        return leaves.index() >>> Byte.SIZE * tile.level() == tile.index();
    }

    private static @Nullable Hash at(byte[] tile, int place) {
        int to = (place + 1) * HASH_BYTES;
        return to > tile.length ? null : new Hash(Arrays.copyOfRange(tile, to - HASH_BYTES, to));
    }
}

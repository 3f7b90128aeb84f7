package org.sevenfold.ledger.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.sevenfold.ledger.Frontier;
import org.sevenfold.ledger.Hash;

/**
 * Makes a tree's tiles while its leaves pass by, each exactly once, and keeps no more than one unfinished tile a level.
 * For one thread.
 */
public final class GrowingTiles {

    private final List<List<Hash>> unfinished = new ArrayList<>();
    private final BiConsumer<Tile, byte[]> finished;
    private long size;

    /** @param finished takes each tile as soon as it is full, with its bytes, and in {@link #end} the partial ones */
    public GrowingTiles(BiConsumer<Tile, byte[]> finished) {
        this.finished = finished;
    }

    /** The leaves so far. */
    public long size() {
        return size;
    }

    public void add(Hash leaf) {
        size++;
        add(0, leaf);
    }

    /** The tree so far, its root included. */
    public Frontier frontier() {
        var edge = new ArrayList<Hash>();
        for (int level = unfinished.size() - 1; level >= 0; level--) {
            edge.addAll(Frontier.EMPTY.append(unfinished.get(level)).frontier().edge());
        }
        return Frontier.of(size, edge);
    }

    /** Hands out the partial tiles at the right end, lowest level first. More leaves may follow nevertheless. */
    public void end() {
        for (int level = 0; level < unfinished.size(); level++) {
            List<Hash> hashes = unfinished.get(level);
            if (!hashes.isEmpty()) {
                finished.accept(new Tile(level, index(level), hashes.size()), Tile.bytes(hashes));
            }
        }
    }

    private void add(int level, Hash hash) {
        if (level == unfinished.size()) {
            unfinished.add(new ArrayList<>(Tile.FULL_WIDTH));
        }
        List<Hash> hashes = unfinished.get(level);
        hashes.add(hash);
        if (hashes.size() == Tile.FULL_WIDTH) {
            finished.accept(new Tile(level, index(level) - 1, Tile.FULL_WIDTH), Tile.bytes(hashes));
            Hash root = Frontier.EMPTY.append(hashes).frontier().root();
            hashes.clear();
            add(level + 1, root);
        }
    }

    /** The place of the tile that follows the last full one of a level. */
    private long index(int level) {
        return size >>> Byte.SIZE * (level + 1);
    }
}

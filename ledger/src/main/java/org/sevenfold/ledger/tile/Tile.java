package org.sevenfold.ledger.tile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.NodeId;
import org.sevenfold.ledger.NodeReader;

/**
 * One file of hashes: 256 neighbours of one level of the tree, or fewer at the tree's right end.
 *
 * @param level 0 for leaf hashes; each level above holds the roots of the full tiles below it. At most 7
 * @param index the tile's place in its level, unsigned
 * @param width the number of its hashes, 1 to 256
 */
public record Tile(int level, long index, int width) {

    /** The number of hashes in a full tile. */
    public static final int FULL_WIDTH = TilePath.FULL_WIDTH;

    static final int HIGHEST_LEVEL = 7;

    private static final int HASH_BYTES = 32;
    private static final int TREE_LEVELS = 8;
    private static final String START = "tile/";

    public Tile {
        if (level < 0 || level > HIGHEST_LEVEL || index != (index << TREE_LEVELS) >>> TREE_LEVELS) {
            throw new IllegalArgumentException(
                    "No tree reaches tile " + Long.toUnsignedString(index) + " of level " + level);
        }
        new TilePath(index, width);
        node(level, index, width - 1);
    }

    /** The tiles that a tree of this size has at this level: full ones from 0, and a partial one behind them. */
    public static List<Tile> of(long size, int level) {
        long hashes = size >>> (TREE_LEVELS * level);
        var tiles = new ArrayList<Tile>();
        for (long index = 0; Long.compareUnsigned(index, hashes >>> TREE_LEVELS) < 0; index++) {
            tiles.add(new Tile(level, index, FULL_WIDTH));
        }
        int rest = (int) (hashes & (FULL_WIDTH - 1));
        if (rest > 0) {
            tiles.add(new Tile(level, hashes >>> TREE_LEVELS, rest));
        }
        return List.copyOf(tiles);
    }

    /** Reads what {@link #path} wrote; anything else is an {@link IllegalArgumentException}. */
    public static Tile parse(String path) {
        int slash = path.indexOf('/', START.length());
        if (!path.startsWith(START) || slash != START.length() + 1) {
            throw new IllegalArgumentException("Not the path of a tile: " + path);
        }
        TilePath rest = TilePath.parse(path.substring(slash + 1));
        return new Tile(Character.digit(path.charAt(START.length()), 10), rest.index(), rest.width());
    }

    /** The file's path, such as {@code tile/0/x001/x234/067} or {@code tile/1/000.p/17}. */
    public String path() {
        return START + level + "/" + new TilePath(index, width).text();
    }

    /** The places of the hashes in it, from left to right. */
    public List<NodeId> nodes() {
        var nodes = new ArrayList<NodeId>(width);
        for (int i = 0; i < width; i++) {
            nodes.add(node(level, index, i));
        }
        return List.copyOf(nodes);
    }

    /** The file's bytes: its hashes, one behind the other. */
    public byte[] read(NodeReader reader) {
        return bytes(
                nodes().stream().map(id -> reader.node(id.level(), id.index())).toList());
    }

    static byte[] bytes(List<Hash> hashes) {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * HASH_BYTES);
        hashes.forEach(hash -> bytes.put(hash.bytes()));
        return bytes.array();
    }

    private static NodeId node(int level, long index, int i) {
        return new NodeId(level * TREE_LEVELS, (index << TREE_LEVELS) + i);
    }
}

package org.sevenfold.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The way from one subtree up to the root of a tree, RFC 9162 section 2.1.3.2: which neighbours are met, lowest first.
 * Where the tree has no neighbour at a level, the way goes on without one.
 */
final class WayUp {

    private WayUp() {}

    /**
     * What stands beside the way at one level.
     *
     * @param left whether it is the left one of the two that are hashed together
     * @param complete whether all its leaves are in the tree; only the last right one may not be
     */
    record Neighbour(int level, long index, boolean left, boolean complete) {}

    /** The neighbours of the subtree at this place, which lies within the tree of {@code size} leaves. */
    static List<Neighbour> from(int level, long index, long size) {
        var neighbours = new ArrayList<Neighbour>();
        long node = index;
        long last = (size - 1) >>> level;
        for (int at = level; last != 0; at++) {
            if ((node & 1) == 1) {
                neighbours.add(new Neighbour(at, node - 1, true, true));
            } else if (node != last) {
                neighbours.add(new Neighbour(at, node + 1, false, node + 1 != last || isMultiple(size, at)));
            }
            node >>>= 1;
            last >>>= 1;
        }
        return List.copyOf(neighbours);
    }

    /** Every place to read for these neighbours, each once. */
    static List<NodeId> reads(List<Neighbour> neighbours, long size) {
        var ids = new ArrayList<NodeId>();
        for (Neighbour neighbour : neighbours) {
            ids.addAll(parts(neighbour, size));
        }
        return List.copyOf(ids);
    }

    static List<Hash> hashes(List<Neighbour> neighbours, long size, NodeReader reader) {
        return neighbours.stream()
                .map(neighbour -> hash(parts(neighbour, size), reader))
                .toList();
    }

    private static Hash hash(List<NodeId> parts, NodeReader reader) {
        List<Hash> hashes =
                parts.stream().map(id -> reader.node(id.level(), id.index())).toList();
        return Frontier.fold(hashes);
    }

    /** The complete subtrees that a neighbour consists of, largest first. */
    private static List<NodeId> parts(Neighbour neighbour, long size) {
        if (neighbour.complete) {
            return List.of(new NodeId(neighbour.level, neighbour.index));
        }
        return MerkleTree.nodesFor(size).stream()
                .filter(id -> id.level() < neighbour.level)
                .toList();
    }

    private static boolean isMultiple(long size, int level) {
        return (size & ((1L << level) - 1)) == 0;
    }
}

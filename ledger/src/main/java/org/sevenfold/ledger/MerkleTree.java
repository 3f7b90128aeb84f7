package org.sevenfold.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Answers questions about the tree at any past size, from stored nodes. Every tree that ever was is a prefix of the
 * present one, so a root of last year is found as fast as today's: with at most 64 reads.
 */
public final class MerkleTree {

    private MerkleTree() {}

    /**
     * The places to read in order to know the tree of {@code size} leaves: one for each binary one in the size, largest
     * subtree first. A level of 0 means the leaf itself. The empty tree needs nothing.
     */
    public static List<NodeId> nodesFor(long size) {
        var ids = new ArrayList<NodeId>(Long.bitCount(size));
        long rest = size;
        while (rest != 0) {
            long block = Long.highestOneBit(rest);
            int level = Long.numberOfTrailingZeros(block);
            ids.add(new NodeId(level, (size >>> level) - 1));
            rest -= block;
        }
        return List.copyOf(ids);
    }

    /** The right edge of the tree of {@code size} leaves; {@link Frontier#EMPTY} for none, without a read. */
    public static Frontier frontier(long size, NodeReader reader) {
        var edge = new ArrayList<Hash>(Long.bitCount(size));
        for (NodeId id : nodesFor(size)) {
            edge.add(reader.node(id.level(), id.index()));
        }
        return Frontier.of(size, edge);
    }

    /** The root of the tree of {@code size} leaves; {@link Hash#EMPTY_ROOT} for none, without a read. */
    public static Hash root(long size, NodeReader reader) {
        return frontier(size, reader).root();
    }
}

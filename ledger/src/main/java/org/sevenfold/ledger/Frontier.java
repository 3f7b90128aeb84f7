package org.sevenfold.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * All one needs to know of a tree in order to let it grow: its size and its right edge. However long the history, this
 * is at most 64 hashes.
 *
 * @param size the number of leaves, unsigned
 * @param edge the roots of the complete subtrees that make up the tree, largest first: one for each binary one in
 *     {@code size}, else an {@link IllegalArgumentException}
 */
public record Frontier(long size, List<Hash> edge) {

    /** The tree without leaves. */
    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        if (edge.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("A tree of " + Long.toUnsignedString(size) + " leaves has "
                    + Long.bitCount(size) + " hashes at its edge, not " + edge.size());
        }
        edge = List.copyOf(edge);
    }

    /** The edge as it was stored, largest subtree first; see {@link MerkleTree#nodesFor(long)}. */
    public static Frontier of(long size, List<Hash> edge) {
        return new Frontier(size, edge);
    }

    /**
     * The tree with these leaves added at its right end. No leaves, no growth: the answer is an equal frontier and no
     * nodes. Adding leaf by leaf or all at once gives the same tree and the same nodes.
     *
     * @throws IllegalArgumentException if the size would not fit into 64 bits
     */
    public Growth append(List<Hash> leaves) {
        long grownSize = size + leaves.size();
        if (Long.compareUnsigned(grownSize, size) < 0) {
            throw new IllegalArgumentException(
                    "A tree of " + Long.toUnsignedString(size) + " leaves cannot take " + leaves.size() + " more");
        }
        var grownEdge = new ArrayList<>(edge);
        var finished = new ArrayList<Node>();
        long index = size;
        for (Hash leaf : leaves) {
            grownEdge.add(closeSubtrees(index, leaf, grownEdge, finished));
            index++;
        }
        return new Growth(new Frontier(grownSize, grownEdge), finished);
    }

    /** The root hash, RFC 9162 section 2.1.1; for the empty tree {@link Hash#EMPTY_ROOT}. */
    public Hash root() {
        return edge.isEmpty() ? Hash.EMPTY_ROOT : fold(edge);
    }

    /** The root over neighbouring subtrees, largest first; at least one. */
    static Hash fold(List<Hash> subtrees) {
        int last = subtrees.size() - 1;
        Hash root = subtrees.get(last);
        for (int i = last - 1; i >= 0; i--) {
            root = Hash.node(subtrees.get(i), root);
        }
        return root;
    }

    private static Hash closeSubtrees(long leafIndex, Hash leaf, ArrayList<Hash> edge, List<Node> finished) {
        Hash closed = leaf;
        int levels = Long.numberOfTrailingZeros(~leafIndex);
        for (int level = 1; level <= levels; level++) {
            closed = Hash.node(edge.remove(edge.size() - 1), closed);
            finished.add(new Node(level, leafIndex >>> level, closed));
        }
        return closed;
    }

    /**
     * What an append changed: the new right edge, and what has to be stored so that it can be found again.
     *
     * @param nodes the subtrees of level 1 and above that these leaves completed, in the order in which they were
     *     completed; the leaves themselves are not among them
     */
    public record Growth(Frontier frontier, List<Node> nodes) {

        public Growth {
            nodes = List.copyOf(nodes);
        }
    }
}

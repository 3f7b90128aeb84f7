package org.sevenfold.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Proves that a tree is an earlier tree with leaves added at its end, RFC 9162 section 2.1.4: that nothing in between
 * was altered, removed or inserted.
 *
 * <p>The empty tree is a prefix of every tree, so a proof from it would prove nothing: it is refused, even to the empty
 * tree. From a tree to itself the proof is empty.
 *
 * @param from the leaves of the earlier tree, unsigned, not 0
 * @param to the leaves of the later tree, unsigned, not fewer
 * @param hashes in the order of the RFC. Their number follows from the sizes; sizes that cannot be, or another number
 *     of hashes, are {@link ProofRefused}
 */
public record ConsistencyProof(long from, long to, List<Hash> hashes) {

    public ConsistencyProof {
        int expected = seeds(from, to).size() + way(from, to).size();
        if (hashes.size() != expected) {
            throw new ProofRefused("from " + Long.toUnsignedString(from) + " to " + Long.toUnsignedString(to)
                    + " leaves it takes " + expected + " hashes, not " + hashes.size());
        }
        hashes = List.copyOf(hashes);
    }

    /** The proof from one size to another; sizes that cannot be are {@link ProofRefused}. */
    public static ConsistencyProof of(long from, long to, NodeReader reader) {
        var hashes = new ArrayList<Hash>();
        for (NodeId seed : seeds(from, to)) {
            hashes.add(reader.node(seed.level(), seed.index()));
        }
        hashes.addAll(WayUp.hashes(way(from, to), to, reader));
        return new ConsistencyProof(from, to, hashes);
    }

    /** Every place that {@link #of} reads, each once, for a reader that would rather fetch all of them together. */
    public static List<NodeId> nodesFor(long from, long to) {
        var ids = new ArrayList<>(seeds(from, to));
        ids.addAll(WayUp.reads(way(from, to), to));
        return List.copyOf(ids);
    }

    /** Returns if this leads to both roots, and is {@link ProofRefused} otherwise. */
    public void check(Hash earlier, Hash later) {
        if (from == to) {
            require("both are of one size, so their roots are one", later, earlier);
            return;
        }
        List<WayUp.Neighbour> way = way(from, to);
        int seeds = hashes.size() - way.size();
        Hash before = seeds == 0 ? earlier : hashes.get(0);
        Hash after = before;
        for (int i = 0; i < way.size(); i++) {
            Hash hash = hashes.get(seeds + i);
            if (way.get(i).left()) {
                before = Hash.node(hash, before);
                after = Hash.node(hash, after);
            } else {
                after = Hash.node(after, hash);
            }
        }
        require("it leads to another root of the earlier tree", before, earlier);
        require("it leads to another root of the later tree", after, later);
    }

    private static void require(String rule, Hash found, Hash expected) {
        if (!found.equals(expected)) {
            throw new ProofRefused(rule + ": " + found.base64() + ", not " + expected.base64());
        }
    }

    /** The last complete subtree of the earlier tree, where the walk begins, unless it is that whole tree. */
    private static List<NodeId> seeds(long from, long to) {
        requireSizes(from, to);
        return from == to || Long.bitCount(from) == 1 ? List.of() : List.of(start(from));
    }

    private static List<WayUp.Neighbour> way(long from, long to) {
        requireSizes(from, to);
        return from == to
                ? List.of()
                : WayUp.from(start(from).level(), start(from).index(), to);
    }

    private static NodeId start(long from) {
        int level = Long.numberOfTrailingZeros(from);
        return new NodeId(level, (from >>> level) - 1);
    }

    private static void requireSizes(long from, long to) {
        if (from == 0) {
            throw new ProofRefused("from an empty tree nothing can be proved");
        }
        if (Long.compareUnsigned(from, to) > 0) {
            throw new ProofRefused("a tree of " + Long.toUnsignedString(to) + " leaves does not extend one of "
                    + Long.toUnsignedString(from));
        }
    }
}

package org.sevenfold.ledger;

import java.util.List;

/**
 * Proves that one leaf stands at one place of a tree, RFC 9162 section 2.1.3: at most 64 hashes, however long the
 * history.
 *
 * @param index the leaf's place, unsigned, from 0
 * @param size the tree's leaves, unsigned
 * @param hashes what the leaf is hashed with on the way to the root, nearest first. Their number follows from index and
 *     size; an index beyond the tree, or another number of hashes, is {@link ProofRefused}
 */
public record InclusionProof(long index, long size, List<Hash> hashes) {

    public InclusionProof {
        int expected = way(index, size).size();
        if (hashes.size() != expected) {
            throw new ProofRefused("from leaf " + Long.toUnsignedString(index) + " to the root of "
                    + Long.toUnsignedString(size) + " leaves it takes " + expected + " hashes, not " + hashes.size());
        }
        hashes = List.copyOf(hashes);
    }

    /** The proof for a leaf in the tree of {@code size} leaves; an index beyond it is {@link ProofRefused}. */
    public static InclusionProof of(long index, long size, NodeReader reader) {
        return new InclusionProof(index, size, WayUp.hashes(way(index, size), size, reader));
    }

    /** Every place that {@link #of} reads, each once, for a reader that would rather fetch all of them together. */
    public static List<NodeId> nodesFor(long index, long size) {
        return WayUp.reads(way(index, size), size);
    }

    /** Returns if this leads from the leaf to the root, and is {@link ProofRefused} otherwise. */
    public void check(Hash leaf, Hash root) {
        Hash found = root(leaf);
        if (!found.equals(root)) {
            throw new ProofRefused("it leads to the root " + found.base64() + ", not to " + root.base64());
        }
    }

    /** The root of the tree in which this leaf stands at this place. */
    public Hash root(Hash leaf) {
        List<WayUp.Neighbour> way = way(index, size);
        Hash hash = leaf;
        for (int i = 0; i < way.size(); i++) {
            hash = way.get(i).left() ? Hash.node(hashes.get(i), hash) : Hash.node(hash, hashes.get(i));
        }
        return hash;
    }

    private static List<WayUp.Neighbour> way(long index, long size) {
        if (Long.compareUnsigned(index, size) >= 0) {
            throw new ProofRefused("leaf " + Long.toUnsignedString(index) + " lies beyond a tree of "
                    + Long.toUnsignedString(size) + " leaves");
        }
        return WayUp.from(0, index, size);
    }
}

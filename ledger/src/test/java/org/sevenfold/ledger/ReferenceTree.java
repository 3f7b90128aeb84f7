package org.sevenfold.ledger;

import java.util.List;

/** The definition of RFC 9162 section 2.1.1, word for word and slow: what the real tree is compared with. */
final class ReferenceTree {

    private ReferenceTree() {}

    static Hash root(List<Hash> leaves) {
        int n = leaves.size();
        if (n == 0) {
            return Hash.EMPTY_ROOT;
        }
        if (n == 1) {
            return leaves.get(0);
        }
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return Hash.node(root(leaves.subList(0, k)), root(leaves.subList(k, n)));
    }

    /** The complete subtree at a place of a tree that is large enough to have it. */
    static Hash node(List<Hash> leaves, int level, long index) {
        return root(leaves.subList((int) (index << level), (int) ((index + 1) << level)));
    }
}

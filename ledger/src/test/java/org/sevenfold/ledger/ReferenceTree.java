package org.sevenfold.ledger;

import java.util.ArrayList;
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
        int k = split(n);
        return Hash.node(root(leaves.subList(0, k)), root(leaves.subList(k, n)));
    }

    /** Section 2.1.3.1. */
    static List<Hash> path(int m, List<Hash> leaves) {
        int n = leaves.size();
        if (n == 1) {
            return List.of();
        }
        int k = split(n);
        return m < k
                ? then(path(m, leaves.subList(0, k)), root(leaves.subList(k, n)))
                : then(path(m - k, leaves.subList(k, n)), root(leaves.subList(0, k)));
    }

    /** Section 2.1.4.1. */
    static List<Hash> consistency(int m, List<Hash> leaves) {
        return subproof(m, leaves, true);
    }

    private static List<Hash> subproof(int m, List<Hash> leaves, boolean known) {
        int n = leaves.size();
        if (m == n) {
            return known ? List.of() : List.of(root(leaves));
        }
        int k = split(n);
        return m <= k
                ? then(subproof(m, leaves.subList(0, k), known), root(leaves.subList(k, n)))
                : then(subproof(m - k, leaves.subList(k, n), false), root(leaves.subList(0, k)));
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> then(List<Hash> hashes, Hash next) {
        var longer = new ArrayList<>(hashes);
        longer.add(next);
        return longer;
    }

    /** The complete subtree at a place of a tree that is large enough to have it. */
    static Hash node(List<Hash> leaves, int level, long index) {
        return root(leaves.subList((int) (index << level), (int) ((index + 1) << level)));
    }
}

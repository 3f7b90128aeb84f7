package org.sevenfold.ledger;

/** Where the tree's hashes are fetched from, be it a table, a file or memory. */
@FunctionalInterface
public interface NodeReader {

    /**
     * The hash of the complete subtree at this place; level 0 is a leaf. Never called twice for one place within one
     * question. A reader that does not have the node throws; it never answers null.
     */
    Hash node(int level, long index);
}

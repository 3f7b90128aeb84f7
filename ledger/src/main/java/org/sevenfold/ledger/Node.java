package org.sevenfold.ledger;

/**
 * A complete subtree with its hash. Once complete it never changes, so it is written down once and never touched again.
 *
 * @param level as in {@link NodeId}
 * @param index as in {@link NodeId}
 */
public record Node(int level, long index, Hash hash) {

    public Node {
        NodeId.check(level, index);
    }
}

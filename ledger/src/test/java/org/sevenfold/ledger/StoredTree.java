package org.sevenfold.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nodes of a tree in memory, as a table would hold them; a node that is not there is an error. */
public final class StoredTree implements NodeReader {

    private final Map<NodeId, Hash> nodes = new HashMap<>();

    public StoredTree(List<Hash> leaves) {
        for (int i = 0; i < leaves.size(); i++) {
            nodes.put(new NodeId(0, i), leaves.get(i));
        }
        for (Node node : Frontier.EMPTY.append(leaves).nodes()) {
            nodes.put(new NodeId(node.level(), node.index()), node.hash());
        }
    }

    @Override
    public Hash node(int level, long index) {
        Hash hash = nodes.get(new NodeId(level, index));
        if (hash == null) {
            throw new IllegalStateException("No node " + index + " of level " + level);
        }
        return hash;
    }
}

package org.sevenfold.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    @Test
    void a_tree_of_seven_leaves_has_the_published_root() {
        assertThat(MerkleTree.root(7, new StoredTree(Leaves.PUBLISHED))).isEqualTo(Leaves.PUBLISHED_ROOTS.get(7));
    }

    @Test
    void the_root_of_every_earlier_size_is_found_from_the_nodes_of_the_present_tree() {
        List<Hash> leaves = Leaves.random(new SplittableRandom(7), 600);
        NodeReader reader = new StoredTree(leaves);

        for (int size = 0; size <= leaves.size(); size++) {
            assertThat(MerkleTree.root(size, reader))
                    .as("size %d", size)
                    .isEqualTo(ReferenceTree.root(leaves.subList(0, size)));
        }
    }

    @Test
    void the_frontier_of_every_earlier_size_is_the_one_that_grew() {
        List<Hash> leaves = Leaves.random(new SplittableRandom(8), 300);
        NodeReader reader = new StoredTree(leaves);

        Frontier grown = Frontier.EMPTY;
        for (int size = 0; size < leaves.size(); size++) {
            assertThat(MerkleTree.frontier(size, reader)).isEqualTo(grown);
            grown = grown.append(leaves.subList(size, size + 1)).frontier();
        }
    }

    @Test
    void a_tree_of_thirteen_leaves_is_read_as_eight_four_and_one() {
        assertThat(MerkleTree.nodesFor(13)).containsExactly(new NodeId(3, 0), new NodeId(2, 2), new NodeId(0, 12));
    }

    @Test
    void the_nodes_of_any_size_cover_each_leaf_once_from_left_to_right() {
        var random = new SplittableRandom(13);
        for (int round = 0; round < 10_000; round++) {
            long size = random.nextLong() >>> random.nextInt(64);
            long covered = 0;
            for (NodeId id : MerkleTree.nodesFor(size)) {
                assertThat(id.index() << id.level()).isEqualTo(covered);
                covered += 1L << id.level();
            }
            assertThat(covered).isEqualTo(size);
            assertThat(MerkleTree.nodesFor(size)).hasSize(Long.bitCount(size));
        }
    }

    @Test
    void each_named_node_is_read_once_and_no_other() {
        NodeReader reader = new StoredTree(Leaves.random(new SplittableRandom(21), 300));
        for (int size = 0; size <= 300; size++) {
            var read = new ArrayList<NodeId>();
            MerkleTree.root(size, (level, index) -> {
                read.add(new NodeId(level, index));
                return reader.node(level, index);
            });

            assertThat(read).isEqualTo(MerkleTree.nodesFor(size));
        }
    }

    @Test
    void the_empty_tree_is_known_without_reading() {
        assertThat(MerkleTree.nodesFor(0)).isEmpty();
        assertThat(MerkleTree.frontier(0, MerkleTreeTest::nothingStored)).isEqualTo(Frontier.EMPTY);
        assertThat(MerkleTree.root(0, MerkleTreeTest::nothingStored)).isEqualTo(Hash.EMPTY_ROOT);
    }

    @Test
    void a_node_that_is_not_there_is_an_error_and_not_a_wrong_root() {
        NodeReader six = new StoredTree(Leaves.PUBLISHED.subList(0, 6));

        assertThatIllegalStateException().isThrownBy(() -> MerkleTree.root(7, six));
    }

    private static Hash nothingStored(int level, long index) {
        throw new IllegalStateException("No node " + index + " of level " + level);
    }
}

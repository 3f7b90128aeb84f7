package org.sevenfold.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrontierTest {

    private static final Hash LEAF = new Hash(new byte[32]);
    private static final long LARGEST_SIZE = -1;

    @Test
    void a_tree_of_no_leaves_has_the_root_of_nothing() {
        assertThat(Frontier.EMPTY.size()).isZero();
        assertThat(Frontier.EMPTY.root()).isEqualTo(Hash.EMPTY_ROOT);
    }

    @Test
    void a_tree_of_one_leaf_has_that_leaf_as_its_root() {
        assertThat(Frontier.EMPTY.append(List.of(LEAF)).frontier().root()).isEqualTo(LEAF);
    }

    @Test
    void a_tree_of_seven_leaves_has_the_published_root() {
        assertThat(tree(Leaves.PUBLISHED.subList(0, 7)).root()).isEqualTo(Leaves.PUBLISHED_ROOTS.get(7));
    }

    @Test
    void every_tree_of_up_to_eight_leaves_has_the_published_root() {
        for (int size = 0; size <= 8; size++) {
            assertThat(tree(Leaves.PUBLISHED.subList(0, size)).root())
                    .as("size %d", size)
                    .isEqualTo(Leaves.PUBLISHED_ROOTS.get(size));
        }
    }

    @Test
    void however_the_leaves_are_split_into_batches_the_root_and_the_nodes_are_the_same() {
        var random = new SplittableRandom(6962);
        for (int round = 0; round < 200; round++) {
            List<Hash> leaves = Leaves.random(random, random.nextInt(300));
            Frontier.Growth atOnce = Frontier.EMPTY.append(leaves);

            Frontier frontier = Frontier.EMPTY;
            var nodes = new ArrayList<Node>();
            for (int from = 0, to; from < leaves.size(); from = to) {
                to = Math.min(leaves.size(), from + random.nextInt(20));
                Frontier.Growth growth = frontier.append(leaves.subList(from, to));
                frontier = growth.frontier();
                nodes.addAll(growth.nodes());
                assertThat(frontier.root()).isEqualTo(ReferenceTree.root(leaves.subList(0, to)));
            }

            assertThat(frontier).isEqualTo(atOnce.frontier());
            assertThat(nodes).isEqualTo(atOnce.nodes());
        }
    }

    @Test
    void an_append_names_each_subtree_that_it_completed_once_and_no_other() {
        var random = new SplittableRandom(9162);
        List<Hash> leaves = Leaves.random(random, 300);
        for (int round = 0; round < 200; round++) {
            int before = random.nextInt(leaves.size());
            int after = random.nextInt(before, leaves.size() + 1);

            List<Node> nodes = tree(leaves.subList(0, before))
                    .append(leaves.subList(before, after))
                    .nodes();

            assertThat(nodes).containsExactlyInAnyOrderElementsOf(completed(leaves, before, after));
        }
    }

    @Test
    void no_leaves_no_growth() {
        Frontier seven = tree(Leaves.PUBLISHED.subList(0, 7));

        assertThat(seven.append(List.of())).isEqualTo(new Frontier.Growth(seven, List.of()));
    }

    @Test
    void a_frontier_that_was_stored_goes_on_where_it_stopped() {
        Frontier five = tree(Leaves.PUBLISHED.subList(0, 5));

        Frontier stored = Frontier.of(5, five.edge());

        assertThat(stored.append(Leaves.PUBLISHED.subList(5, 8)).frontier().root())
                .isEqualTo(Leaves.PUBLISHED_ROOTS.get(8));
    }

    @Test
    void the_edge_lists_the_largest_subtree_first() {
        List<Hash> seven = Leaves.PUBLISHED.subList(0, 7);

        assertThat(tree(seven).edge())
                .containsExactly(
                        ReferenceTree.root(seven.subList(0, 4)), ReferenceTree.root(seven.subList(4, 6)), seven.get(6));
    }

    @Test
    void a_frontier_does_not_change_when_the_list_it_came_from_does() {
        var edge = new ArrayList<>(List.of(LEAF));
        Frontier frontier = Frontier.of(1, edge);
        edge.clear();

        assertThat(frontier.edge()).containsExactly(LEAF);
    }

    @Test
    void an_edge_that_does_not_fit_the_size_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Frontier.of(0, List.of(LEAF)));
        assertThatIllegalArgumentException().isThrownBy(() -> Frontier.of(3, List.of(LEAF)));
        assertThatIllegalArgumentException().isThrownBy(() -> Frontier.of(4, List.of(LEAF, LEAF)));
    }

    @Test
    void sizes_beyond_the_signed_range_work() {
        Frontier almost = Frontier.of(Long.MAX_VALUE, Collections.nCopies(63, LEAF));

        Frontier.Growth growth = almost.append(List.of(LEAF));

        assertThat(growth.frontier().size()).isEqualTo(Long.MIN_VALUE);
        assertThat(growth.frontier().edge()).containsExactly(growth.frontier().root());
        assertThat(growth.nodes()).hasSize(63);
        assertThat(growth.nodes().get(62))
                .isEqualTo(new Node(63, 0, growth.frontier().root()));
    }

    @Test
    void a_leaf_too_many_for_64_bits_is_refused() {
        Frontier full = Frontier.of(LARGEST_SIZE, Collections.nCopies(64, LEAF));

        assertThat(full.append(List.of()).frontier()).isEqualTo(full);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> full.append(List.of(LEAF)))
                .withMessageContaining("18446744073709551615");
    }

    @Test
    void a_place_that_no_tree_reaches_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NodeId(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new NodeId(64, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new NodeId(1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Node(63, 2, LEAF));
        assertThat(new NodeId(0, -1).index()).isEqualTo(-1);
        assertThat(new NodeId(63, 1).index()).isEqualTo(1);
    }

    private static Frontier tree(List<Hash> leaves) {
        return Frontier.EMPTY.append(leaves).frontier();
    }

    private static List<Node> completed(List<Hash> leaves, int before, int after) {
        var nodes = new ArrayList<Node>();
        for (int level = 1; 1 << level <= after; level++) {
            for (int index = before >> level; (index + 1) << level <= after; index++) {
                nodes.add(new Node(level, index, ReferenceTree.node(leaves, level, index)));
            }
        }
        return nodes;
    }
}

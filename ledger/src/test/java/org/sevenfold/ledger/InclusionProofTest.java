package org.sevenfold.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InclusionProofTest {

    private static final NodeReader PUBLISHED = new StoredTree(Leaves.PUBLISHED);

    @Nested
    class Made {

        @Test
        void the_sixth_of_eight_published_leaves_has_the_published_proof() {
            assertThat(InclusionProof.of(5, 8, PUBLISHED).hashes())
                    .extracting(Hash::hex)
                    .containsExactly(
                            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        }

        @Test
        void every_leaf_of_every_earlier_tree_is_proved_as_the_rfc_defines_it() {
            List<Hash> leaves = Leaves.random(new SplittableRandom(1), 130);
            NodeReader reader = new StoredTree(leaves);
            for (int size = 1; size <= leaves.size(); size++) {
                Hash root = ReferenceTree.root(leaves.subList(0, size));
                for (int index = 0; index < size; index++) {
                    InclusionProof proof = InclusionProof.of(index, size, reader);

                    assertThat(proof.hashes()).isEqualTo(ReferenceTree.path(index, leaves.subList(0, size)));
                    assertThat(proof.root(leaves.get(index))).isEqualTo(root);
                }
            }
        }

        @Test
        void each_named_node_is_read_once_and_no_other() {
            NodeReader reader = new StoredTree(Leaves.random(new SplittableRandom(2), 70));
            for (int size = 1; size <= 70; size++) {
                for (int index = 0; index < size; index++) {
                    var read = new ArrayList<NodeId>();
                    InclusionProof.of(index, size, (level, i) -> {
                        read.add(new NodeId(level, i));
                        return reader.node(level, i);
                    });

                    assertThat(read)
                            .isEqualTo(InclusionProof.nodesFor(index, size))
                            .doesNotHaveDuplicates();
                }
            }
        }

        @ParameterizedTest
        @CsvSource({"0, 0", "1, 0", "1, 1", "8, 8", "-1, 8", "-1, -1", "9223372036854775807, 8"})
        void no_proof_for_a_leaf_beyond_the_tree(long index, long size) {
            refused(() -> InclusionProof.of(index, size, PUBLISHED), "beyond");
        }
    }

    @Nested
    class Checked {

        @Test
        void a_tree_of_one_leaf_needs_no_hashes() {
            Hash only = Leaves.PUBLISHED.get(0);

            assertThatCode(() -> new InclusionProof(0, 1, List.of()).check(only, only))
                    .doesNotThrowAnyException();
            refused(() -> new InclusionProof(0, 1, List.of()).check(only, Hash.EMPTY_ROOT), "leads to the root");
        }

        @Test
        void sizes_and_places_beyond_the_signed_range_work() {
            Hash leaf = Leaves.PUBLISHED.get(3);
            List<Hash> up = Collections.nCopies(64, Hash.EMPTY_ROOT);

            assertThat(new InclusionProof(-2, -1, up.subList(0, 63)).root(leaf))
                    .isNotEqualTo(new InclusionProof(0, -1, up).root(leaf));
            refused(() -> new InclusionProof(-2, -1, up), "63 hashes, not 64");
            refused(() -> new InclusionProof(-1, -1, up), "18446744073709551615");
        }

        @Test
        void a_place_a_size_a_leaf_a_root_or_a_hash_that_is_not_the_right_one_is_refused() {
            List<Hash> leaves = Leaves.random(new SplittableRandom(3), 40);
            NodeReader reader = new StoredTree(leaves);
            var random = new SplittableRandom(4);
            for (int round = 0; round < 2_000; round++) {
                int size = random.nextInt(1, 41);
                int index = random.nextInt(size);
                Hash leaf = leaves.get(index);
                Hash root = MerkleTree.root(size, reader);
                List<Hash> right = InclusionProof.of(index, size, reader).hashes();

                Hash other = Leaves.random(random);
                refused(() -> new InclusionProof(index, size, right).check(other, root));
                refused(() -> new InclusionProof(index, size, right).check(leaf, other));
                int elsewhere = random.nextInt(100);
                if (elsewhere != index) {
                    refused(() -> new InclusionProof(elsewhere, size, right).check(leaf, root));
                }
                refused(() -> new InclusionProof(index, size, with(right, right.size(), root)).check(leaf, root));
                refused(() -> new InclusionProof(index, size, with(right, 0, leaf)).check(leaf, root));
                if (!right.isEmpty()) {
                    int place = random.nextInt(right.size());
                    refused(() -> new InclusionProof(index, size, without(right, place)).check(leaf, root));
                    refused(() -> new InclusionProof(index, size, with(without(right, place), place, other))
                            .check(leaf, root));
                }
            }
        }

        @Test
        void another_size_is_refused_unless_the_tree_has_the_same_shape_on_the_way() {
            refused(() -> new InclusionProof(
                            5, 16, InclusionProof.of(5, 8, PUBLISHED).hashes())
                    .check(Leaves.PUBLISHED.get(5), Leaves.PUBLISHED_ROOTS.get(8)));
            refused(() -> new InclusionProof(
                            2, 4, InclusionProof.of(2, 8, PUBLISHED).hashes())
                    .check(Leaves.PUBLISHED.get(2), Leaves.PUBLISHED_ROOTS.get(8)));
        }
    }

    private static List<Hash> with(List<Hash> hashes, int place, Hash hash) {
        var changed = new ArrayList<>(hashes);
        changed.add(place, hash);
        return changed;
    }

    private static List<Hash> without(List<Hash> hashes, int place) {
        var changed = new ArrayList<>(hashes);
        changed.remove(place);
        return changed;
    }

    private static void refused(Runnable check) {
        refused(check, "");
    }

    private static void refused(Runnable check, String words) {
        assertThatExceptionOfType(ProofRefused.class).isThrownBy(check::run).withMessageContaining(words);
    }
}

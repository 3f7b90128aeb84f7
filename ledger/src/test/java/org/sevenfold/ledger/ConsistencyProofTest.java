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

class ConsistencyProofTest {

    private static final NodeReader PUBLISHED = new StoredTree(Leaves.PUBLISHED);

    @Nested
    class Made {

        @Test
        void from_six_to_eight_published_leaves_leads_the_published_proof() {
            assertThat(ConsistencyProof.of(6, 8, PUBLISHED).hashes())
                    .extracting(Hash::hex)
                    .containsExactly(
                            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        }

        @Test
        void every_size_is_proved_to_extend_every_earlier_one_as_the_rfc_defines_it() {
            List<Hash> leaves = Leaves.random(new SplittableRandom(5), 130);
            NodeReader reader = new StoredTree(leaves);
            for (int to = 1; to <= leaves.size(); to++) {
                List<Hash> tree = leaves.subList(0, to);
                for (int from = 1; from <= to; from++) {
                    ConsistencyProof proof = ConsistencyProof.of(from, to, reader);

                    assertThat(proof.hashes()).isEqualTo(ReferenceTree.consistency(from, tree));
                    proof.check(ReferenceTree.root(leaves.subList(0, from)), ReferenceTree.root(tree));
                }
            }
        }

        @Test
        void each_named_node_is_read_once_and_no_other() {
            NodeReader reader = new StoredTree(Leaves.random(new SplittableRandom(6), 70));
            for (int to = 1; to <= 70; to++) {
                for (int from = 1; from <= to; from++) {
                    var read = new ArrayList<NodeId>();
                    ConsistencyProof.of(from, to, (level, i) -> {
                        read.add(new NodeId(level, i));
                        return reader.node(level, i);
                    });

                    assertThat(read)
                            .isEqualTo(ConsistencyProof.nodesFor(from, to))
                            .doesNotHaveDuplicates();
                }
            }
        }
    }

    @Nested
    class Checked {

        @Test
        void from_a_tree_to_itself_the_proof_is_empty_and_the_roots_are_one() {
            Hash root = Leaves.PUBLISHED_ROOTS.get(7);
            var same = new ConsistencyProof(7, 7, List.of());

            assertThatCode(() -> same.check(root, root)).doesNotThrowAnyException();
            refused(() -> same.check(root, Leaves.PUBLISHED_ROOTS.get(6)), "of one size");
            refused(() -> new ConsistencyProof(7, 7, List.of(root)), "0 hashes, not 1");
        }

        @ParameterizedTest
        @CsvSource({"0, 0", "0, 1", "0, 8", "0, -1"})
        void from_the_empty_tree_nothing_is_proved(long from, long to) {
            refused(() -> new ConsistencyProof(from, to, List.of()), "empty tree");
            refused(() -> ConsistencyProof.of(from, to, PUBLISHED), "empty tree");
        }

        @ParameterizedTest
        @CsvSource({"2, 1", "8, 7", "-1, 8", "-1, -2", "9223372036854775807, 1", "1, 0"})
        void a_shorter_tree_extends_no_longer_one(long from, long to) {
            refused(() -> new ConsistencyProof(from, to, List.of()), "does not extend");
        }

        @Test
        void to_another_size_without_a_hash_nothing_is_proved() {
            refused(() -> new ConsistencyProof(1, 2, List.of()), "1 hashes, not 0");
        }

        @Test
        void sizes_beyond_the_signed_range_work() {
            Hash root = Leaves.PUBLISHED_ROOTS.get(7);
            var doubled = new ConsistencyProof(Long.MIN_VALUE, -1, List.of(root));

            doubled.check(root, Hash.node(root, root));
            refused(() -> new ConsistencyProof(Long.MAX_VALUE, -1, Collections.nCopies(3, root)), "65 hashes, not 3");
        }

        @Test
        void a_size_a_root_or_a_hash_that_is_not_the_right_one_is_refused() {
            List<Hash> leaves = Leaves.random(new SplittableRandom(7), 40);
            NodeReader reader = new StoredTree(leaves);
            var random = new SplittableRandom(8);
            for (int round = 0; round < 2_000; round++) {
                int to = random.nextInt(2, 41);
                int from = random.nextInt(1, to);
                Hash earlier = MerkleTree.root(from, reader);
                Hash later = MerkleTree.root(to, reader);
                List<Hash> right = ConsistencyProof.of(from, to, reader).hashes();

                Hash other = Leaves.random(random);
                refused(() -> new ConsistencyProof(from, to, right).check(other, later));
                refused(() -> new ConsistencyProof(from, to, right).check(earlier, other));
                refused(() -> new ConsistencyProof(from, to, right).check(later, earlier));
                int elsewhere = random.nextInt(100);
                if (elsewhere != from) {
                    refused(() -> new ConsistencyProof(elsewhere, to, right).check(earlier, later));
                }
                refused(() -> new ConsistencyProof(from, to, with(right, right.size(), later)).check(earlier, later));
                refused(() -> new ConsistencyProof(from, to, with(right, 0, earlier)).check(earlier, later));
                int place = random.nextInt(right.size());
                refused(() -> new ConsistencyProof(from, to, without(right, place)).check(earlier, later));
                refused(() -> new ConsistencyProof(from, to, with(without(right, place), place, other))
                        .check(earlier, later));
            }
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

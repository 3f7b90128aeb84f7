package org.sevenfold.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.ledger.ConsistencyProof;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.InclusionProof;
import org.sevenfold.ledger.Leaves;
import org.sevenfold.ledger.StoredTree;

/** Proofs as they come in from somebody else's vectors, most of which have to be refused. */
class ProofLinesTest {

    private static final StoredTree PUBLISHED = new StoredTree(Leaves.PUBLISHED);
    private static final String SHORT = "ZG9uJ3QgY2FyZSAx";
    private static final String OTHER_SHORT = "ZG9uJ3QgY2FyZSAy";
    private static final String EMPTY_ROOT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @Test
    void every_published_proof_holds() {
        var lines = new StringBuilder();
        for (int size = 1; size <= 8; size++) {
            for (int index = 0; index < size; index++) {
                lines.append(inclusion(Integer.toString(index), Integer.toString(size), hashes(index, size)))
                        .append('\n');
            }
        }
        assertThat(Typed.withInput(lines.toString(), "inclusion")).isEqualTo(new Typed(0, "ok\n".repeat(36), ""));
    }

    @Test
    void every_published_extension_holds() {
        var lines = new StringBuilder();
        for (int to = 1; to <= 8; to++) {
            for (int from = 1; from <= to; from++) {
                lines.append(consistency(
                                from, to, Leaves.PUBLISHED_ROOTS.get(from).base64(), root(to), from, to))
                        .append('\n');
            }
        }
        assertThat(Typed.withInput(lines.toString(), "consistency")).isEqualTo(new Typed(0, "ok\n".repeat(36), ""));
    }

    @Test
    void a_proof_that_is_missing_or_null_is_empty() {
        String leaf = Leaves.PUBLISHED.get(0).base64();
        String start = "{\"leafIdx\":0,\"treeSize\":1,\"root\":\"" + leaf + "\",\"leafHash\":\"" + leaf + "\"";
        String equal = "{\"size1\":3,\"size2\":3,\"root1\":\"" + root(3) + "\",\"root2\":\"" + root(3) + "\"";

        for (String end :
                List.of("}", ",\"proof\":null}", ",\"proof\":[]}", ", \"proof\" : [ ] ,\"desc\":\"\\u00e9\"}")) {
            assertThat(Typed.withInput(start + end, "inclusion").out()).isEqualTo("ok\n");
            assertThat(Typed.withInput(equal + end, "consistency").out()).isEqualTo("ok\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "2, 1",
        "8, 8",
        "18446744073709551615, 8",
        "18446744073709551615, 18446744073709551615",
        "18446744073709551614, 18446744073709551615",
        "9223372036854775808, 9223372036854775807",
        "1, 0"
    })
    void no_place_and_size_beyond_each_other_get_through(String index, String size) {
        refused("inclusion", inclusion(index, size, List.of()));
        refused("inclusion", inclusion(index, size, hashes(5, 8)));
    }

    @ParameterizedTest
    @CsvSource({"4, 8", "6, 8", "7, 8", "5, 16", "5, 4", "5, 18446744073709551615"})
    void a_proof_of_another_place_or_size_is_refused(String index, String size) {
        refused("inclusion", inclusion(index, size, hashes(5, 8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "V3JvbmdMZWFm",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
                "not base64!",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=",
                "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
                "AAAAQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFUA",
                EMPTY_ROOT
            })
    void a_hash_of_another_length_spelling_or_value_is_refused_wherever_it_stands(String hash) {
        String line = inclusion("5", "8", hashes(5, 8));
        for (String right : List.of(
                Leaves.PUBLISHED.get(5).base64(), root(8), hashes(5, 8).get(0).base64())) {
            assertThat(line).contains(right);
            refused("inclusion", line.replace(right, hash));
        }
        String extended = consistency(6, 8, root(6), root(8), 6, 8);
        for (String right : List.of(root(6), root(8), proof(6, 8).get(2).base64())) {
            assertThat(extended).contains(right);
            refused("consistency", extended.replace(right, hash));
        }
    }

    @Test
    void of_two_equal_sizes_the_roots_are_compared_as_they_are() {
        assertThat(consistency("1", "1", SHORT, SHORT)).isEqualTo("ok\n");
        assertThat(consistency("1", "1", SHORT, OTHER_SHORT)).startsWith("refused: ");
        assertThat(consistency("1", "1", EMPTY_ROOT, OTHER_SHORT)).startsWith("refused: ");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "0, 8", "0, 18446744073709551615"})
    void from_an_empty_tree_nothing_is_proved(String from, String to) {
        for (String root : List.of(SHORT, EMPTY_ROOT)) {
            assertThat(consistency(from, to, root, root)).startsWith("refused: from an empty tree");
        }
        assertThat(consistency(from, to, EMPTY_ROOT, SHORT)).startsWith("refused: ");
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "1, 2", "18446744073709551615, 1", "1, 18446744073709551615"})
    void backwards_or_without_hashes_nothing_is_proved(String from, String to) {
        assertThat(consistency(from, to, SHORT, OTHER_SHORT)).startsWith("refused: ");
        assertThat(consistency(from, to, EMPTY_ROOT, EMPTY_ROOT)).startsWith("refused: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "null",
                "7",
                "\"ok\"",
                "[]",
                "{",
                "{}",
                "{\"leafIdx\":0}",
                "{\"leafIdx\":}",
                "{\"leafIdx\":-1,\"treeSize\":1}",
                "{\"leafIdx\":1e0,\"treeSize\":1}",
                "{\"leafIdx\":0.0,\"treeSize\":1}",
                "{\"leafIdx\":\"0\",\"treeSize\":1}",
                "{\"leafIdx\":00,\"treeSize\":1}",
                "{\"leafIdx\":0,\"leafIdx\":0}",
                "{\"leafIdx\":18446744073709551616,\"treeSize\":18446744073709551616}",
                "{\"leafIdx\":0,\"treeSize\":1,\"proof\":{}}",
                "{\"leafIdx\":0,\"treeSize\":1,\"proof\":[null]}",
                "{\"leafIdx\":0,\"treeSize\":1,\"proof\":[\"\"]}",
                "{\"leafIdx\":0,\"treeSize\":1,\"proof\":[1]}",
                "{\"leafIdx\":0,\"treeSize\":1,\"root\":null,\"leafHash\":null}",
                "\ufeff{}",
                "{\"a\":\"\\ud83d\"}",
                "\u0000"
            })
    void what_is_no_proof_is_refused_in_one_line_and_the_next_is_read(String line) {
        String leaf = Leaves.PUBLISHED.get(0).base64();
        String good = "{\"leafIdx\":0,\"treeSize\":1,\"root\":\"" + leaf + "\",\"leafHash\":\"" + leaf + "\"}";

        Typed answer = Typed.withInput(line + "\n" + good + "\n", "inclusion");

        assertThat(answer.out().lines()).hasSize(2).element(0).asString().startsWith("refused: ");
        assertThat(answer.out()).endsWith("\nok\n");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.errors()).isEmpty();
    }

    @Test
    void deep_nesting_does_not_bring_it_down() {
        refused("consistency", "[".repeat(100_000));
        refused("consistency", "{\"a\":".repeat(100_000));
    }

    @Test
    void nothing_to_check_is_nothing_refused() {
        assertThat(Typed.withInput("", "inclusion")).isEqualTo(new Typed(0, "", ""));
    }

    @Test
    void answers_in_json_say_the_same() {
        assertThat(Typed.withInput("{}\n" + inclusion("5", "8", hashes(5, 8)), "inclusion", "--json")
                        .out()
                        .lines())
                .containsExactly("{\"result\":\"refused\",\"why\":\"leafIdx is not a number\"}", "{\"result\":\"ok\"}");
    }

    private static String consistency(String from, String to, String root1, String root2) {
        return Typed.withInput(
                        "{\"size1\":" + from + ",\"size2\":" + to + ",\"root1\":\"" + root1 + "\",\"root2\":\"" + root2
                                + "\",\"proof\":[]}",
                        "consistency")
                .out();
    }

    private static String consistency(int size1, int size2, String root1, String root2, int from, int to) {
        return "{\"size1\":" + size1 + ",\"size2\":" + size2 + ",\"root1\":\"" + root1 + "\",\"root2\":\"" + root2
                + "\",\"proof\":" + array(proof(from, to)) + "}";
    }

    private static String inclusion(String index, String size, List<Hash> proof) {
        int leaf = index.length() > 1 ? 5 : Math.min(7, Integer.parseInt(index));
        int tree = size.length() > 1 ? 8 : Math.max(1, Integer.parseInt(size));
        return "{\"leafIdx\":" + index + ",\"treeSize\":" + size + ",\"root\":\"" + root(tree) + "\",\"leafHash\":\""
                + Leaves.PUBLISHED.get(leaf).base64() + "\",\"proof\":" + array(proof)
                + ",\"desc\":\"passed over\",\"wantErr\":false}";
    }

    private static String array(List<Hash> hashes) {
        return hashes.stream().map(hash -> '"' + hash.base64() + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private static List<Hash> hashes(int index, int size) {
        return InclusionProof.of(index, size, PUBLISHED).hashes();
    }

    private static List<Hash> proof(int from, int to) {
        return ConsistencyProof.of(from, to, PUBLISHED).hashes();
    }

    private static String root(int size) {
        return Leaves.PUBLISHED_ROOTS.get(size).base64();
    }

    private static void refused(String command, String line) {
        Typed answer = Typed.withInput(line, command);
        assertThat(answer.out()).as(line).startsWith("refused: ").hasLineCount(1);
        assertThat(answer.code()).isEqualTo(1);
    }
}

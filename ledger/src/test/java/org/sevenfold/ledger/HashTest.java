package org.sevenfold.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashTest {

    private static final String SHA_256_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String SHA_256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void the_root_of_nothing_is_the_sha_256_of_nothing() {
        assertThat(Hash.EMPTY_ROOT.hex()).isEqualTo(SHA_256_OF_NOTHING);
        assertThat(Hash.EMPTY_ROOT.base64()).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @Test
    void a_plain_hash_has_no_prefix() {
        assertThat(Hash.sha256("abc".getBytes(UTF_8))).hasToString(SHA_256_OF_ABC);
    }

    @Test
    void a_leaf_is_hashed_behind_a_zero_and_a_node_behind_a_one() {
        byte[] prefixedLeaf = "\0abc".getBytes(UTF_8);
        Hash left = new Hash(new byte[32]);
        byte[] ones = new byte[32];
        Arrays.fill(ones, (byte) 0xff);
        Hash right = new Hash(ones);

        assertThat(Hash.leaf("abc".getBytes(UTF_8))).isEqualTo(Hash.sha256(prefixedLeaf));
        assertThat(Hash.node(left, right))
                .isEqualTo(Hash.ofHex("bc6b943b820c449acf880d293c216a24a8066b153f87f2361fae2beda3a72641"))
                .isNotEqualTo(Hash.node(right, left));
    }

    @Test
    void a_hash_does_not_change_when_the_arrays_around_it_do() {
        byte[] given = new byte[32];
        Hash hash = new Hash(given);
        given[0] = 1;
        hash.bytes()[1] = 1;

        assertThat(hash).isEqualTo(new Hash(new byte[32])).hasSameHashCodeAs(new Hash(new byte[32]));
        assertThat(hash.bytes()).containsOnly(0);
    }

    @Test
    void hashes_that_differ_in_one_byte_are_not_equal() {
        byte[] bytes = new byte[32];
        bytes[31] = 1;

        assertThat(new Hash(bytes)).isNotEqualTo(new Hash(new byte[32]));
    }

    @Test
    void a_hash_that_is_not_32_bytes_long_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Hash(new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Hash(new byte[33]));
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.ofHex(SHA_256_OF_ABC + "00"));
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.ofHex(SHA_256_OF_ABC.replace('b', 'x')));
    }

    @Test
    void hexadecimal_is_read_back_as_it_was_written() {
        Hash hash = Leaves.random(new SplittableRandom(20260731));

        assertThat(Hash.ofHex(hash.hex())).isEqualTo(hash);
    }

    @Test
    void base64_is_read_back_as_it_was_written_and_in_no_other_spelling() {
        Hash hash = Leaves.random(new SplittableRandom(20260731));
        String base64 = hash.base64();

        assertThat(Hash.ofBase64(base64)).isEqualTo(hash);
        String trailingBits = base64.substring(0, 42) + (char) (base64.charAt(42) + 1) + "=";
        for (String other : new String[] {"", base64.substring(0, 43), base64 + "\n", " " + base64, trailingBits}) {
            assertThatIllegalArgumentException().as(other).isThrownBy(() -> Hash.ofBase64(other));
        }
    }

    @Test
    void many_threads_hash_without_disturbing_each_other() {
        byte[] entry = new byte[10_000];
        Hash expected = Hash.leaf(entry);

        assertThat(IntStream.range(0, 2_000).parallel().mapToObj(i -> Hash.leaf(entry)))
                .containsOnly(expected);
    }
}

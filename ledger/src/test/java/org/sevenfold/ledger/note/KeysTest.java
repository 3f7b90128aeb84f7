package org.sevenfold.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    @Test
    void the_published_keys_are_read_and_written_back() {
        VerifierKey peter = VerifierKey.parse(Keys.PETER);

        assertThat(peter).hasToString(Keys.PETER);
        assertThat(peter.name()).isEqualTo("PeterNeumann");
        assertThat(peter.idText()).isEqualTo("c74f20a3");
        assertThat(SigningKey.parse(Keys.PETER_PRIVATE).verifierKey()).isEqualTo(peter);
        assertThat(SigningKey.parse(Keys.PETER_PRIVATE).secretText()).isEqualTo(Keys.PETER_PRIVATE);
    }

    @Test
    void no_part_of_a_key_is_a_key_and_no_changed_character_goes_unnoticed() {
        for (int from = 0; from <= Keys.PETER.length(); from++) {
            for (int to = from; to <= Keys.PETER.length(); to++) {
                if (to - from < Keys.PETER.length()) {
                    refused(Keys.PETER.substring(from, to));
                }
            }
            if (from < Keys.PETER.length()) {
                refused(changed(Keys.PETER, from));
            }
        }
        for (int place = 0; place < Keys.PETER_PRIVATE.length(); place++) {
            String mangled = changed(Keys.PETER_PRIVATE, place);
            assertThatIllegalArgumentException().as(mangled).isThrownBy(() -> SigningKey.parse(mangled));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==", // longer, id adjusted
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", // unknown type, id adjusted
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
                "",
                "++",
            })
    void what_is_no_key_is_refused(String vkey) {
        refused(vkey);
    }

    @Test
    void bytes_that_are_no_point_of_the_curve_are_no_key() {
        byte[] typed = new byte[33];
        typed[0] = 1;
        typed[1] = 2;
        byte[] bytes = java.util.Arrays.copyOfRange(typed, 1, 33);
        String id = java.util.HexFormat.of().toHexDigits(KeyText.id("n", KeyType.NOTE, bytes));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        VerifierKey.parse("n+" + id + "+" + Base64.getEncoder().encodeToString(typed)))
                .withMessageContaining("no public key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a+b", "a\u00a0b", "a\u2003b", "a\nb", "a\u0085b", "\ud83d"})
    void a_name_with_a_space_or_a_plus_is_refused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.generate(name));
    }

    @Test
    void a_new_key_is_like_no_other_and_is_read_back() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            SigningKey key = SigningKey.generate("council.example/sevenfold");

            assertThat(seen.add(key.secretText())).isTrue();
            assertThat(SigningKey.parse(key.secretText()).verifierKey()).isEqualTo(key.verifierKey());
            assertThat(SignedNote.sign("a\n", java.util.List.of(key))
                            .verify(java.util.List.of(VerifierKey.parse(key.toString()))))
                    .hasSize(1);
        }
    }

    @Test
    void a_key_of_a_log_is_none_of_a_witness_and_the_other_way_round() {
        String log = Keys.LOG.secretText();
        String witness = Keys.WITNESS.secretText();

        assertThatIllegalArgumentException().isThrownBy(() -> WitnessKey.parse(log));
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.parse(witness));
        assertThat(Keys.WITNESS.verifierKey().isWitness()).isTrue();
        assertThat(Keys.LOG.verifierKey().isWitness()).isFalse();
    }

    @Test
    void a_private_key_is_quoted_nowhere() {
        String secret = Keys.PETER_PRIVATE.substring(Keys.PETER_PRIVATE.lastIndexOf('+') + 1);
        String misspelt = Keys.PETER_PRIVATE + "=";

        assertThat(Keys.LOG).hasToString(Keys.LOG.verifierKey().toString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.parse(misspelt))
                .withNoCause()
                .withMessageNotContaining(secret);
    }

    private static String changed(String text, int place) {
        return text.substring(0, place) + (char) (text.charAt(place) + 1) + text.substring(place + 1);
    }

    private static void refused(String vkey) {
        assertThatIllegalArgumentException().as(vkey).isThrownBy(() -> VerifierKey.parse(vkey));
    }
}

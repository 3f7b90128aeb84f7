package org.sevenfold.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsignedTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "10", "9223372036854775808", "18446744073709551615"})
    void a_number_is_written_back_as_it_was_read(String decimal) {
        assertThat(Unsigned.text(Unsigned.parse(decimal))).isEqualTo(decimal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1",
                "1 ",
                "-1",
                "+1",
                "00",
                "01",
                "1.0",
                "1e3",
                "0x1",
                "\u0661",
                "18446744073709551616",
                "99999999999999999999",
                "100000000000000000000"
            })
    void any_other_spelling_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Unsigned.parse(text));
    }
}

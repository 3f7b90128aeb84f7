package org.sevenfold.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sevenfold.ledger.LeafEntryTest.CANONICAL;
import static org.sevenfold.ledger.LeafEntryTest.ENTRY;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeafEntryParseTest {

    @Test
    void an_entry_is_read_back_as_it_was_written() {
        assertThat(LeafEntry.parse(CANONICAL.getBytes(UTF_8))).isEqualTo(ENTRY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"v\":1 | \"v\":2",
                "\"v\":1 | \"v\":0",
                "\"v\":1 | \"v\":01",
                "\"v\":1 | \"v\":1.0",
                "\"v\":1 | \"v\":",
                "\"v\":1 | \"v\":99999999999999999999",
                "\"v\":1 | \"v\":1,\"w\":1",
                "\"v\":1 | \"v\": 1",
                ",\"v\":1 | ",
                "\"sequence\":4 | \"sequence\":-4",
                "\"sequence\":4 | \"sequence\":\"4\"",
                "\"sequence\":4 | \"sequence\":9007199254740992",
                "\"revision\":1 | \"revision\":2147483648",
                "\"revision\":1,\"sequence\":4 | \"sequence\":4,\"revision\":1",
                "trn_0042 | \\u0074rn_0042",
                "trn_0042 | trn\\/0042",
                "trn_0042 | trn\\u000A0042",
                "trn_0042 | trn\\u00zz0042",
                "trn_0042 | ",
                "trn_0042 | trn\"0042",
                "1a618446 | 1A618446",
                "1a618446 | 1a61844",
                "1a618446 | xa618446",
                ".120000Z | .12Z",
                ".120000Z | .120000+00:00",
                ".120000Z | .120000",
                ".120000Z | .120000000Z",
                "09:30:00 | 24:00:00",
                "2026-07-31 | 2026-07-32",
            })
    void an_entry_that_is_not_canonical_is_refused(String part, @Nullable String replacement) {
        assertThat(CANONICAL).contains(part);
        String changed = CANONICAL.replace(part, replacement == null ? "" : replacement);

        assertThatIllegalArgumentException().isThrownBy(() -> LeafEntry.parse(changed.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{", "{\"eventId\":\"", "{\"eventId\":\"\\", "\ufeff"})
    void what_is_no_entry_at_all_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> LeafEntry.parse(text.getBytes(UTF_8)));
    }

    @Test
    void an_entry_that_breaks_off_or_goes_on_is_refused() {
        byte[] canonical = ENTRY.canonical();
        for (int length = 0; length < canonical.length; length++) {
            byte[] cut = Arrays.copyOf(canonical, length);
            assertThatIllegalArgumentException().isThrownBy(() -> LeafEntry.parse(cut));
        }
        byte[] longer = Arrays.copyOf(canonical, canonical.length + 1);
        longer[canonical.length] = '\n';
        assertThatIllegalArgumentException().isThrownBy(() -> LeafEntry.parse(longer));
    }

    @Test
    void no_changed_byte_goes_unnoticed() {
        byte[] canonical = ENTRY.canonical();
        for (int position = 0; position < canonical.length; position++) {
            for (int flip = 1; flip < 256; flip++) {
                byte[] changed = canonical.clone();
                changed[position] ^= (byte) flip;
                assertThat(isRefused(changed) || !LeafEntry.parse(changed).equals(ENTRY))
                        .as("byte %d changed by %d", position, flip)
                        .isTrue();
            }
        }
    }

    private static boolean isRefused(byte[] entry) {
        try {
            LeafEntry.parse(entry);
            return false;
        } catch (IllegalArgumentException refused) {
            return true;
        }
    }
}

package org.sevenfold.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeafEntryTest {

    private static final byte[] PAYLOAD = "{\"learner\":\"per_1\",\"hours\":6}".getBytes(UTF_8);
    private static final byte[] METADATA = "{\"actor\":\"usr_7\"}".getBytes(UTF_8);
    private static final Instant RECORDED_AT = Instant.parse("2026-07-31T09:30:00.12Z");
    static final LeafEntry ENTRY = LeafEntry.of(
            "trn_0042",
            "TrainingRecord",
            4,
            "01JZK3V9Q4T8S7R6P5N4M3K2H1",
            "skills.training-completion-recorded",
            1,
            RECORDED_AT,
            PAYLOAD,
            METADATA);
    static final String CANONICAL = "{\"eventId\":\"01JZK3V9Q4T8S7R6P5N4M3K2H1\","
            + "\"metadataSha256\":\"1a618446df0e53425f827ec4014a6bf0846a7ce3c6a2abd5f5ef073d6425ee51\","
            + "\"name\":\"skills.training-completion-recorded\","
            + "\"payloadSha256\":\"1f952d8d07647432f070e5d46ee3479543a79fc9475c4e1d9256447aee94943c\","
            + "\"recordedAt\":\"2026-07-31T09:30:00.120000Z\","
            + "\"revision\":1,\"sequence\":4,"
            + "\"streamId\":\"trn_0042\",\"streamType\":\"TrainingRecord\",\"v\":1}";

    @Nested
    class Canonical {

        @Test
        void the_entry_of_an_event_is_what_it_will_be_for_ever() {
            assertThat(ENTRY.canonical()).asString(UTF_8).isEqualTo(CANONICAL);
            assertThat(Hash.leaf(ENTRY.canonical()))
                    .hasToString("e49be9f8c31a0ebba9ba48a37fdc27c1f0ea3c2b09f231a70e922cc4c4ddb7e7");
        }

        @Test
        void the_keys_are_sorted() {
            List<String> keys = Arrays.stream(CANONICAL.split("[{,]", 0))
                    .filter(field -> field.contains(":"))
                    .map(field -> field.substring(0, field.indexOf(':')))
                    .toList();

            assertThat(keys).hasSize(10).isSorted();
        }

        @Test
        void a_change_of_one_byte_in_payload_or_metadata_changes_the_entry() {
            byte[] otherActor = "{\"actor\":\"usr_8\"}".getBytes(UTF_8);
            LeafEntry forged = LeafEntry.of(
                    ENTRY.streamId(),
                    ENTRY.streamType(),
                    ENTRY.sequence(),
                    ENTRY.eventId(),
                    ENTRY.name(),
                    ENTRY.revision(),
                    RECORDED_AT,
                    PAYLOAD,
                    otherActor);

            assertThat(forged).isNotEqualTo(ENTRY);
            assertThat(forged.payloadSha256()).isEqualTo(ENTRY.payloadSha256());
            assertThat(forged.canonical()).isNotEqualTo(ENTRY.canonical());
        }

        @ParameterizedTest
        @CsvSource({
            "2026-07-31T09:30:00Z, 2026-07-31T09:30:00.000000Z",
            "2026-07-31T09:30:00.000001Z, 2026-07-31T09:30:00.000001Z",
            "2026-07-31T23:59:59.999999Z, 2026-07-31T23:59:59.999999Z",
            "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.500000Z",
            "0000-01-01T00:00:00Z, 0000-01-01T00:00:00.000000Z",
            "9999-12-31T23:59:59Z, 9999-12-31T23:59:59.000000Z",
        })
        void the_time_always_has_six_digits_after_the_second(String recordedAt, String written) {
            LeafEntry entry = recordedAt(Instant.parse(recordedAt));

            assertThat(entry.canonical()).asString(UTF_8).contains("\"recordedAt\":\"" + written + "\"");
            assertThat(LeafEntry.parse(entry.canonical())).isEqualTo(entry);
        }

        @Test
        void texts_are_escaped_as_in_the_example_of_rfc_8785() {
            String text = "\u20ac$\u000F\nA'B\"\\\\\"/";

            assertThat(written(text)).isEqualTo("\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/");
        }

        @Test
        void every_control_character_is_escaped_in_its_shortest_form() {
            assertThat(written("\0\u0001\u0007\b\t\n\u000b\f\r\u000e\u001f"))
                    .isEqualTo("\\u0000\\u0001\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u001f");
        }

        @Test
        void everything_else_is_written_as_it_is() {
            String text = " \u007f\u0080\u00e9\u2028\u2029\ufeff\uffff\ud83d\ude00</script>";

            assertThat(written(text)).isEqualTo(text);
        }

        @Test
        void whatever_the_texts_an_entry_is_read_back_as_it_was_written() {
            var random = new SplittableRandom(8785);
            for (int round = 0; round < 5_000; round++) {
                LeafEntry entry = random(random);

                assertThat(LeafEntry.parse(entry.canonical())).isEqualTo(entry);
            }
        }
    }

    @Nested
    class Refused {

        @Test
        void an_entry_of_more_than_65_535_bytes() {
            int rest = 65_535 - (streamId("x").canonical().length - 1);
            LeafEntry longest = streamId("x".repeat(rest));
            LeafEntry tooLong = streamId("x".repeat(rest - 1) + "\u00e9");

            assertThat(longest.canonical()).hasSize(65_535);
            assertThat(LeafEntry.parse(longest.canonical())).isEqualTo(longest);
            assertThatIllegalArgumentException().isThrownBy(tooLong::canonical).withMessageContaining("65,535");
            assertThatIllegalArgumentException().isThrownBy(() -> LeafEntry.parse(new byte[65_536]));
        }

        @ParameterizedTest
        @ValueSource(strings = {"\ud83d", "\ude00", "a\ud83d", "\ud83dx", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
        void half_a_character(String text) {
            assertThatIllegalArgumentException().isThrownBy(() -> streamId(text).canonical());
        }

        @Test
        void an_empty_text() {
            Hash hash = ENTRY.payloadSha256();

            assertThatIllegalArgumentException().isThrownBy(() -> streamId(""));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LeafEntry("s", "", 0, "e", "n", 1, RECORDED_AT, hash, hash));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LeafEntry("s", "t", 0, "", "n", 1, RECORDED_AT, hash, hash));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LeafEntry("s", "t", 0, "e", "", 1, RECORDED_AT, hash, hash));
        }

        @Test
        void a_number_that_is_negative_or_that_json_cannot_hold() {
            assertThatIllegalArgumentException().isThrownBy(() -> numbered(-1, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> numbered(1L << 53, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> numbered(0, -1));
            LeafEntry highest = numbered((1L << 53) - 1, Integer.MAX_VALUE);
            assertThat(LeafEntry.parse(highest.canonical())).isEqualTo(highest);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"2026-07-31T09:30:00.0000001Z", "-0001-12-31T23:59:59.999999Z", "+10000-01-01T00:00:00Z"})
        void a_time_that_cannot_be_written_exactly(String recordedAt) {
            assertThatIllegalArgumentException().isThrownBy(() -> recordedAt(Instant.parse(recordedAt)));
        }
    }

    private static LeafEntry streamId(String streamId) {
        return LeafEntry.of(streamId, "T", 0, "e", "n", 1, RECORDED_AT, PAYLOAD, METADATA);
    }

    private static LeafEntry numbered(long sequence, int revision) {
        return LeafEntry.of("s", "T", sequence, "e", "n", revision, RECORDED_AT, PAYLOAD, METADATA);
    }

    private static LeafEntry recordedAt(Instant recordedAt) {
        return LeafEntry.of("s", "T", 0, "e", "n", 1, recordedAt, PAYLOAD, METADATA);
    }

    private static String written(String streamId) {
        String json = new String(streamId(streamId).canonical(), UTF_8);
        return json.substring(json.indexOf("\"streamId\":\"") + 12, json.indexOf("\",\"streamType\""));
    }

    private static LeafEntry random(SplittableRandom random) {
        return new LeafEntry(
                text(random),
                text(random),
                random.nextLong(1L << 53),
                text(random),
                text(random),
                random.nextInt(Integer.MAX_VALUE),
                Instant.ofEpochSecond(
                        random.nextLong(-62_000_000_000L, 253_000_000_000L), random.nextInt(1_000_000) * 1_000L),
                Leaves.random(random),
                Leaves.random(random));
    }

    /** One to twenty characters, as often from the first 128 as from the rest of Unicode. */
    private static String text(SplittableRandom random) {
        var text = new StringBuilder();
        int length = random.nextInt(1, 21);
        while (text.length() < length) {
            int codePoint = random.nextInt(random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1);
            if (Character.getType(codePoint) != Character.SURROGATE) {
                text.appendCodePoint(codePoint);
            }
        }
        return text.toString();
    }
}

package org.sevenfold.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{} | {}",
                " { } | {}",
                "[] | []",
                "[1 , 2] | [1,2]",
                "{\"a\" : {\"b\":[true,false,null]}} | {\"a\":{\"b\":[true,false,null]}}",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\" | \"\\\"\\\\/\\u0008\\u000c\\u000a\\u000d\\u0009\u00e9\"",
                "\"\u2713\" | \"\u2713\"",
                "\"\\ud83d\\ude00\" | \"\\ud83d\\ude00\"",
                "0 | 0",
                "-0 | -0",
                "18446744073709551616 | 18446744073709551616",
                "-1.5e+10 | -1.5e+10",
                "1E-2 | 1E-2",
                "[\"a\\\\\",\"b\"] | [\"a\\\\\",\"b\"]",
                "[\"a\",\"\\n\",\"b\"] | [\"a\",\"\\u000a\",\"b\"]",
            })
    void what_is_json_is_read_and_written_on_one_line(String json, String written) {
        assertThat(JsonWriter.write(JsonReader.read(json))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[",
                "]",
                "{]",
                "[}",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "[]x",
                "nul",
                "nulll",
                "True",
                "01",
                "-",
                "+1",
                "1.",
                ".5",
                "1e",
                "1e+",
                "0x1",
                "NaN",
                "\"",
                "\"\\\"",
                "\"\\",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"a\nb\"",
                "\"\\n\u0001\"",
                "\"\t\"",
                "// a\n1",
                "/* */1",
                "\ufeff1",
                "\u00a01",
                "\"\\u\u0661\u0661\u0661\u0661\""
            })
    void what_is_not_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonReader.read(text));
    }
}

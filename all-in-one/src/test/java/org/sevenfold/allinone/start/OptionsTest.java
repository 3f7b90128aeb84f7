package org.sevenfold.allinone.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.allinone.start.Options.Part;

/** Options are the same whether they are arguments or properties, and what is not one is told. */
class OptionsTest {

    @Test
    void nothing_asked_for_starts_everything_on_what_is_there() {
        Options options = Options.of(List.of(), Map.of());

        assertThat(options.fresh()).isFalse();
        assertThat(options.parts()).containsExactlyInAnyOrder(Part.values());
        assertThat(options.sampleStart()).isNull();
    }

    @Test
    void the_properties_that_maven_passes_when_nothing_is_given_ask_for_nothing() {
        Map<String, String> properties = Map.of("fresh", "false", "only", "", "sample-start", "");

        assertThat(Options.of(List.of(), properties)).isEqualTo(Options.of(List.of(), Map.of()));
    }

    @Test
    void arguments_and_properties_mean_the_same() {
        Options arguments =
                Options.of(List.of("--fresh", "--only=database,issuer", "--sample-start=2007-04-01"), Map.of());
        Options properties =
                Options.of(List.of(), Map.of("fresh", "true", "only", "database,issuer", "sample-start", "2007-04-01"));

        assertThat(arguments).isEqualTo(properties);
        assertThat(arguments.fresh()).isTrue();
        assertThat(arguments.parts()).containsExactlyInAnyOrder(Part.DATABASE, Part.ISSUER);
        assertThat(arguments.sampleStart()).isEqualTo(LocalDate.of(2007, 4, 1));
    }

    @Test
    void a_property_without_a_value_is_a_yes() {
        assertThat(Options.of(List.of(), Map.of("fresh", "")).fresh()).isTrue();
    }

    @Test
    void an_argument_wins_over_a_property() {
        assertThat(Options.of(List.of("--only=issuer"), Map.of("only", "database"))
                        .parts())
                .containsExactly(Part.ISSUER);
    }

    @Test
    void a_bag_is_replayed_where_it_is_there(@TempDir Path folder) throws IOException {
        Path bag = Files.createFile(folder.resolve("bag.tar.gz"));

        assertThat(Options.of(List.of("--replay=" + bag), Map.of()).replay()).isEqualTo(bag);
        assertThat(Options.of(List.of(), Map.of()).replay()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--fresch",
                "fresh",
                "-fresh",
                "",
                "--server.port=1",
                "--fresh=maybe",
                "--only=database,services",
                "--only=database,,issuer",
                "--only=web",
                "--sample-start=1 April",
                "--sample-start=2007-02-30",
                "--replay",
                "--replay=nothing-there.tar.gz"
            })
    void what_is_no_option_is_refused_in_one_sentence_that_names_the_options(String argument) {
        assertThatThrownBy(() -> Options.of(List.of(argument), Map.of()))
                .isInstanceOf(StartFailure.class)
                .message()
                .endsWith(
                        "the options are --fresh, --only=database,issuer, --sample-start=YYYY-MM-DD and --replay=BAG.")
                .hasLineCount(1);
    }
}

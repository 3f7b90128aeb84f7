package org.sevenfold.allinone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sevenfold.allinone.people.DemoPeople;
import org.sevenfold.allinone.people.DemoPerson;
import org.sevenfold.command.edge.Streams;
import org.sevenfold.platform.time.London;
import tools.jackson.databind.JsonNode;

/** The sample as it is written down holds together before any rule sees it. */
class SampleFileTest {

    private static final List<SampleLine> LINES = Sample.ofLeaMarsh().lines();
    private static final SampleCalendar CALENDAR = new SampleCalendar(LocalDate.of(2007, 4, 1));
    private static final Map<String, Class<?>> COMMANDS = Streams.ALL.stream()
            .flatMap(Streams::commands)
            .collect(Collectors.toMap(SampleFileTest::kebab, command -> command));

    /** The commands that bring something new, and the field that holds its id. */
    private static final Map<String, String> NEW = Map.of(
            "register-person", "person",
            "establish-unit", "unit",
            "create-post", "post",
            "define-course", "course",
            "set-training-requirement", "requirement",
            "start-programme", "programme",
            "adopt-value-statement", "value",
            "register-initiative", "initiative",
            "add-milestone", "milestone");

    @Test
    void it_is_a_few_thousand_lines_numbered_without_a_gap() {
        assertThat(LINES).hasSizeBetween(2_000, 10_000);
        assertThat(LINES)
                .extracting(SampleLine::line)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, LINES.size()).boxed().toList());
    }

    @Test
    void every_command_exists_and_knows_the_fields() {
        for (SampleLine line : LINES) {
            assertThat(COMMANDS).as("line %d", line.line()).containsKey(line.command());
            List<String> fields = Arrays.stream(
                            Objects.requireNonNull(COMMANDS.get(line.command())).getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
            assertThat(fields)
                    .as("line %d", line.line())
                    .containsAll(line.body().propertyNames());
        }
    }

    @Test
    void only_demo_people_send_commands() {
        assertThat(DemoPeople.ofTheSample().people())
                .extracting(DemoPerson::handle)
                .containsAll(LINES.stream().map(SampleLine::as).toList());
    }

    @Test
    void time_never_runs_backwards_and_ends_before_today() {
        List<Instant> times =
                LINES.stream().map(line -> CALENDAR.instant(line.at())).toList();

        assertThat(times).isSorted();
        assertThat(London.day(times.getLast()))
                .isBeforeOrEqualTo(CALENDAR.start().plusDays(SampleStart.LAST_DAY));
    }

    @Test
    void every_day_resolves_and_no_placeholder_is_left() {
        for (SampleLine line : LINES) {
            String sent = CALENDAR.filled(line.body(), earlier -> "the event of " + earlier)
                    .toString();

            assertThat(sent).as("line %d", line.line()).doesNotContain("\"D+", "\"D-", "\"M+", "$event");
        }
    }

    @Test
    void a_day_is_counted_from_the_start_and_a_time_is_told_by_the_clocks_of_london() {
        assertThat(CALENDAR.day("D-1")).isEqualTo("2007-03-31");
        assertThat(CALENDAR.instant("D+0 09:30")).isEqualTo("2007-04-01T08:30:00Z");
        assertThat(CALENDAR.instant("D-30 09:30")).isEqualTo("2007-03-02T09:30:00Z");
        assertThat(CALENDAR.month("M+4")).isEqualTo("2007-07");
        assertThatIllegalArgumentException().isThrownBy(() -> CALENDAR.day("12"));
    }

    @Test
    void no_id_reference_or_number_is_given_twice() {
        assertThat(made().map(line -> line.body()
                        .path(Objects.requireNonNull(NEW.get(line.command())))
                        .stringValue()))
                .doesNotHaveDuplicates();
        for (String field : List.of("reference", "code", "staffNumber", "workEmail")) {
            List<String> given =
                    made().flatMap(line -> texts(line.body().path(field))).toList();

            assertThat(given).as(field).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @Test
    void three_hundred_full_time_equivalents_of_posts_become_as_many_others() {
        assertThat(fteOn(0)).isEqualByComparingTo("300.0");
        assertThat(fteOn(SampleStart.LAST_DAY)).isBetween(new BigDecimal("298"), new BigDecimal("303"));
    }

    @Test
    void forty_eight_units_are_planned_fifteen_of_them_live_and_two_about_to_be() {
        List<String> planned = LINES.stream()
                .filter(line -> line.command().equals("add-milestone"))
                .flatMap(line -> texts(line.body().path("title")))
                .filter(title -> title.endsWith(" live"))
                .toList();
        List<LocalDate> begun = LINES.stream()
                .filter(line -> line.command().equals("establish-unit"))
                .filter(line -> line.body().path("kind").stringValue().equals("UNIT"))
                .map(line -> CALENDAR.day(line.body().path("from").stringValue()))
                .toList();
        LocalDate last = CALENDAR.start().plusDays(SampleStart.LAST_DAY);

        assertThat(planned).hasSize(48).doesNotHaveDuplicates();
        assertThat(begun.stream().filter(from -> !from.isAfter(last))).hasSize(15);
        assertThat(begun.stream().filter(from -> from.isAfter(last)))
                .hasSize(2)
                .allSatisfy(from -> assertThat(from).isBeforeOrEqualTo(last.plusDays(30)));
    }

    @Test
    void the_extension_waits_for_the_senior_responsible_owner() {
        SampleLine last = LINES.getLast();

        assertThat(last.command()).isEqualTo("extend-programme");
        assertThat(last.as()).isEqualTo("idris-mwangi");
    }

    @Test
    void the_demo_people_are_registered_under_their_own_ids() {
        Map<String, String> registered = LINES.stream()
                .filter(line -> line.command().equals("register-person"))
                .collect(Collectors.toMap(
                        line -> line.body().path("person").stringValue(),
                        line -> line.body().path("name").stringValue()));

        for (DemoPerson person : DemoPeople.ofTheSample().people()) {
            assertThat(registered).containsEntry(person.personId().toString(), person.name());
        }
    }

    @Test
    void a_correction_or_a_void_names_a_completion_of_an_earlier_line() {
        List<SampleLine> changes =
                LINES.stream().filter(line -> line.body().has("eventId")).toList();

        assertThat(changes)
                .extracting(SampleLine::command)
                .containsExactlyInAnyOrder("correct-training-completion", "void-fact");
        for (SampleLine change : changes) {
            int named = change.body().path("eventId").path("$event").intValue();
            assertThat(named).isLessThan(change.line());
            assertThat(LINES.get(named - 1).command()).isEqualTo("record-training-completion");
        }
    }

    @Test
    void its_page_names_the_lines_of_the_oddities() throws IOException {
        var named = new ArrayList<String>();
        Matcher lines = Pattern.compile("line (\\d+) \\(`([a-z-]+)`\\)").matcher(page());
        while (lines.find()) {
            SampleLine line = LINES.get(Integer.parseInt(lines.group(1)) - 1);
            assertThat(line.command()).as("line %d", line.line()).isEqualTo(lines.group(2));
            named.add(lines.group(2));
        }
        assertThat(named)
                .contains(
                        "record-training-completion",
                        "correct-training-completion",
                        "void-fact",
                        "reopen-milestone",
                        "assign-group-manager",
                        "decline-proposal",
                        "extend-programme");
    }

    @Test
    void its_page_tells_six_episodes() throws IOException {
        assertThat(page().lines().filter(line -> line.startsWith("## "))).hasSize(8);
    }

    private static String page() throws IOException {
        try (InputStream page = Objects.requireNonNull(SampleFileTest.class.getResourceAsStream("/sample/README.md"))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Stream<SampleLine> made() {
        return LINES.stream().filter(line -> NEW.containsKey(line.command()));
    }

    /** What all posts come to that exist on a day of the programme. */
    private static BigDecimal fteOn(int day) {
        LocalDate on = CALENDAR.start().plusDays(day);
        Set<String> gone = LINES.stream()
                .filter(line -> line.command().equals("disestablish-post"))
                .filter(line ->
                        CALENDAR.day(line.body().path("lastDay").stringValue()).isBefore(on))
                .map(line -> line.body().path("post").stringValue())
                .collect(Collectors.toSet());
        return LINES.stream()
                .filter(line -> line.command().equals("create-post"))
                .map(SampleLine::body)
                .filter(post -> !CALENDAR.day(post.path("from").stringValue()).isAfter(on))
                .filter(post -> !gone.contains(post.path("reference").stringValue()))
                .map(post -> post.path("fte").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isString() ? Stream.of(node.stringValue()) : Stream.empty();
    }

    private static String kebab(Class<?> command) {
        return command.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}

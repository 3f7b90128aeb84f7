package org.sevenfold.allinone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sevenfold.allinone.sample.LoadedForTests.START;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sevenfold.allinone.start.StartFailure;
import org.sevenfold.command.edge.CommandDesk;
import org.sevenfold.events.Role;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.platform.testing.FreshDatabase;
import org.sevenfold.platform.testing.PostgresForTests;
import org.sevenfold.platform.time.London;

/** Loading the sample ends in the same state, whether it is done in one go, twice, or killed in the middle. */
class SampleIT {

    private static final int LINES = Sample.ofLeaMarsh().lines().size();
    private static final FreshDatabase DATABASE = PostgresForTests.freshDatabase();

    // What two loads have in common: events, commands and proposals have new ids each time.
    private static final String STATE = """
        SELECT position || ' ' || CASE WHEN name ~ 'propos' THEN '' ELSE stream_id END || ' ' || sequence || ' ' || name
               || ' ' || recorded_at || ' '
               || regexp_replace(convert_from(payload, 'UTF8'),
                                 '"(supersedes|appointment|proposalId)":"[^"]*"', '', 'g') || ' '
               || regexp_replace(convert_from(metadata, 'UTF8'), '"commandId":"[^"]*"', '')
        FROM log.domain_event ORDER BY position
        """;

    private static LoadedForTests loaded;

    @BeforeAll
    static void load() {
        loaded = LoadedForTests.whole(DATABASE);
    }

    @AfterAll
    static void stop() {
        loaded.close();
    }

    @Test
    void every_line_is_stored_in_its_turn_and_at_its_own_instant() throws SQLException {
        assertThat(loaded.heard.lines).hasSize(LINES).isSorted();
        assertThat(ask("SELECT sum(events) FROM log.command_log"))
                .isEqualTo(ask("SELECT max(position) FROM log.domain_event"));
        var calendar = new SampleCalendar(START);
        List<String> instants = Sample.ofLeaMarsh().lines().stream()
                .map(line -> line.line() + " " + calendar.instant(line.at()).getEpochSecond())
                .toList();
        assertThat(ask("SELECT substr(idempotency_key, 8), extract(epoch FROM recorded_at)::bigint"
                        + " FROM log.command_log JOIN log.domain_event USING (position) ORDER BY position"))
                .isEqualTo(instants);
    }

    @Test
    void the_extension_waits_and_everything_else_that_was_proposed_is_decided() throws SQLException {
        assertThat(ask("""
            SELECT convert_from(payload, 'UTF8')::jsonb ->> 'command' FROM log.domain_event asked
            WHERE name = 'programme.change-proposed' AND NOT EXISTS (
                SELECT 1 FROM log.domain_event decided
                WHERE decided.stream_id = asked.stream_id AND decided.sequence > asked.sequence)
            """)).containsExactly("extend-programme");
    }

    @Test
    void what_was_recorded_never_runs_backwards() throws SQLException {
        assertThat(ask("SELECT count(*) FROM log.domain_event a JOIN log.domain_event b ON b.position = a.position + 1"
                        + " WHERE b.recorded_at < a.recorded_at"))
                .containsExactly("0");
    }

    @Test
    void one_completion_is_six_weeks_late_one_is_corrected_and_one_is_voided() throws SQLException {
        assertThat(ask("SELECT count(*) FROM log.domain_event WHERE name = 'skills.training-completion-recorded' AND"
                        + " recorded_at::date - (convert_from(payload, 'UTF8')::jsonb ->> 'effectiveOn')::date = 42"))
                .containsExactly("1");
        assertThat(ask("SELECT name, count(*) FROM log.domain_event WHERE name ~ 'completion-(corrected|voided)'"
                        + " GROUP BY name ORDER BY name"))
                .containsExactly("skills.training-completion-corrected 1", "skills.training-completion-voided 1");
    }

    @Test
    void nothing_was_refused_and_every_event_says_that_it_is_of_the_sample() throws SQLException {
        assertThat(ask("SELECT outcome, channel, correlation_id, count(*) FROM log.command_log GROUP BY 1, 2, 3"))
                .containsExactly("accepted sample sample-" + START + " " + LINES);
    }

    @Test
    void the_clock_goes_again() {
        Clock clock = loaded.context.getBean(Clock.class);

        assertThat(Duration.between(clock.instant(), Instant.now())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void a_second_start_loads_nothing_more() throws SQLException {
        List<String> before = ask(STATE);

        try (LoadedForTests again = LoadedForTests.whole(DATABASE)) {
            assertThat(again.heard.lines).isEmpty();
            assertThat(again.heard.sentences).isEmpty();
        }
        assertThat(ask(STATE)).isEqualTo(before);
    }

    @Test
    void a_load_that_stopped_between_two_lines_goes_on() throws SQLException {
        FreshDatabase database = PostgresForTests.freshDatabase();
        // The void is still to come, and names an event that only the log knows by then.
        int stop = lineOf("void-fact") - 4;
        LoadedForTests.upTo(stop, database).close();

        try (LoadedForTests rest = LoadedForTests.whole(database)) {
            assertThat(rest.heard.lines).hasSize(LINES - stop + 1).startsWith(stop);
        }
        assertThat(ask(database.superuser(), STATE)).isEqualTo(ask(STATE));
    }

    @Test
    void a_load_that_was_killed_goes_on() throws Exception {
        FreshDatabase database = PostgresForTests.freshDatabase();
        int enough = 600;
        killAfterLine(150, database);
        int left = new SampleLog(database.command()).read().lastLine();
        assertThat(left).isBetween(150, enough - 1);

        try (LoadedForTests rest = LoadedForTests.upTo(enough, database)) {
            assertThat(rest.heard.lines).startsWith(left).endsWith(enough);
        }
        List<String> state = ask(database.superuser(), STATE);
        assertThat(state)
                .hasSizeGreaterThanOrEqualTo(enough)
                .isEqualTo(ask(STATE).subList(0, state.size()));
    }

    @Test
    void a_log_that_holds_something_else_is_left_alone_and_a_refused_line_ends_the_start() throws SQLException {
        FreshDatabase database = PostgresForTests.freshDatabase();
        try (LoadedForTests empty = LoadedForTests.upTo(0, database)) {
            assertRefusedLineIsSaid(empty, database);
            empty.context.getBean(CommandDesk.class).take(somebodyElse());
        }

        try (LoadedForTests again = LoadedForTests.whole(database)) {
            assertThat(again.heard.lines).isEmpty();
            assertThat(again.heard.sentences)
                    .containsExactly("The data holds other records already, so the sample was not loaded.");
        }
        assertThat(ask(database.superuser(), "SELECT count(*) FROM log.domain_event"))
                .containsExactly("1");
    }

    @Test
    void the_start_in_the_log_wins_and_without_one_it_is_the_first_of_the_month_eleven_months_back() {
        LocalDate today = LocalDate.of(2026, 2, 28);
        DataSource empty = PostgresForTests.freshDatabase().command();

        assertThat(SampleStart.resolve(DATABASE.command(), Optional.of(LocalDate.of(2020, 1, 1)), today))
                .isEqualTo(START);
        assertThat(SampleStart.resolve(empty, Optional.empty(), today)).isEqualTo("2025-03-01");
        assertThat(SampleStart.resolve(empty, Optional.of(START), today)).isEqualTo(START);
        assertThatThrownBy(() -> SampleStart.resolve(empty, Optional.of(LocalDate.of(2025, 4, 5)), today))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("2025-04-03 or an earlier day");
    }

    private static void assertRefusedLineIsSaid(LoadedForTests service, FreshDatabase database) {
        SampleLine line = Sample.line("""
            {"line": 1, "at": "D+3 09:00", "as": "bea-thornbury", "command": "establish-unit", "body":
             {"reference": "CIN-01", "name": "One", "kind": "UNIT", "serviceArea": "Any", "from": "D+3"}}\
            """);
        var loader = new SampleLoader(
                new Sample(List.of(line)),
                new SampleLog(database.command()),
                service.context.getBean(CommandDesk.class),
                service.context.getBean(SteppedClock.class),
                START,
                service.heard);

        assertThatThrownBy(loader::start)
                .isInstanceOf(StartFailure.class)
                .hasMessage("Line 1 of the sample, establish-unit, was refused: Your role does not allow this."
                        + " This can be done by: programme manager.");
    }

    private static int lineOf(String command) {
        return Sample.ofLeaMarsh().lines().stream()
                .filter(line -> line.command().equals(command))
                .findFirst()
                .orElseThrow()
                .line();
    }

    private static CommandDesk.Incoming somebodyElse() {
        String body = """
            {"person": "%s", "role": "SENIOR_RESPONSIBLE_OWNER", "from": "%s"}
            """.formatted(UUID.randomUUID(), London.day(Instant.now()));
        var caller = new Caller(UUID.randomUUID(), List.of(Role.OPERATOR));
        return new CommandDesk.Incoming(
                "grant-role", body.getBytes(StandardCharsets.UTF_8), caller, "api", null, null, false, "somebody");
    }

    private static void killAfterLine(int line, FreshDatabase database) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LoadUntilKilled.class.getName());
        builder.environment().putAll(Map.copyOf(LoadedForTests.settings(database)));
        Process process =
                builder.redirectError(new File("target/load-until-killed.log")).start();
        try (BufferedReader said = process.inputReader()) {
            String last = said.readLine();
            while (last != null && !last.equals("LOADED " + line)) {
                last = said.readLine();
            }
            assertThat(last).as("the process loads up to line %d", line).isNotNull();
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static List<String> ask(String sql) throws SQLException {
        return ask(DATABASE.superuser(), sql);
    }

    /** Each row as one text, its columns parted by a blank. */
    private static List<String> ask(DataSource login, String sql) throws SQLException {
        try (Connection connection = login.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (row.next()) {
                var columns = new ArrayList<String>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getString(i));
                }
                rows.add(String.join(" ", columns));
            }
            return rows;
        }
    }
}

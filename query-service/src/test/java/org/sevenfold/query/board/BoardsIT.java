package org.sevenfold.query.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Role;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.platform.log.LogReader;
import org.sevenfold.query.testing.LeaMarsh;
import org.sevenfold.query.testing.Service;
import org.sevenfold.query.testing.Service.Got;
import org.sevenfold.query.testing.TestLog;
import tools.jackson.databind.JsonNode;

/** Tables that follow the log, are what the log gives at every position, are built anew, and stop where they must. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BoardsIT {

    private static final Service SERVICE = new Service();
    private static final TestLog LOG = SERVICE.log;
    private static final String PROJECTIONS = "/api/v1/audit/projections";

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private static void awaitBoards() {
        Boards boards = SERVICE.bean(Boards.class);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        boards.standings().values().stream().allMatch(standing -> standing.position() == LOG.end()));
    }

    private static Got operator(String name, String act) {
        Got got = SERVICE.post(PROJECTIONS + "/" + name + "/" + act, Role.OPERATOR);
        assertThat(got.status()).as(got.body()).isEqualTo(200);
        return got;
    }

    /** Facts of every kind in an order that chance decides, with corrections and voids of what stands. */
    private static void appendAnything(long seed, int events) {
        var chance = new Random(seed);
        var standing = new ArrayList<Map.Entry<String, EventId>>();
        for (int i = 0; i < events; i++) {
            String name = "n" + chance.nextInt(12);
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(chance.nextInt(300));
            switch (chance.nextInt(15)) {
                case 0 -> LOG.append(LeaMarsh.unit("U-" + seed + "-" + i, "GRP", day));
                case 1 -> LOG.append(LeaMarsh.person("p" + seed + "-" + i));
                case 2 -> LOG.append(LeaMarsh.post("P-" + seed + "-" + i, PostRole.SOCIAL_WORKER, "GRP"));
                case 3 -> LOG.append(LeaMarsh.appointed(name, "P-" + name, day, chance.nextBoolean() ? null : day));
                case 4 -> LOG.append(LeaMarsh.course("C-" + seed + "-" + i, chance.nextBoolean() ? null : 12));
                case 5 -> {
                    if (!standing.isEmpty()) {
                        var fact = standing.remove(chance.nextInt(standing.size()));
                        EventId corrected = LOG.append(
                                LeaMarsh.corrected(fact.getValue(), fact.getKey(), "C-1", day, chance.nextBoolean()));
                        standing.add(Map.entry(fact.getKey(), corrected));
                    }
                }
                case 9 -> LOG.append(LeaMarsh.required("TR-" + name, "C-1", PostRole.SOCIAL_WORKER, null, 90, day));
                case 10 -> LOG.append(LeaMarsh.withdrawn("TR-" + name, "C-1", day));
                case 11 -> LOG.append(LeaMarsh.managed("GRP", name, "n" + chance.nextInt(12), day, null));
                case 12 -> LOG.append(LeaMarsh.closed("U-" + seed + "-" + chance.nextInt(events), day, "GRP"));
                case 13 -> {
                    EventId made = LOG.append(LeaMarsh.appointed(name, "P-" + name, day, null));
                    LOG.append(LeaMarsh.ended(name, "P-" + name, made, day.plusDays(chance.nextInt(30))));
                }
                case 14 -> LOG.append(LeaMarsh.retired("C-" + seed + "-" + chance.nextInt(events), day));
                case 6 -> {
                    if (!standing.isEmpty()) {
                        var fact = standing.remove(chance.nextInt(standing.size()));
                        LOG.append(LeaMarsh.voided(fact.getValue(), fact.getKey(), "C-1"));
                    }
                }
                default -> standing.add(Map.entry(name, LOG.append(LeaMarsh.completed(name, "C-1", day, true))));
            }
        }
    }

    @Test
    @Order(1)
    void every_table_known_at_any_position_is_a_fold_of_the_log_up_to_there() {
        LOG.append(LeaMarsh.STARTED);
        for (int round = 0; round < 4; round++) {
            appendAnything(round, 60);
        }
        awaitBoards();
        LogReader log = SERVICE.bean(LogReader.class);
        var chance = new Random(3);
        for (Board<?, ?> board : SERVICE.bean(Boards.class).all()) {
            for (int i = 0; i < 5; i++) {
                long position = i == 0 ? LOG.end() : chance.nextLong(LOG.end() + 1);
                assertThat(inTable(board, position))
                        .as("%s at %d", board.name(), position)
                        .isEqualTo(folded(board, log, position));
            }
        }
    }

    private static <R extends Record> List<String> folded(Board<?, R> board, LogReader log, long position) {
        Columns<R> columns = Columns.of(board);
        Fold<R> fold = new Fold<>(board, columns, stream -> List.of());
        log.after(0, (int) position).forEach(raw -> fold.take(raw.recorded()));
        var rows = new ArrayList<Held<R>>(fold.takeEnded());
        rows.addAll(fold.standing());
        return rows.stream()
                .map(row -> text(row.streamId(), row.texts(), row.knownFrom(), row.knownTo()))
                .sorted()
                .toList();
    }

    private static <R extends Record> List<String> inTable(Board<?, R> board, long position) {
        Columns<R> columns = Columns.of(board);
        String select = String.join(
                ", ", columns.names().stream().map(column -> column + "::text").toList());
        return SERVICE
                .superuser()
                .query(
                        "SELECT stream_id, known_from, known_to, " + select + " FROM query." + board.name()
                                + " WHERE known_from <= ?",
                        (row, number) -> {
                            var texts = new ArrayList<@Nullable String>();
                            for (int i = 0; i < columns.names().size(); i++) {
                                texts.add(row.getString(4 + i));
                            }
                            long to = row.getLong(3);
                            return text(row.getString(1), texts, row.getLong(2), to <= position ? to : Held.STILL);
                        },
                        position)
                .stream()
                .sorted()
                .toList();
    }

    private static String text(String stream, List<@Nullable String> texts, long from, long to) {
        return stream + texts + from + "-" + to;
    }

    @Test
    @Order(2)
    void a_rebuilt_table_is_equal_to_the_live_one_and_takes_its_place_while_others_read() {
        for (Board<?, ?> board : SERVICE.bean(Boards.class).all()) {
            JsonNode built = operator(board.name(), "rebuild").json();
            assertThat(built.path("equal").asBoolean()).as(built.toString()).isTrue();
            assertThat(built.path("position").asLong()).isEqualTo(LOG.end());
        }
        appendAnything(9, 40);
        for (Board<?, ?> board : SERVICE.bean(Boards.class).all()) {
            JsonNode active = operator(board.name(), "activate").json();
            assertThat(active.path("equal").asBoolean()).as(active.toString()).isTrue();
        }
        appendAnything(10, 20);
        awaitBoards();
        assertThat(operator("completions", "verify").json().path("equal").asBoolean())
                .isTrue();
    }

    @Test
    @Order(3)
    void reads_go_on_and_stay_right_while_tables_are_switched() throws InterruptedException {
        long position = LOG.end();
        String path = "/api/v1/programmes/lea-marsh/units?effectiveOn=2026-10-01&limit=500&knownAt=@" + position;
        String before = SERVICE.get(path, Role.AUDITOR).body();
        var answers = new ArrayList<String>();
        Thread reader = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 60; i++) {
                answers.add(SERVICE.get(path, Role.AUDITOR).body());
            }
        });
        for (int i = 0; i < 5; i++) {
            operator("units", "rebuild");
            operator("units", "activate");
        }
        reader.join();

        assertThat(answers).hasSize(60).containsOnly(before);
    }

    @Test
    @Order(4)
    void an_altered_row_is_named_and_mended_by_a_rebuild() {
        SERVICE.superuser()
                .update("UPDATE query.completions SET passed = NOT passed WHERE ctid ="
                        + " (SELECT ctid FROM query.completions WHERE known_to > 1000000 LIMIT 1)");

        JsonNode verified = operator("completions", "verify").json();
        assertThat(verified.path("equal").asBoolean()).isFalse();
        assertThat(verified.at("/differences/0/key").asString()).startsWith("training-record-");
        assertThat(verified.path("differences").size()).isEqualTo(2);

        operator("completions", "rebuild");
        assertThat(operator("completions", "activate").json().path("equal").asBoolean())
                .isFalse();
        assertThat(operator("completions", "verify").json().path("equal").asBoolean())
                .isTrue();
        assertThat(SERVICE.post(PROJECTIONS + "/completions/activate", Role.OPERATOR)
                        .status())
                .isEqualTo(409);
    }

    @Test
    @Order(5)
    void only_an_operator_touches_tables_and_an_auditor_sees_them() {
        assertThat(SERVICE.post(PROJECTIONS + "/units/rebuild", Role.AUDITOR).status())
                .isEqualTo(403);
        assertThat(SERVICE.post(PROJECTIONS + "/nothing/rebuild", Role.OPERATOR).status())
                .isEqualTo(404);
        Got all = SERVICE.get(PROJECTIONS, Role.AUDITOR);
        assertThat(all.json().path("projections").size())
                .isEqualTo(SERVICE.bean(Boards.class).all().size());
        assertThat(all.json().at("/projections/0/state").asString()).isEqualTo("current");
    }

    @Test
    @Order(6)
    void an_event_that_one_board_cannot_take_stops_it_and_no_other() {
        awaitBoards();
        long before = LOG.end();
        // As if recorded a minute ago, so that nobody waits for it to be late.
        LOG.append(
                LeaMarsh.voided(new EventId(LeaMarsh.id("none")), "ada", "C-1"),
                Instant.now().minusSeconds(60),
                Map.of());
        LOG.append(LeaMarsh.unit("AFTER", null));

        String units = "/api/v1/programmes/lea-marsh/units?minPosition=" + LOG.end();
        assertThat(SERVICE.get(units, Role.AUDITOR).status()).isEqualTo(200);
        Got skills = SERVICE.get("/api/v1/programmes/lea-marsh/dimensions/skills", Role.AUDITOR);
        assertThat(skills.json().path("code").asString()).isEqualTo("projection-lagging");
        assertThat(skills.header("Retry-After")).isNotEmpty();
        Got past = SERVICE.get("/api/v1/programmes/lea-marsh/dimensions/skills?knownAt=@" + before, Role.AUDITOR);
        assertThat(past.status()).as("the past stays readable: %s", past.body()).isEqualTo(200);
        Got health = SERVICE.send("GET", "/actuator/health", Map.of(), null);
        assertThat(health.status()).isEqualTo(503);
        JsonNode completions = health.json().at("/components/boards/details/completions");
        assertThat(completions.path("state").asString()).isEqualTo("stopped");
        assertThat(completions.path("position").asLong()).isEqualTo(before);
        assertThat(completions.path("end").asLong()).isEqualTo(LOG.end());
        assertThat(SERVICE.send("GET", "/actuator/prometheus", Map.of(), null).body())
                .contains("sevenfold_board_lag_events{board=\"completions\"} 2.0");
    }

    @Test
    @Order(7)
    void an_unknown_event_stops_every_board_and_is_not_skipped() {
        long before = LOG.end();
        LOG.append(
                "stream",
                "Unit",
                "structure.unit-teleported",
                "{}".getBytes(StandardCharsets.UTF_8),
                Instant.now().minusSeconds(60),
                Map.of());
        LOG.append(LeaMarsh.unit("LATER", null));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> SERVICE.bean(Boards.class).standings().values().stream()
                        .allMatch(standing -> standing.position() <= before && standing.late()));
        assertThat(SERVICE.get("/api/v1/programmes/lea-marsh/units", Role.AUDITOR)
                        .status())
                .isEqualTo(503);
    }

    @Test
    @Order(8)
    void once_the_cause_is_mended_the_boards_go_on_by_themselves() {
        // What no product login can do: take the two events back as if they had never been.
        SERVICE.superuser()
                .execute("SET session_replication_role = replica;"
                        + " UPDATE log.domain_event SET name = 'structure.unit-established', payload = convert_to("
                        + "'{\"unitId\":\"00000000-0000-0000-0000-000000000001\",\"reference\":\"X\",\"name\":\"X\","
                        + "\"kind\":\"UNIT\",\"serviceArea\":\"X\",\"effectiveOn\":\"2026-01-01\"}', 'UTF8')"
                        + " WHERE name = 'structure.unit-teleported' OR event_id IN (SELECT event_id"
                        + " FROM log.domain_event WHERE convert_from(payload, 'UTF8')::jsonb ->> 'supersedes' = '"
                        + LeaMarsh.id("none") + "');"
                        + " SET session_replication_role = DEFAULT");

        await().atMost(Duration.ofSeconds(90))
                .until(() -> SERVICE.bean(Boards.class).standings().values().stream()
                        .allMatch(standing -> standing.lag() == 0));
        assertThat(SERVICE.send("GET", "/actuator/health", Map.of(), null).status())
                .isEqualTo(200);
    }
}

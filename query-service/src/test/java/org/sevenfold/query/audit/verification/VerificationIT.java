package org.sevenfold.query.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sevenfold.events.Role;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.SigningKey;
import org.sevenfold.query.audit.AuditedBorough;
import org.sevenfold.query.audit.Signed;
import org.sevenfold.query.audit.WriteSideForTests;
import org.sevenfold.query.testing.LeaMarsh;
import org.sevenfold.query.testing.Service.Got;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every act of a superuser against the log is found and called by its name, and nothing is found where nobody did
 * anything.
 */
class VerificationIT {

    private static final String VERIFICATIONS = "/api/v1/audit/verifications";
    private static final SigningKey KEY = AuditedBorough.WRITE_SIDE.key;
    private static final long SIZE = AuditedBorough.SIZE;
    private static final JdbcTemplate SUPERUSER = AuditedBorough.SERVICE.superuser();
    private static Tampered log;

    @BeforeAll
    static void the_log_is_signed_and_laid_down() {
        Signed.log();
        log = new Tampered(AuditedBorough.SERVICE.database.superuser());
    }

    @AfterEach
    void as_it_was() {
        log.undo();
        AuditedBorough.WRITE_SIDE.lookups = WriteSideForTests.SOUND;
    }

    private static JsonNode verify(String held) {
        Got begun = AuditedBorough.SERVICE.post(VERIFICATIONS, held, Role.AUDITOR);
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        JsonNode[] standing = new JsonNode[1];
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            standing[0] = AuditedBorough.SERVICE
                    .get(begun.header("Location"), Role.AUDITOR)
                    .json();
            return !standing[0].path("state").asString().equals("running");
        });
        assertThat(standing[0].path("state").asString())
                .as(standing[0].toString())
                .isEqualTo("done");
        return standing[0];
    }

    private static List<String> found(JsonNode result) {
        var found = new ArrayList<String>();
        result.path("findings")
                .forEach(finding -> found.add(finding.path("name").asString() + " "
                        + finding.path("where").asString()));
        return found;
    }

    @Test
    void an_honest_log_is_sound_and_the_result_is_recorded() {
        AuditedBorough.WRITE_SIDE.recorded.clear();

        JsonNode result = verify("");

        assertThat(result.path("outcome").asString()).as(result.toString()).isEqualTo("sound");
        assertThat(result.path("eventsChecked").asLong()).isEqualTo(SIZE);
        assertThat(result.path("steps"))
                .allSatisfy(step -> assertThat(step.path("outcome").asString()).isEqualTo("holds"))
                .hasSizeGreaterThan(6);
        assertThat(result.path("recorded").asLong()).isEqualTo(13);
        JsonNode sent = JsonMapper.shared().readTree(AuditedBorough.WRITE_SIDE.recorded.getFirst());
        assertThat(sent.path("verification")).isEqualTo(result.path("id"));
        assertThat(sent.path("root")).isEqualTo(result.path("root"));
        assertThat(sent.path("findings").size()).isZero();
    }

    static Stream<Arguments> acts() {
        String at10 = " WHERE position = 10";
        return Stream.of(
                Arguments.of(
                        "the payload",
                        "UPDATE log.domain_event SET payload = replace(convert_from(payload, 'UTF8'), 'true', 'false')"
                                + "::bytea" + at10,
                        List.of("ALTERED leaf 9")),
                Arguments.of(
                        "who did it",
                        "UPDATE log.domain_event SET metadata = replace(convert_from(metadata, 'UTF8'), '"
                                + AuditedBorough.ADA + "', '" + AuditedBorough.BEN + "')::bytea" + at10,
                        List.of("ALTERED leaf 9")),
                Arguments.of(
                        "the recording time",
                        "UPDATE log.domain_event SET recorded_at = recorded_at - interval '1 microsecond'" + at10,
                        List.of("ALTERED leaf 9")),
                Arguments.of(
                        "the name",
                        "UPDATE log.domain_event SET name = 'skills.training-completion-voided'" + at10,
                        List.of("ALTERED leaf 9")),
                Arguments.of(
                        "the stream's type",
                        "UPDATE log.domain_event SET stream_type = 'Unit'" + at10,
                        List.of("ALTERED leaf 9")),
                Arguments.of(
                        "the revision", "UPDATE log.domain_event SET revision = 2" + at10, List.of("ALTERED leaf 9")),
                Arguments.of(
                        "an event removed",
                        "DELETE FROM log.domain_event WHERE position = 12",
                        List.of("MISSING leaf 11")),
                Arguments.of(
                        "the last event removed",
                        "DELETE FROM log.domain_event WHERE position = " + SIZE,
                        List.of("MISSING leaf " + (SIZE - 1))),
                Arguments.of(
                        "an event slipped in",
                        "INSERT INTO log.domain_event SELECT " + (SIZE + 1)
                                + ", '01936c6e-8a10-7c3e-9d55-0a1b2c3d4e5f', stream_id,"
                                + " stream_type, sequence + 1, name, revision, recorded_at, payload, metadata"
                                + " FROM log.domain_event WHERE position = 15",
                        List.of("UNLOGGED event 01936c6e-8a10-7c3e-9d55-0a1b2c3d4e5f")),
                Arguments.of(
                        "two events swapped",
                        "UPDATE log.domain_event SET position = 1000 WHERE position = 3;"
                                + "UPDATE log.domain_event SET position = 3 WHERE position = 4;"
                                + "UPDATE log.domain_event SET position = 4 WHERE position = 1000",
                        List.of("ALTERED leaf 2", "ALTERED leaf 3")),
                Arguments.of(
                        "two events of a stream renumbered",
                        "UPDATE log.domain_event SET sequence = 1000 WHERE position = 7;"
                                + "UPDATE log.domain_event SET sequence = 0 WHERE position = 8;"
                                + "UPDATE log.domain_event SET sequence = 1 WHERE position = 7",
                        List.of("ALTERED leaf 6", "ALTERED leaf 7")),
                Arguments.of(
                        "an event moved behind the end",
                        "UPDATE log.domain_event SET position = 1000 WHERE position = 12",
                        List.of("ALTERED leaf 11")),
                Arguments.of(
                        "a trigger switched off",
                        "ALTER TABLE log.domain_event DISABLE TRIGGER append_only",
                        List.of("UNGUARDED table log.domain_event")),
                Arguments.of(
                        "a right granted",
                        "GRANT UPDATE ON log.domain_event TO sevenfold_command",
                        List.of("UNGUARDED right")),
                Arguments.of(
                        "a row of a table altered",
                        "UPDATE query.completions SET passed = NOT passed WHERE known_from = 10",
                        List.of("PROJECTION_DRIFT completions training-record-" + AuditedBorough.ADA)),
                Arguments.of(
                        "a checkpoint signed by somebody else",
                        "UPDATE log.tlog_checkpoint SET note = convert_to('"
                                + Signed.checkpoint(8, SigningKey.generate(Signed.ORIGIN))
                                + "', 'UTF8') WHERE size = 8",
                        List.of("BAD_SIGNATURE checkpoint of the database of size 8")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void what_a_superuser_does_is_called_by_its_name(String act, String statement, List<String> names) {
        log.by(statement);

        JsonNode result = verify("");

        assertThat(result.path("outcome").asString()).isEqualTo("tampered");
        var found = found(result);
        for (String name : names) {
            assertThat(found).as(result.path("findings").toString()).anyMatch(one -> one.startsWith(name));
        }
        assertThat(new HashSet<>(found.stream().map(one -> one.split(" ", 2)[0]).toList()))
                .as("nothing else is cried: " + found)
                .isSubsetOf(allowedBeside(names));
    }

    /** A lost or moved event also leaves a gap in its stream, and the tables no longer follow from the log. */
    private static List<String> allowedBeside(List<String> names) {
        var allowed = new ArrayList<>(
                names.stream().map(name -> name.split(" ", 2)[0]).toList());
        if (allowed.stream()
                .anyMatch(name -> List.of("ALTERED", "MISSING", "UNLOGGED").contains(name))) {
            allowed.addAll(List.of("SEQUENCE_GAP", "PROJECTION_DRIFT", "UNLOGGED"));
        }
        return allowed;
    }

    @Test
    void an_event_changed_together_with_its_leaf_gives_another_root() {
        log.by("UPDATE log.domain_event SET recorded_at = recorded_at + interval '1 second' WHERE position = 12");
        log.makeTreeAnew();
        byte[] entry = SUPERUSER.queryForObject("SELECT entry FROM log.tlog_leaf WHERE leaf_index = 11", byte[].class);
        log.undo();
        String hex = java.util.HexFormat.of().formatHex(entry);
        log.by(
                "UPDATE log.domain_event SET recorded_at = recorded_at + interval '1 second' WHERE position = 12",
                "UPDATE log.tlog_leaf SET entry = '\\x%s', hash = sha256('\\x00%s') WHERE leaf_index = 11"
                        .formatted(hex, hex));

        assertThat(found(verify("")))
                .contains("ROOT_MISMATCH size " + SIZE)
                .noneMatch(one -> one.startsWith("ALTERED"));
    }

    @Test
    void history_rewritten_without_the_key_bears_a_bad_signature() {
        log.by("UPDATE log.domain_event SET recorded_at = recorded_at + interval '1 second' WHERE position = 3");
        log.makeTreeAnew();
        log.by("DELETE FROM log.tlog_checkpoint");
        Signed.store(Signed.checkpoint(SIZE, SigningKey.generate(Signed.ORIGIN)));

        assertThat(found(verify(""))).contains("BAD_SIGNATURE checkpoint of the database of size " + SIZE);
    }

    @Test
    void history_rewritten_and_signed_again_with_the_key_contradicts_an_older_checkpoint_and_a_root_on_paper() {
        String paper = "{\"size\": %d, \"root\": \"%s\"}"
                .formatted(8, Checkpoint.of(Signed.checkpoint(8, KEY)).root().hex());
        log.by("UPDATE log.domain_event SET recorded_at = recorded_at + interval '1 second' WHERE position = 7");
        log.makeTreeAnew();
        log.by("DELETE FROM log.tlog_checkpoint WHERE size > 5");
        Signed.store(Signed.checkpoint(8, KEY));
        Signed.store(Signed.checkpoint(SIZE, KEY));

        JsonNode result = verify(paper);

        assertThat(found(result))
                .as("by the anchor and by the paper")
                .filteredOn(one -> one.equals("HISTORY_REWRITTEN since size 8"))
                .hasSize(2);
    }

    @Test
    void a_log_cut_short_is_shorter_than_the_anchor_and_than_a_receipt_say() {
        log.by(
                "DELETE FROM log.domain_event WHERE position > 8",
                "DELETE FROM log.tlog_checkpoint WHERE size > 8",
                "DELETE FROM query.completions WHERE known_from > 8");
        log.makeTreeAnew();

        JsonNode result = verify("{\"leafIndex\": 10, \"leafHash\": \"%s\"}".formatted("ab".repeat(32)));

        assertThat(found(result)).contains("HISTORY_TRUNCATED size 8");
        assertThat(result.path("counts").path("HISTORY_TRUNCATED").asLong())
                .as("by the anchor and by the receipt")
                .isEqualTo(2);
    }

    @Test
    void two_checkpoints_of_one_size_are_two_views() {
        SignedNote shownToAnother = SignedNote.sign(
                new Checkpoint(Signed.ORIGIN, SIZE, Hash.sha256("another log".getBytes(StandardCharsets.UTF_8))).text(),
                List.of(KEY));

        JsonNode result =
                verify(JsonMapper.shared().writeValueAsString(Map.of("checkpoint", shownToAnother.toString())));

        assertThat(found(result)).containsExactly("SPLIT_VIEW size " + SIZE);
    }

    @Test
    void what_an_auditor_holds_and_the_log_extends_is_no_finding() {
        Hash leaf = Signed.node(0, 6);
        JsonNode result = verify(JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "checkpoint", Signed.checkpoint(5, KEY).toString(),
                        "size", 8,
                        "root", Checkpoint.of(Signed.checkpoint(8, KEY)).root().hex(),
                        "leafIndex", 6,
                        "leafHash", leaf.hex())));

        assertThat(result.path("outcome").asString()).as(result.toString()).isEqualTo("sound");
    }

    @Test
    void a_value_that_rules_lean_on_is_compared_by_the_write_side() {
        AuditedBorough.WRITE_SIDE.lookups =
                "{\"position\":12,\"keys\":9,\"drifted\":120,\"drifts\":[{\"lookup\":\"units\",\"key\":\"reference:x\",\"says\":\"altered\"}]}";

        JsonNode result = verify("");

        assertThat(found(result)).contains("LOOKUP_DRIFT units reference:x");
        assertThat(result.path("counts").path("LOOKUP_DRIFT").asLong()).isEqualTo(120);
    }

    @Test
    void a_key_that_takes_the_place_of_another_raises_no_alarm() {
        SigningKey next = SigningKey.generate(Signed.ORIGIN);
        log.by("DELETE FROM log.tlog_checkpoint");
        Signed.store(Signed.checkpoint(5, KEY));
        Signed.store(Signed.checkpoint(8, KEY, next));
        Signed.store(Signed.checkpoint(SIZE, next));
        Signed.keys(KEY, next);
        try {
            assertThat(verify("").path("outcome").asString()).isEqualTo("sound");
        } finally {
            Signed.keys(KEY);
        }
    }

    @Test
    void others_may_not_begin_a_check_and_nonsense_is_refused() {
        assertThat(AuditedBorough.SERVICE
                        .post(VERIFICATIONS, "", Role.PROGRAMME_MANAGER)
                        .status())
                .isEqualTo(403);
        for (String nonsense : List.of(
                "[]",
                "{\"size\": 4}",
                "{\"root\": \"ab\"}",
                "{\"checkpoint\": \"x\"}",
                "{\"leafIndex\": -1}",
                "{\"x\": 1}")) {
            assertThat(AuditedBorough.SERVICE
                            .post(VERIFICATIONS, nonsense, Role.AUDITOR)
                            .status())
                    .as(nonsense)
                    .isEqualTo(400);
        }
        assertThat(AuditedBorough.SERVICE
                        .get(VERIFICATIONS + "/" + LeaMarsh.id("nobody"), Role.AUDITOR)
                        .status())
                .isEqualTo(404);
    }
}

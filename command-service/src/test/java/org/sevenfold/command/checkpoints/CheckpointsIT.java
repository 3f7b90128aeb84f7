package org.sevenfold.command.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sevenfold.command.edge.CommandServiceForTests;
import org.sevenfold.command.edge.CommandServiceForTests.Answer;
import org.sevenfold.events.Role;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.checkpoint.CheckpointRefused;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.SigningKey;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.platform.testing.LogForTests;
import org.sevenfold.platform.testing.PostgresForTests;
import org.sevenfold.platform.testing.TestIssuer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The log's head is signed with a key outside the database and laid down outside of it; what does not extend what was
 * signed before is not signed. The tests go on where the one before has left the log.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CheckpointsIT {

    private static final String ORIGIN = "lea-marsh.example/log";
    private static final String NOBODY = TestIssuer.token(UuidCreator.getTimeOrderedEpoch());
    private static final String SYSTEM = TestIssuer.token(Caller.SEVENFOLD, Role.SYSTEM);

    @TempDir
    private static Path folder;

    private static CommandServiceForTests service;
    private static JdbcTemplate superuser;

    @BeforeAll
    static void a_service_with_a_key() {
        service = new CommandServiceForTests(PostgresForTests.freshDatabase(), settings());
        superuser = new JdbcTemplate(service.database.superuser());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        settings.put("SEVENFOLD_CHECKPOINT_KEY", folder.resolve("checkpoint.key"));
        settings.put("SEVENFOLD_CHECKPOINT_ORIGIN", ORIGIN);
        settings.put("SEVENFOLD_CHECKPOINT_ANCHOR", anchor());
        settings.put("sevenfold.checkpoint.first", "1h");
        return settings;
    }

    private static Path anchor() {
        return folder.resolve("anchor");
    }

    private static Answer post(String path, String token, String body) {
        return service.send(HttpRequest.newBuilder(URI.create(service.url(path)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static Checkpoint sign() {
        Answer answer = post("/api/v1/checkpoints", SYSTEM, "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Checkpoint.of(SignedNote.parse(answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static long size() {
        return number("SELECT size FROM log.tlog_head");
    }

    private static long number(String sql) {
        Long number = superuser.queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }

    private static SigningKey key(String file) throws IOException {
        return SigningKey.parse(Files.readString(folder.resolve(file)).strip());
    }

    private static List<Path> laidDown() throws IOException {
        try (Stream<Path> files = Files.walk(anchor())) {
            return files.filter(file -> file.toString().endsWith(".checkpoint"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    @Order(1)
    void an_empty_log_is_not_signed() {
        assertThat(post("/api/v1/checkpoints", SYSTEM, "").status()).isEqualTo(204);
    }

    @Test
    @Order(2)
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no modes")
    void the_key_is_made_at_the_first_start_and_is_its_owners_alone() throws IOException {
        Path file = folder.resolve("checkpoint.key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(key("checkpoint.key").verifierKey().name()).isEqualTo(ORIGIN);
        assertThat(superuser.queryForList("SELECT tablename FROM pg_tables WHERE schemaname = 'log'", String.class))
                .as("no table could hold it")
                .noneMatch(table -> table.contains("key"));
    }

    @Test
    @Order(3)
    void the_head_is_signed_once_a_size_and_laid_down() throws IOException {
        service.token(UuidCreator.getTimeOrderedEpoch(), Role.AUDITOR);

        Checkpoint checkpoint = sign();
        sign();

        byte[] root = superuser.queryForObject("SELECT root FROM log.tlog_head", byte[].class);
        assertThat(checkpoint.origin()).isEqualTo(ORIGIN);
        assertThat(checkpoint.size()).isEqualTo(size()).isPositive();
        assertThat(checkpoint.root()).isEqualTo(new Hash(java.util.Objects.requireNonNull(root)));
        assertThat(number("SELECT count(*) FROM log.tlog_checkpoint")).isEqualTo(1);
        assertThat(laidDown()).singleElement().satisfies(file -> {
            SignedNote note = SignedNote.parse(Files.readAllBytes(file));
            assertThat(Checkpoint.of(note)).isEqualTo(checkpoint);
            assertThat(note.verify(List.of(key("checkpoint.key").verifierKey())))
                    .hasSize(1);
        });
        assertThat(Files.readAllLines(anchor().resolve("vkeys.txt")))
                .containsExactly(key("checkpoint.key").verifierKey().toString());
    }

    @Test
    @Order(4)
    void only_sevenfold_itself_and_operators_ask_for_it() {
        String auditor = service.token(UuidCreator.getTimeOrderedEpoch(), Role.AUDITOR);
        String operator = TestIssuer.token(UuidCreator.getTimeOrderedEpoch(), Role.OPERATOR);

        assertThat(post("/api/v1/checkpoints", NOBODY, "").status()).isEqualTo(403);
        assertThat(post("/api/v1/checkpoints", auditor, "").status()).isEqualTo(403);
        assertThat(post("/api/v1/lookups/verify", auditor, "").status()).isEqualTo(403);
        assertThat(post("/api/v1/checkpoints", "no token", "").status()).isEqualTo(401);
        assertThat(post("/api/v1/checkpoints", operator, "").status()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void a_bag_is_signed_for_and_nothing_that_could_be_taken_for_something_else() {
        String root = "ab".repeat(32);
        String statement = "Evidence bag\nof %s\nwith 12 events, root %s\ntagmanifest-sha256.txt %s\n"
                .formatted(ORIGIN, root, root);

        assertThat(post("/api/v1/checkpoints/bags", SYSTEM, statement).status()).isEqualTo(200);
        for (String other : List.of(
                new Checkpoint(ORIGIN, 12, Hash.ofHex(root)).text(),
                statement.replace(ORIGIN, "another.example/log"),
                statement + "more\n",
                statement.replace("12 events", "12\n12 events"))) {
            assertThat(post("/api/v1/checkpoints/bags", SYSTEM, other).status())
                    .as(other)
                    .isEqualTo(204);
        }
    }

    @Test
    @Order(6)
    void the_result_of_a_check_is_recorded_by_sevenfold_itself_and_by_nobody_else() {
        String body = """
            {"occasion": "ASKED", "position": %d, "root": "%s", "events": 1, "findings": []}\
            """.formatted(size(), "ab".repeat(32));

        assertThat(service.send(
                                "record-verification",
                                service.token(UuidCreator.getTimeOrderedEpoch(), Role.AUDITOR),
                                body)
                        .code())
                .isEqualTo("role-not-permitted");
        assertThat(service.send("record-verification", SYSTEM, body).status()).isEqualTo(201);
        assertThat(superuser.queryForObject(
                        "SELECT channel FROM log.command_log WHERE command_name = 'record-verification'"
                                + " AND outcome = 'accepted'",
                        String.class))
                .isEqualTo("system");
    }

    @Test
    @Order(7)
    void the_lookups_are_what_the_log_gives_until_somebody_is_at_them() {
        Answer sound = post("/api/v1/lookups/verify", SYSTEM, "");
        assertThat(sound.json().path("position").asLong()).isEqualTo(size());
        assertThat(sound.json().path("keys").asLong()).isPositive();
        assertThat(sound.json().path("drifted").asLong()).as(sound.body()).isZero();

        superuser.execute("CREATE TABLE public.kept AS TABLE log.lookup");
        String one = "(lookup, key) = (SELECT lookup, key FROM public.kept ORDER BY lookup, key LIMIT 1 OFFSET %d)";
        superuser.update("UPDATE log.lookup SET value = value || '{\"slippedIn\": 1}' WHERE " + one.formatted(0));
        superuser.update("DELETE FROM log.lookup WHERE " + one.formatted(1));
        superuser.update("INSERT INTO log.lookup VALUES ('units', 'reference:invented', 1, '{}')");

        Answer drifted = post("/api/v1/lookups/verify", SYSTEM, "");
        assertThat(drifted.json().path("drifted").asLong()).isEqualTo(3);
        assertThat(drifted.body()).contains("\"altered\"", "\"missing\"", "\"invented\"", "reference:invented");

        superuser.execute("DELETE FROM log.lookup");
        superuser.execute("INSERT INTO log.lookup TABLE public.kept");
    }

    @Test
    @Order(8)
    void while_a_key_is_replaced_both_sign_and_then_the_new_one_alone() throws Exception {
        Path next = folder.resolve("next.key");
        Files.writeString(next, SigningKey.generate(ORIGIN).secretText());
        SigningKey old = key("checkpoint.key");
        SigningKey young = key("next.key");
        int before = laidDown().size();

        grow();
        SignedNote both = signer(List.of(old, young)).sign().orElseThrow();
        grow();
        SignedNote one = signer(List.of(young)).sign().orElseThrow();

        assertThat(both.verify(List.of(old.verifierKey()))).hasSize(1);
        assertThat(both.verify(List.of(young.verifierKey()))).hasSize(1);
        assertThat(one.signatures()).hasSize(1);
        assertThat(one.verify(List.of(young.verifierKey()))).hasSize(1);
        assertThat(Files.readAllLines(anchor().resolve("vkeys.txt")))
                .containsExactly(
                        old.verifierKey().toString(), young.verifierKey().toString());
        assertThat(laidDown()).hasSize(before + 2);
    }

    @Test
    @Order(9)
    void a_key_that_is_lost_is_not_made_anew() {
        String lost = folder.resolve("lost.key").toString();

        assertThatThrownBy(() -> KeyFiles.read(lost, ORIGIN, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("put the file back");
        assertThatThrownBy(() -> KeyFiles.read(lost, "", false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SEVENFOLD_CHECKPOINT_ORIGIN");
        assertThatThrownBy(() -> KeyFiles.read(anchor().resolve("vkeys.txt").toString(), ORIGIN, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not hold a key")
                .hasMessageNotContaining("PRIVATE");
    }

    @Test
    @Order(10)
    void what_does_not_extend_what_was_signed_is_not_signed() throws Exception {
        List<SigningKey> keys = List.of(key("next.key"));
        LogForTests.asSuperuser(service.database, """
            SET session_replication_role = replica;
            UPDATE log.tlog_leaf SET hash = sha256('another') WHERE leaf_index = 0;
            UPDATE log.tlog_node SET hash = sha256('another') WHERE index = 0
            """);

        assertThatThrownBy(() -> signer(keys).sign()).isInstanceOf(CheckpointRefused.class);
        assertThat(post("/api/v1/checkpoints", SYSTEM, "").status()).isEqualTo(409);
    }

    @Test
    @Order(11)
    void a_log_that_is_shorter_than_the_anchor_says_is_not_signed_even_where_the_database_forgot() throws Exception {
        LogForTests.asSuperuser(service.database, """
            SET session_replication_role = replica;
            DELETE FROM log.tlog_checkpoint;
            UPDATE log.tlog_head SET size = 0, root = sha256(''), edge = ''
            """);

        assertThat(post("/api/v1/checkpoints", SYSTEM, "").status()).isEqualTo(409);
        assertThatThrownBy(() -> signer(List.of(key("next.key"))).sign())
                .isInstanceOfSatisfying(
                        CheckpointRefused.class,
                        e -> assertThat(e.kind().name()).isEqualTo("HISTORY_TRUNCATED"));
    }

    private static void grow() {
        service.token(UuidCreator.getTimeOrderedEpoch(), Role.READER);
    }

    private static Checkpoints signer(List<SigningKey> keys) throws IOException {
        return new Checkpoints(service.database.command(), Clock.systemUTC(), keys, new Anchor(anchor()));
    }
}

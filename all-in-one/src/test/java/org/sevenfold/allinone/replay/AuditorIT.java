package org.sevenfold.allinone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sevenfold.allinone.services.ServiceStart;
import org.sevenfold.command.CommandService;
import org.sevenfold.events.Role;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.bag.Earlier;
import org.sevenfold.ledger.bag.EvidenceBag;
import org.sevenfold.ledger.bag.OpenedBag;
import org.sevenfold.ledger.bag.Trust;
import org.sevenfold.ledger.examination.Examination;
import org.sevenfold.ledger.note.VerifierKey;
import org.sevenfold.platform.testing.FreshDatabase;
import org.sevenfold.platform.testing.LogForTests;
import org.sevenfold.platform.testing.PostgresForTests;
import org.sevenfold.platform.testing.TestIssuer;
import org.sevenfold.platform.testing.WholeDatabase;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.QueryService;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An auditor's visit to both services: the record is checked and the result recorded, evidence is taken away, checked with
 * nothing but a key, and the figures are made again from it on an empty database.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditorIT {

    private static final LocalDate TODAY = London.day(Instant.now());
    private static final LocalDate BEGIN = TODAY.minusDays(100);
    private static final UUID OWNER = UUID.fromString("01936c6e-2000-7000-8000-00000000000f");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private static Path folder;

    private static FreshDatabase database;
    private static ConfigurableApplicationContext commands;
    private static ConfigurableApplicationContext queries;
    private static int people;

    @BeforeAll
    static void both_services_and_a_small_council() {
        database = PostgresForTests.freshDatabase();
        var settings = new HashMap<String, String>();
        database.springProperties().forEach((name, value) -> settings.put(name, value.toString()));
        settings.put("SEVENFOLD_ISSUER", TestIssuer.url());
        settings.put("SEVENFOLD_SYSTEM_SECRET", "of the tests");
        settings.put(
                "SEVENFOLD_CHECKPOINT_KEY", folder.resolve("checkpoint.key").toString());
        settings.put("SEVENFOLD_CHECKPOINT_ORIGIN", "lea-marsh.example/log");
        settings.put("SEVENFOLD_CHECKPOINT_ANCHOR", folder.resolve("anchor").toString());
        settings.put("SEVENFOLD_EXPORTS", folder.resolve("exports").toString());
        commands = new ServiceStart(CommandService.CONFIG_NAME, 0, CommandService.class, List.of(), List.of())
                .run(settings, Map.of());
        settings.put("SEVENFOLD_COMMAND_URL", address(commands));
        queries = new ServiceStart(QueryService.CONFIG_NAME, 0, QueryService.class, List.of(), List.of())
                .run(settings, Map.of());
        council();
    }

    @AfterAll
    static void stop() {
        queries.close();
        commands.close();
    }

    private static void council() {
        send(
                "grant-role",
                TestIssuer.token(UUID.randomUUID(), Role.OPERATOR),
                granting(OWNER, Role.SENIOR_RESPONSIBLE_OWNER));
        send("start-programme", TestIssuer.token(OWNER), """
            {"reference": "lea-marsh", "title": "Reclaiming practice in Lea Marsh", "startOn": "%s"}\
            """.formatted(TODAY.minusDays(200)));
        String manager = somebody(Role.PROGRAMME_MANAGER);
        String hr = somebody(Role.HUMAN_RESOURCES);
        String learning = somebody(Role.LEARNING_AND_DEVELOPMENT);
        send("establish-unit", manager, """
            {"reference": "CIN-01", "name": "Child in Need 1", "kind": "UNIT", "serviceArea": "Child in Need",
             "from": "%s"}\
            """.formatted(BEGIN));
        send("define-course", learning, """
            {"code": "RSK-01", "title": "Managing risk", "mode": "CLASSROOM", "hours": 6, "from": "%s"}\
            """.formatted(BEGIN));
        for (int i = 1; i <= 3; i++) {
            send("register-person", hr, """
                {"staffNumber": "S-%d", "name": "Invented Person%s", "workEmail": "s%d@leamarsh.example", "from": "%s"}\
                """.formatted(i, "abc".charAt(i - 1), i, BEGIN));
            send("create-post", hr, """
                {"reference": "P-%d", "role": "SOCIAL_WORKER", "fte": 1, "unit": "CIN-01", "from": "%s"}\
                """.formatted(i, BEGIN));
            send("appoint-to-post", hr, """
                {"post": "P-%d", "person": "S-%d", "fte": 1, "from": "%s", "via": "SELECTED"}\
                """.formatted(i, i, BEGIN));
        }
        for (int i = 1; i <= 2; i++) {
            send("record-training-completion", learning, """
                {"person": "S-%d", "course": "RSK-01", "completedOn": "%s", "passed": true}\
                """.formatted(i, TODAY.minusDays(30)));
        }
    }

    private static String granting(UUID person, Role role) {
        return """
            {"person": "%s", "role": "%s", "from": "%s"}\
            """.formatted(person, role, TODAY);
    }

    /** A token of somebody who was granted the role. */
    private static String somebody(Role role) {
        UUID person = new UUID(0x01936c6e_3000_7000L, 0x8000_0000_0000_0000L + ++people);
        send("grant-role", TestIssuer.token(OWNER), granting(person, role));
        return TestIssuer.token(person);
    }

    private static JsonNode send(String command, String token, String body) {
        return json(ask("POST", "/api/v1/commands/" + command, token, body), 200, 201);
    }

    private static HttpResponse<byte[]> ask(String method, String path, String token, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address(queries) + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> answer, Integer... statuses) {
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isIn((Object[]) statuses);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Begins long work as an auditor and waits for its end. */
    private static JsonNode done(String auditor, String path) throws InterruptedException {
        HttpResponse<byte[]> begun = ask("POST", path, auditor, "");
        json(begun, 202);
        String place = begun.headers().firstValue("Location").orElseThrow();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            JsonNode standing = json(ask("GET", place, auditor, ""), 200);
            if (!standing.path("state").asString("").equals("running")) {
                assertThat(standing.path("state").asString(""))
                        .as(standing.toString())
                        .isEqualTo("done");
                return standing;
            }
            assertThat(Instant.now()).as(standing.toString()).isBefore(deadline);
            Thread.sleep(100);
        }
    }

    private static String address(ConfigurableApplicationContext context) {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Waits until the role that was just granted is known to the read side too. */
    private static String auditor() throws InterruptedException {
        String auditor = somebody(Role.AUDITOR);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (ask("GET", "/api/v1/audit/verifications", auditor, "").statusCode() != 200) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(50);
        }
        return auditor;
    }

    @Test
    @Order(1)
    void the_record_is_sound_and_that_is_recorded() throws InterruptedException {
        String auditor = auditor();

        JsonNode result = done(auditor, "/api/v1/audit/verifications");

        assertThat(result.path("outcome").asString("")).as(result.toString()).isEqualTo("sound");
        assertThat(result.path("steps").toString()).contains("\"step\":\"lookups\",\"outcome\":\"holds\"");
        long recorded = result.path("recorded").asLong();
        JsonNode list = json(ask("GET", "/api/v1/audit/verifications?minPosition=" + recorded, auditor, ""), 200);
        assertThat(list.at("/verifications/0/recordedPosition").asLong()).isEqualTo(recorded);
        assertThat(list.at("/verifications/0/root")).isEqualTo(result.path("root"));
        JsonNode event =
                json(ask("GET", "/api/v1/audit/events?name=programme.verification-recorded", auditor, ""), 200);
        assertThat(event.at("/events/0/channel").asString("")).isEqualTo("system");
        assertThat(event.at("/events/0/actor").asString("")).isEqualTo("Sevenfold itself");
    }

    @Test
    @Order(2)
    void a_value_that_rules_lean_on_is_missed_where_somebody_was_at_it() throws InterruptedException {
        LogForTests.asSuperuser(
                database,
                "UPDATE log.lookup SET value = value || '{\"slippedIn\": 1}' WHERE lookup = 'units'"
                        + " AND key = 'reference:cin-01'");

        JsonNode result = done(auditor(), "/api/v1/audit/verifications");

        assertThat(result.path("outcome").asString("")).isEqualTo("tampered");
        assertThat(result.at("/findings/0/name").asString("")).isEqualTo("LOOKUP_DRIFT");
        assertThat(result.at("/findings/0/where").asString("")).isEqualTo("units reference:cin-01");
        LogForTests.asSuperuser(
                database,
                "UPDATE log.lookup SET value = value - 'slippedIn' WHERE lookup = 'units' AND key ="
                        + " 'reference:cin-01'");
    }

    @Test
    @Order(3)
    void the_figures_of_a_bag_are_made_again_on_an_empty_database() throws Exception {
        String auditor = auditor();
        Path bag = taken(auditor, "evidence.tar.gz");

        Examination examination = examined(bag, null);
        assertThat(examination.verdict()).as(examination.steps().toString()).isEqualTo(Examination.Verdict.VERIFIED);
        var said = new ArrayList<String>();
        assertThat(new Replay(bag, said::add, logs -> Map.of()).run())
                .as(said.toString())
                .isZero();
        assertThat(said.getLast()).startsWith("Equal: ").contains("figures on " + TODAY);

        said.clear();
        assertThat(new Replay(prettier(bag), said::add, logs -> Map.of()).run()).isEqualTo(1);
        assertThat(said).anyMatch(line -> line.contains("different: the bag says") && line.contains("100.0"));
        assertThat(said.getLast()).startsWith("Not equal: ");
    }

    private static List<VerifierKey> keys() throws IOException {
        return Files.readAllLines(folder.resolve("anchor/vkeys.txt")).stream()
                .map(VerifierKey::parse)
                .toList();
    }

    @Test
    @Order(4)
    void an_erasure_leaves_nothing_of_the_name_and_every_proof_valid() throws Exception {
        var everywhere = new WholeDatabase(new JdbcTemplate(database.superuser()));
        List<String> who = List.of("Invented Personz", "left@leamarsh.example", "S-LEFT");
        String hr = somebody(Role.HUMAN_RESOURCES);
        String manager = somebody(Role.PROGRAMME_MANAGER);
        send("register-person", hr, """
            {"staffNumber": "S-LEFT", "name": "Invented Personz", "workEmail": "left@leamarsh.example", "from": "%s"}\
            """.formatted(BEGIN));
        String auditor = auditor();
        Path before = taken(auditor, "before.tar.gz");
        assertThat(everywhere.placesOf(who)).isNotEmpty();

        send("request-person-erasure", manager, """
            {"person": "S-LEFT", "legalBasis": "ERASURE_REQUEST", "reason": "Asked for in writing, letter 12."}\
            """);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!json(ask("GET", "/api/v1/audit/events?name=staff.person-erased", auditor, ""), 200)
                .path("events")
                .has(0)) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(50);
        }

        assertThat(everywhere.placesOf(who)).isEmpty();
        assertThat(examined(before, null).verdict()).isEqualTo(Examination.Verdict.VERIFIED);
        assertThat(done(auditor, "/api/v1/audit/verifications").path("outcome").asString(""))
                .isEqualTo("sound");
        JsonNode held = JsonMapper.shared()
                .readTree(new OpenedBag(before).data("state.json").orElseThrow());
        Earlier onPaper = Earlier.printed(
                held.path("position").asLong(), Hash.ofHex(held.path("root").asString("")));
        assertThat(examined(taken(auditor, "after.tar.gz"), onPaper).verdict()).isEqualTo(Examination.Verdict.VERIFIED);
    }

    private static Path taken(String auditor, String name) throws Exception {
        JsonNode export = done(auditor, "/api/v1/audit/exports");
        Path bag = folder.resolve(name);
        Files.write(
                bag, ask("GET", export.path("file").asString(""), auditor, "").body());
        return bag;
    }

    private static Examination examined(Path bag, @Nullable Earlier earlier) throws IOException {
        Trust trust = Trust.in(keys(), List.of(), 0);
        return new EvidenceBag(bag).examine(earlier == null ? trust : trust.holding(earlier));
    }

    /** The same bag, unpacked, in which two of three have become three of three. */
    private static Path prettier(Path bag) throws IOException {
        var opened = new OpenedBag(bag);
        Path data = Files.createDirectories(folder.resolve("prettier/data"));
        String state = new String(opened.data("state.json").orElseThrow(), StandardCharsets.UTF_8);
        String better = state.replace("66.7", "100.0");
        assertThat(better).isNotEqualTo(state);
        Files.writeString(data.resolve("state.json"), better);
        Files.write(data.resolve("events.jsonl"), opened.data("events.jsonl").orElseThrow());
        return folder.resolve("prettier");
    }
}

package org.sevenfold.query.audit.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sevenfold.events.Role;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.bag.Earlier;
import org.sevenfold.ledger.bag.EvidenceBag;
import org.sevenfold.ledger.bag.OpenedBag;
import org.sevenfold.ledger.bag.Trust;
import org.sevenfold.ledger.examination.Examination;
import org.sevenfold.ledger.examination.Examination.Verdict;
import org.sevenfold.query.audit.AuditedBorough;
import org.sevenfold.query.audit.Signed;
import org.sevenfold.query.audit.verification.Tampered;
import org.sevenfold.query.testing.Service.Got;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bag that is packed here is checked elsewhere, with nothing but the bag and a key; also where somebody was at the log. */
class EvidenceIT {

    private static final String EXPORTS = "/api/v1/audit/exports";

    @TempDir
    private static Path folder;

    private static Tampered log;

    @BeforeAll
    static void the_log_is_signed() {
        Signed.log();
        log = new Tampered(AuditedBorough.SERVICE.database.superuser());
    }

    private static JsonNode packed() {
        Got begun = AuditedBorough.SERVICE.post(EXPORTS + "?effectiveOn=2026-06-30", Role.AUDITOR);
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        JsonNode[] standing = new JsonNode[1];
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            standing[0] = AuditedBorough.SERVICE
                    .get(begun.header("Location"), Role.AUDITOR)
                    .json();
            return !standing[0].path("state").asString("").equals("running");
        });
        assertThat(standing[0].path("state").asString(""))
                .as(standing[0].toString())
                .isEqualTo("done");
        return standing[0];
    }

    private static Path fetched(JsonNode export) {
        var service = AuditedBorough.SERVICE;
        Path file = folder.resolve(export.path("id").asString() + ".tar.gz");
        var request = HttpRequest.newBuilder(
                        URI.create(service.address() + export.path("file").asString()))
                .header("Authorization", "Bearer " + service.token(service.somebody(Role.AUDITOR), Role.AUDITOR))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofFile(file))
                            .statusCode())
                    .isEqualTo(200);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Examination examined(Path bag, @Nullable Earlier earlier) throws IOException {
        Trust trust = Trust.in(List.of(AuditedBorough.WRITE_SIDE.key.verifierKey()), List.of(), 0);
        return new EvidenceBag(bag).examine(earlier == null ? trust : trust.holding(earlier));
    }

    @Test
    void a_bag_of_an_honest_log_is_verified_offline_and_extends_what_was_held() throws IOException {
        JsonNode export = packed();
        Path bag = fetched(export);

        Examination examination = examined(bag, Earlier.of(Signed.checkpoint(5, AuditedBorough.WRITE_SIDE.key)));
        assertThat(examination.verdict()).as(examination.steps().toString()).isEqualTo(Verdict.VERIFIED);
        assertThat(Hash.sha256(Files.readAllBytes(bag)).hex())
                .isEqualTo(export.path("sha256").asString());
        assertThat(AuditedBorough.SERVICE
                        .get(export.path("file").asString() + ".sha256", Role.AUDITOR)
                        .body())
                .startsWith(export.path("sha256").asString() + "  ");
    }

    @Test
    void a_bag_has_the_figures_and_an_index_that_names_nobody() throws IOException {
        var bag = new OpenedBag(fetched(packed()));

        JsonNode state = JsonMapper.shared().readTree(bag.data("state.json").orElseThrow());
        assertThat(state.path("position").asLong()).isEqualTo(AuditedBorough.SIZE);
        assertThat(state.path("figures").toString())
                .contains("\"measure\":\"training-in-date\",\"unit\":\"CIN-01\",\"by\":\"course\",\"of\":\"RSK-01\"");
        assertThat(text(bag, "state.csv").lines().count())
                .isEqualTo(state.path("figures").size() + 1L);
        String index = text(bag, "events.csv");
        assertThat(index.lines().count()).isEqualTo(AuditedBorough.SIZE + 1);
        assertThat(index)
                .contains("7,2026-06-06T10:00:00Z,2026-06-01,5,learning-and-development,CIN-01,P-0101,,"
                        + "\"Training completion corrected: course RSK-01, 1 June 2026.\","
                        + "The register says passed.,api,skills.training-completion-corrected")
                .doesNotContain("Ada Obi", AuditedBorough.ADA, AuditedBorough.BEN);
        assertThat(text(bag, "report.html"))
                .contains("Personal data (pseudonymous)", state.path("root").asString(), "30 June 2026")
                .doesNotContain("Ada Obi");
    }

    private static String text(OpenedBag bag, String name) throws IOException {
        return new String(bag.data(name).orElseThrow(), StandardCharsets.UTF_8);
    }

    static Stream<Arguments> acts() {
        return Stream.of(
                Arguments.of(
                        "who did it",
                        "UPDATE log.domain_event SET metadata = replace(convert_from(metadata, 'UTF8'), '"
                                + AuditedBorough.ADA + "', '" + AuditedBorough.BEN + "')::bytea WHERE position = 10",
                        "ALTERED leaf 9"),
                Arguments.of("an event removed", "DELETE FROM log.domain_event WHERE position = 12", "MISSING leaf 11"),
                Arguments.of(
                        "a leaf changed",
                        "UPDATE log.tlog_leaf SET entry = replace(convert_from(entry, 'UTF8'), 'Course',"
                            + " 'Kourse')::bytea, hash = sha256('\\x00'::bytea || replace(convert_from(entry, 'UTF8'),"
                            + " 'Course', 'Kourse')::bytea) WHERE leaf_index = 1",
                        "ROOT_MISMATCH"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void a_bag_of_a_log_that_somebody_was_at_says_so(String act, String statement, String name) throws IOException {
        Path bag;
        try {
            log.by(statement);
            bag = fetched(packed());
        } finally {
            log.undo();
        }

        Examination examination = examined(bag, null);

        assertThat(examination.verdict()).isEqualTo(Verdict.TAMPERING);
        assertThat(examination.findings())
                .as(examination.steps().toString())
                .anyMatch(finding -> finding.sentence().startsWith(name));
    }

    @Test
    void a_rewritten_history_that_is_signed_again_fails_against_an_older_checkpoint_and_a_root_on_paper()
            throws IOException {
        Earlier held = Earlier.of(Signed.checkpoint(8, AuditedBorough.WRITE_SIDE.key));
        Path bag;
        try {
            log.by("UPDATE log.domain_event SET recorded_at = recorded_at + interval '1 second' WHERE position = 7");
            log.makeTreeAnew();
            log.by("DELETE FROM log.tlog_checkpoint");
            Signed.store(Signed.checkpoint(AuditedBorough.SIZE, AuditedBorough.WRITE_SIDE.key));
            bag = fetched(packed());
        } finally {
            log.undo();
        }

        assertThat(examined(bag, null).verdict())
                .as("by itself it is consistent")
                .isEqualTo(Verdict.VERIFIED);
        for (Earlier earlier : List.of(held, Earlier.printed(held.size(), held.root()))) {
            assertThat(examined(bag, earlier).findings())
                    .anyMatch(finding -> finding.sentence().startsWith("HISTORY_REWRITTEN since size 8"));
        }
    }

    @Test
    void evidence_is_the_auditors() {
        assertThat(AuditedBorough.SERVICE.post(EXPORTS, Role.OPERATOR).status()).isEqualTo(403);
        assertThat(AuditedBorough.SERVICE
                        .get(EXPORTS + "/01936c6e-8a10-7c3e-9d55-0a1b2c3d4e5f.tar.gz", Role.AUDITOR)
                        .status())
                .isEqualTo(404);
        assertThat(AuditedBorough.SERVICE
                        .post(EXPORTS + "?effectiveOn=soon", Role.AUDITOR)
                        .status())
                .isEqualTo(400);
    }
}

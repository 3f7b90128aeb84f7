package org.sevenfold.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.events.Role;
import org.sevenfold.ledger.Hash;
import org.sevenfold.query.board.Boards;
import org.sevenfold.query.testing.Service.Got;
import tools.jackson.databind.JsonNode;

/** What an auditor asks of what was recorded: what changed, what is out of the ordinary, what was tried, and a sample. */
class AuditReportsIT {

    private static final String AUDIT = "/api/v1/audit/";

    private static JsonNode ask(String path) {
        Got got = AuditedBorough.ask(AUDIT + path);
        assertThat(got.status()).as(got.body()).isEqualTo(200);
        return got.json();
    }

    private static List<String> texts(JsonNode rows, String... fields) {
        var texts = new ArrayList<String>();
        rows.forEach(row -> texts.add(String.join(
                " ",
                List.of(fields).stream()
                        .map(field -> row.path(field).asString(""))
                        .toList())));
        return texts;
    }

    @Test
    void a_difference_says_per_field_what_changed_and_who_did_it_when_and_why() {
        JsonNode changes = ask("diff?from=@7&to=@8").path("changes");

        assertThat(texts(changes, "position", "leafIndex", "board", "field", "before", "after"))
                .contains("8 7 completions passed false true");
        JsonNode passed = changes.get(0);
        assertThat(passed.path("reason").asString()).isEqualTo("The register says passed.");
        assertThat(passed.path("recordedAt").asString()).isEqualTo("2026-06-06T10:00:00Z");
        assertThat(passed.path("actorId").asString()).isEqualTo(AuditedBorough.BEN);
        assertThat(texts(ask("diff?from=@5&to=@6").path("changes"), "kind", "reference", "field", "after", "actor"))
                .contains("Post P-0101 fte 0.6 Ada Obi");
    }

    @Test
    void a_difference_between_two_moments_is_that_between_their_positions_and_pages_fit_together() {
        JsonNode whole = ask("diff?from=@0&limit=500").path("changes");
        var paged = new ArrayList<JsonNode>();
        String path = AUDIT + "diff?from=@0&limit=3&knownAt=@" + AuditedBorough.END;
        while (!path.isEmpty()) {
            Got got = AuditedBorough.SERVICE.get(path, Role.AUDITOR);
            got.json().path("changes").forEach(paged::add);
            path = got.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        }

        assertThat(paged).hasSizeGreaterThan(30).containsExactlyElementsOf(whole);
        assertThat(ask("diff?from=2026-06-02&to=2026-06-07").path("changes"))
                .isEqualTo(ask("diff?from=@7&to=@8").path("changes"));
        assertThat(ask("diff?from=@0&entity=P-0101").path("changes"))
                .allSatisfy(change -> assertThat(change.path("kind").asString()).isEqualTo("Post"));
    }

    @ParameterizedTest
    @CsvSource({
        "diff?from=@9&to=@3, 400",
        "diff?from=@999, 422",
        "diff?from=2199-01-01, 422",
        "diff, 400",
        "exceptions?kind=whim, 400",
        "commands?outcome=perhaps, 400",
        "entitlements?role=operator, 400",
        "sample?population=hearsay, 400",
        "sample?size=501, 400",
        "population?population=hearsay, 400"
    })
    void a_question_without_an_answer_is_refused(String path, int status) {
        assertThat(AuditedBorough.ask(AUDIT + path).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"diff?from=@1", "exceptions", "commands", "sample", "population", "entitlements", "accesses"})
    void they_are_the_auditors(String path) {
        for (Role role : Role.values()) {
            assertThat(AuditedBorough.SERVICE.get(AUDIT + path, role).status())
                    .as(role.text())
                    .isEqualTo(role == Role.AUDITOR ? 200 : 403);
        }
    }

    @Test
    void the_exceptions_are_these_and_no_others() {
        assertThat(texts(ask("exceptions?limit=500").path("exceptions"), "position", "exception"))
                .containsExactly(
                        "1 recorded-late",
                        "2 clock-off",
                        "2 recorded-late",
                        "3 recorded-late",
                        "4 recorded-late",
                        "5 recorded-late",
                        "6 recorded-late",
                        "8 about-oneself",
                        "8 out-of-hours",
                        "8 recorded-late",
                        "9 about-oneself",
                        "9 override",
                        "12 out-of-hours",
                        "15 locked-period",
                        "17 about-oneself",
                        "20 override",
                        "21 about-oneself",
                        "21 out-of-hours",
                        "22 out-of-hours");
        JsonNode slow = ask("exceptions?kind=clock-off").path("exceptions").get(0);
        assertThat(slow.path("minutesOff").asDouble()).isEqualTo(7.0);
        assertThat(ask("exceptions?kind=recorded-late&from=2026-06-05")
                        .at("/exceptions/0/daysLate")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void every_override_says_which_rule_why_what_is_done_instead_and_who_gave_it() {
        assertThat(texts(
                        ask("exceptions?kind=override").path("exceptions"),
                        "event",
                        "rules",
                        "overriddenBecause",
                        "mitigation",
                        "actorId",
                        "onBehalfOf"))
                .containsExactly(
                        "structure.group-manager-assigned span-exceeded For a month. Another manager helps. "
                                + AuditedBorough.ADA + " ",
                        "programme.milestone-completed predecessor-incomplete, freeze-window The room was free today"
                                + " only. The course before it is held on Monday. " + AuditedBorough.BEN + " "
                                + AuditedBorough.ADA);
        assertThat(ask("exceptions?kind=override&from=2026-07-01")
                        .path("exceptions")
                        .size())
                .isEqualTo(1);
        assertThat(ask("exceptions?kind=override&to=2026-07-02")
                        .path("exceptions")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void who_could_do_what_on_a_day_and_who_granted_it() {
        JsonNode july = ask("entitlements?effectiveOn=2026-07-31").path("entitlements");
        assertThat(texts(july, "role", "personId", "from", "lastDay", "actor", "position"))
                .containsExactly(
                        "programme-manager " + AuditedBorough.BEN + " 2026-07-02 2026-07-31 Ada Obi 16",
                        "reader " + AuditedBorough.ADA + " 2026-07-02 2026-12-31 Ada Obi 17");
        JsonNode ben = july.get(0);
        assertThat(ben.path("eventId").asString()).isEqualTo(AuditedBorough.GRANT.toString());
        assertThat(ben.path("units").toString()).isEqualTo("[\"CIN-01\"]");
        assertThat(ben.path("manages").toString()).isEqualTo("[]");
        assertThat(july.get(1).path("person").asString()).isEqualTo("Ada Obi");
        assertThat(july.get(1).path("manages").toString()).isEqualTo("[\"CIN-01\"]");

        assertThat(texts(ask("entitlements?effectiveOn=2026-08-01").path("entitlements"), "role"))
                .as("revoked from the first of August")
                .containsExactly("reader");
        assertThat(texts(
                        AuditedBorough.SERVICE
                                .get(AUDIT + "entitlements?effectiveOn=2026-08-01&knownAt=@21", Role.AUDITOR)
                                .json()
                                .path("entitlements"),
                        "role",
                        "lastDay"))
                .as("which nobody knew before it was recorded")
                .containsExactly("programme-manager ", "reader 2026-12-31");
        assertThat(texts(ask("entitlements?effectiveOn=2026-07-02&person=S-ada").path("entitlements"), "role"))
                .containsExactly("reader");
        assertThat(texts(
                        ask("entitlements?effectiveOn=2026-07-02&role=programme-manager")
                                .path("entitlements"),
                        "role"))
                .containsExactly("programme-manager");
        assertThat(ask("entitlements?effectiveOn=2026-07-01")
                        .path("entitlements")
                        .size())
                .isZero();
    }

    @Test
    void entitlements_come_as_csv_and_page_by_page() {
        Got csv = AuditedBorough.ask(AUDIT + "entitlements?effectiveOn=2026-07-31&format=csv");
        assertThat(csv.body().lines()).hasSize(3);
        assertThat(csv.body()).startsWith("person,personId,role,units,manages,from,lastDay,recordedAt,actor,");

        Got first = AuditedBorough.ask(AUDIT + "entitlements?effectiveOn=2026-07-31&limit=1");
        assertThat(texts(first.json().path("entitlements"), "position")).containsExactly("16");
        Got second =
                AuditedBorough.SERVICE.get(first.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1"), Role.AUDITOR);
        assertThat(texts(second.json().path("entitlements"), "position")).containsExactly("17");
        assertThat(second.header("Link")).isEmpty();
    }

    @Test
    void what_was_refused_is_found_at_once_and_page_by_page() {
        String stranger = UUID.randomUUID().toString();
        for (int i = 0; i < 5; i++) {
            AuditedBorough.attempt(
                    UUID.randomUUID(),
                    Instant.parse("2026-06-03T10:00:00Z"),
                    stranger,
                    "refused",
                    "back-dating-limit",
                    null);
        }
        var refused = new ArrayList<JsonNode>();
        String path = AUDIT + "commands?outcome=refused&refusal=back-dating-limit&limit=2&actor=" + stranger;
        while (!path.isEmpty()) {
            Got got = AuditedBorough.SERVICE.get(path, Role.AUDITOR);
            got.json().path("commands").forEach(refused::add);
            path = got.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        }

        assertThat(refused).hasSize(5).doesNotHaveDuplicates();
        assertThat(refused.getFirst().path("pointers").asString()).isEqualTo("/completedOn");
        assertThat(ask("commands?actor=" + stranger).path("commands").size()).isEqualTo(5);
        assertThat(AuditedBorough.SERVICE
                        .get(AUDIT + "commands?actor=" + stranger + "&knownAt=@7", Role.AUDITOR)
                        .json()
                        .path("commands")
                        .size())
                .as("by the second of June nobody had tried")
                .isZero();
        assertThat(ask("commands?outcome=accepted&actor=S-ada&limit=500")
                        .path("commands")
                        .size())
                .isEqualTo(12);
    }

    @Test
    void the_same_seed_draws_the_same_sample_and_anybody_can_draw_it_again() {
        JsonNode paper = ask("sample?size=3&seed=internal-audit");
        JsonNode events = ask("events?limit=500").path("events");
        var ids = new ArrayList<String>();
        events.forEach(event -> ids.add(event.path("eventId").asString()));
        ids.sort(Comparator.comparing(id -> Hash.sha256(("internal-audit:" + id).getBytes(StandardCharsets.UTF_8))
                .hex()));

        assertThat(new HashSet<>(texts(paper.path("sample"), "eventId"))).isEqualTo(new HashSet<>(ids.subList(0, 3)));
        assertThat(paper.path("populationSize").asLong()).isEqualTo(AuditedBorough.END);
        assertThat(paper.path("lastPosition").asLong()).isEqualTo(AuditedBorough.END);
        assertThat(ask("sample?size=3&seed=internal-audit")).isEqualTo(paper);
        assertThat(ask("sample?size=3&seed=another").path("sample")).isNotEqualTo(paper.path("sample"));
        assertThat(paper.path("root")).isEqualTo(ask("sample?size=3").path("seed"));
    }

    @Test
    void a_working_paper_has_evidence_and_columns_to_fill_in() {
        Got csv = AuditedBorough.ask(
                AUDIT + "sample?population=skills.training-completion-recorded&to=2026-06-08&format=csv");
        String[] lines = csv.body().split("\r\n", -1);

        assertThat(lines[0])
                .startsWith("number,position,leafIndex,event,reference")
                .contains(",seen,agreed,comment,");
        assertThat(lines).hasSize(3);
        assertThat(lines[1]).contains("=SUM(1)", "skills.training-completion-recorded,1,7,7,");
        JsonNode one =
                ask("sample?population=structure&to=2026-06-02").path("sample").get(0);
        assertThat(one.path("reference").asString()).isEqualTo("CIN-01");
        assertThat(one.path("actor").asString()).isEqualTo("Ada Obi");
        assertThat(one.path("leafHash").asString()).hasSize(64);
    }

    @Test
    void what_was_recorded_is_projected_and_reported_per_kind_and_month() {
        JsonNode statement = ask("population?population=skills").path("population");

        assertThat(texts(statement, "event", "month", "recorded", "projected", "reported", "ended", "equal"))
                .containsExactly(
                        "skills.course-defined 2026-06 1 1 1 0 true",
                        "skills.training-completion-corrected 2026-06 1 1 1 0 true",
                        "skills.training-completion-recorded 2026-06 3 3 1 2 true",
                        "skills.training-completion-recorded 2026-07 1 1 1 0 true",
                        "skills.training-completion-voided 2026-06 1 1 0 1 true");
    }

    @Test
    void an_event_that_a_table_lost_is_missed_in_the_statement() {
        assertThat(AuditedBorough.SERVICE.bean(Boards.class).all()).isNotEmpty();
        var superuser = AuditedBorough.SERVICE.superuser();
        superuser.execute("CREATE TABLE public.kept AS TABLE query.completions");
        try {
            superuser.update("DELETE FROM query.completions WHERE known_from = 10");

            JsonNode line = ask("population?population=skills.training-completion-recorded")
                    .path("population")
                    .get(0);
            assertThat(line.path("projected").asLong()).isEqualTo(2);
            assertThat(line.path("equal").asBoolean(true)).isFalse();
        } finally {
            superuser.execute("DELETE FROM query.completions");
            superuser.execute("INSERT INTO query.completions TABLE public.kept");
            superuser.execute("DROP TABLE public.kept");
        }
    }

    @Test
    void a_measure_is_explained_by_what_it_is_kept_by_and_by_nothing_else() {
        assertThat(ask("explain?measure=training-in-date&course=RSK-01&effectiveOn=2026-07-01")
                        .path("numerator")
                        .asLong())
                .isEqualTo(1);
        assertThat(AuditedBorough.ask(AUDIT + "explain?measure=training-in-date&post=P-0101")
                        .status())
                .isEqualTo(400);
    }
}

package org.sevenfold.query.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.events.Role;
import org.sevenfold.query.testing.LeaMarsh;
import org.sevenfold.query.testing.Service;
import org.sevenfold.query.testing.Service.Got;
import org.sevenfold.query.testing.SmallBorough;
import tools.jackson.databind.JsonNode;

/** Figures asked for over HTTP: what they are, why, who sees which names, and that the past stays as it was. */
class ReadApiIT {

    private static final Service SERVICE = Service.shared();
    private static final String PROGRAMME = "/api/v1/programmes/lea-marsh";
    private static final String EXPLAIN = "/api/v1/audit/explain?measure=training-in-date";
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static SmallBorough borough;

    @BeforeAll
    static void a_small_borough() {
        borough = SmallBorough.in(SERVICE);
    }

    private static String at(String path) {
        return path + (path.contains("?") ? "&" : "?") + "effectiveOn=" + DAY + "&knownAt=@" + borough.end();
    }

    private static Got ask(String path, Role... roles) {
        Got got = SERVICE.get(at(path), roles);
        assertThat(got.status()).as(got.body()).isEqualTo(200);
        return got;
    }

    @ParameterizedTest
    @CsvSource({
        "CIN-01, RSK-01, 2, 2, 100.0", // one renewed, one corrected from failed to passed
        "CIN-02, RSK-01, 1, 2, 50.0", // one voided; ada counts here as well
        "CIN-02, SYS-01, 0, 2, 0.0", // taken on the day after
        "GRP-1, RSK-01, 0, 1, 0.0"
    })
    void a_unit_is_as_trained_as_its_people_in_post(
            String unit, String course, int numerator, int denominator, double value) {
        JsonNode row = ask(PROGRAMME + "/training-compliance?unit=" + unit + "&course=" + course, Role.STAFF)
                .json()
                .at("/rows/0");

        assertThat(row.path("numerator").asInt()).isEqualTo(numerator);
        assertThat(row.path("denominator").asInt()).isEqualTo(denominator);
        assertThat(row.path("value").asDouble()).isEqualTo(value);
    }

    @Test
    void the_last_day_in_post_is_a_day_in_post_and_the_next_is_not() {
        String unit = PROGRAMME + "/units/CIN-01?knownAt=@" + borough.end() + "&effectiveOn=";

        assertThat(SERVICE.get(unit + "2026-10-01", Role.STAFF)
                        .json()
                        .at("/unit/peopleInPost")
                        .asInt())
                .isEqualTo(2);
        assertThat(SERVICE.get(unit + "2026-10-02", Role.STAFF)
                        .json()
                        .at("/unit/peopleInPost")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void where_nobody_could_be_counted_the_figure_does_not_apply() {
        JsonNode row = ask(PROGRAMME + "/training-compliance?unit=CIN-04&course=RSK-01", Role.STAFF)
                .json()
                .at("/rows/0");

        assertThat(row.path("value").isNull()).isTrue();
        assertThat(row.path("state").asString()).isEqualTo("not applicable");
    }

    @Test
    void the_scorecard_sums_what_the_units_have_and_the_trend_has_thirteen_month_ends() {
        JsonNode card = ask(PROGRAMME + "/dimensions/skills", Role.READER).json();
        JsonNode rows = ask(PROGRAMME + "/training-compliance?limit=500", Role.AUDITOR)
                .json()
                .path("rows");
        int numerator = 0;
        int denominator = 0;
        for (JsonNode row : rows) {
            numerator += row.path("numerator").asInt();
            denominator += row.path("denominator").asInt();
        }

        assertThat(card.at("/measures/0/measure").asString()).as("the headline").isEqualTo("training-required");
        JsonNode total = StreamSupport.stream(card.path("measures").spliterator(), false)
                .filter(row -> row.path("measure").asString().equals("training-in-date"))
                .findFirst()
                .orElseThrow();
        assertThat(total.path("numerator").asInt()).isEqualTo(numerator);
        assertThat(total.path("denominator").asInt()).isEqualTo(denominator);
        assertThat(total.path("trend").size()).isEqualTo(13);
        assertThat(total.at("/trend/12/effectiveOn").asString()).isEqualTo("2026-09-30");
        assertThat(total.path("lastPosition").asLong()).isEqualTo(borough.end());
    }

    @Test
    void an_explanation_names_every_fact_and_its_parts_add_up() {
        JsonNode why = ask(EXPLAIN + "&unit=CIN-02&course=RSK-01", Role.AUDITOR).json();
        var excluded = new ArrayList<String>();
        int numerator = 0;
        int denominator = 0;
        for (JsonNode part : why.path("parts")) {
            numerator += part.path("numerator").asInt();
            denominator += part.path("denominator").asInt();
            excluded.add(part.path("excludedBecause").asString(""));
        }

        assertThat(numerator).isEqualTo(why.path("numerator").asInt()).isEqualTo(1);
        assertThat(denominator).isEqualTo(why.path("denominator").asInt()).isEqualTo(2);
        assertThat(excluded).containsExactly("", "", "earlier-completion", "", "voided");
        assertThat(ask(EXPLAIN + "&unit=CIN-01&course=RSK-01", Role.AUDITOR).body())
                .contains("\"superseded\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUDITOR", "LEARNING_AND_DEVELOPMENT", "HUMAN_RESOURCES"})
    void some_roles_read_every_name(Role role) {
        Got got = ask(PROGRAMME + "/units/CIN-01", role);

        assertThat(got.body()).contains("Name of ada", LeaMarsh.id("ada").toString());
        assertThat(got.header("Cache-Control")).contains("no-store");
    }

    @Test
    void others_see_the_post_and_its_role_and_no_person() {
        String body = ask(PROGRAMME + "/units/CIN-01", Role.PROGRAMME_MANAGER).body();

        assertThat(body).contains("P-0101", "CONSULTANT_SOCIAL_WORKER").doesNotContain("Name of", "personId");
        assertThat(ask(EXPLAIN, Role.PROGRAMME_MANAGER).body())
                .doesNotContain("Name of", LeaMarsh.id("ada").toString());
    }

    @Test
    void a_manager_reads_the_names_of_the_own_line_only() {
        String inGroup = at(PROGRAMME + "/units/CIN-02");
        String elsewhere = at(PROGRAMME + "/units/TEAM-9");

        assertThat(SERVICE.get(inGroup, LeaMarsh.id("gita"), Role.GROUP_MANAGER).body())
                .contains("Name of cho");
        assertThat(SERVICE.get(elsewhere, LeaMarsh.id("gita"), Role.GROUP_MANAGER)
                        .body())
                .contains("P-0901")
                .doesNotContain("Name of");
        assertThat(SERVICE.get(at(PROGRAMME + "/units/CIN-01"), LeaMarsh.id("ada"), Role.CONSULTANT_SOCIAL_WORKER)
                        .body())
                .contains("Name of ben");
        assertThat(SERVICE.get(at(PROGRAMME + "/units/CIN-01"), LeaMarsh.id("ben"), Role.STAFF)
                        .body())
                .contains("Name of ben")
                .doesNotContain("Name of ada");
    }

    @Test
    void an_answer_about_the_past_is_the_same_to_the_byte_after_late_facts() {
        List<String> paths = List.of(
                at(PROGRAMME + "/dimensions/skills"),
                at(PROGRAMME + "/training-compliance"),
                at(PROGRAMME + "/units"),
                at(PROGRAMME + "/units/CIN-01"),
                at(EXPLAIN),
                at("/api/v1/audit/events"),
                at("/api/v1/audit/history/P-0101"),
                at("/api/v1/audit/history/S-ada"));
        List<String> before = paths.stream()
                .map(path -> SERVICE.get(path, Role.AUDITOR).body())
                .toList();
        List<String> roots = paths.stream()
                .map(path -> SERVICE.get(path, Role.AUDITOR).header("Basis-Root"))
                .toList();

        SERVICE.log.append(LeaMarsh.voided(borough.firstCompletion(), "ada", "RSK-01"));
        SERVICE.log.append(LeaMarsh.completed("gita", "RSK-01", LocalDate.of(2026, 9, 9), true));
        SERVICE.log.append(LeaMarsh.appointed("gita", "P-0102", LocalDate.of(2026, 2, 1), null));
        String now = PROGRAMME + "/training-compliance?unit=GRP-1&course=RSK-01&effectiveOn=" + DAY + "&minPosition="
                + SERVICE.log.end();
        assertThat(SERVICE.get(now, Role.AUDITOR).json().at("/rows/0/numerator").asInt())
                .isEqualTo(1);

        for (int i = 0; i < paths.size(); i++) {
            assertThat(SERVICE.get(paths.get(i), Role.AUDITOR).body()).isEqualTo(before.get(i));
            assertThat(SERVICE.get(paths.get(i), Role.AUDITOR).header("Basis-Root"))
                    .isEqualTo(roots.get(i));
        }
    }

    @Test
    void what_was_known_by_an_instant_is_what_was_known_at_its_position() {
        Got position = ask(PROGRAMME + "/units", Role.AUDITOR);
        String recordedAt = position.json().at("/basis/recordedAt").asString();

        Got instant = SERVICE.get(PROGRAMME + "/units?effectiveOn=" + DAY + "&knownAt=" + recordedAt, Role.AUDITOR);

        assertThat(instant.body()).isEqualTo(position.body());
    }

    @Test
    void a_future_is_refused() {
        for (String knownAt : List.of("2199-01-01", "2199-01-01T00:00:00Z", "@999999")) {
            Got got = SERVICE.get(PROGRAMME + "/units?knownAt=" + knownAt, Role.AUDITOR);
            assertThat(got.status()).isEqualTo(422);
            assertThat(got.json().path("code").asString()).isEqualTo("future-known-at");
        }
    }

    @Test
    void a_position_that_does_not_come_is_said_to_lag() {
        Got got = SERVICE.get(PROGRAMME + "/units?minPosition=999999", Role.AUDITOR);

        assertThat(got.status()).isEqualTo(503);
        assertThat(got.json().path("code").asString()).isEqualTo("projection-lagging");
        assertThat(got.header("Retry-After")).isNotEmpty();
    }

    @Test
    void pages_follow_each_other_on_one_basis() {
        var seen = new ArrayList<String>();
        String path = at(PROGRAMME + "/training-compliance?limit=3");
        while (!path.isEmpty()) {
            Got got = SERVICE.get(path, Role.STAFF);
            assertThat(got.status()).as(got.body()).isEqualTo(200);
            assertThat(got.header("Basis-Position")).isEqualTo(Long.toString(borough.end()));
            got.json()
                    .path("rows")
                    .forEach(row -> seen.add(
                            row.path("unit").asString() + row.path("course").asString()));
            path = got.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        }
        var whole = new ArrayList<String>();
        ask(PROGRAMME + "/training-compliance", Role.STAFF)
                .json()
                .path("rows")
                .forEach(row -> whole.add(
                        row.path("unit").asString() + row.path("course").asString()));

        assertThat(seen).isEqualTo(whole).doesNotHaveDuplicates().hasSizeGreaterThan(6);
    }

    @Test
    void an_answer_that_the_caller_has_is_not_sent_again() {
        Got got = ask(PROGRAMME + "/units", Role.STAFF);
        Got again = SERVICE.send(
                "GET",
                at(PROGRAMME + "/units"),
                Map.of(
                        "Authorization",
                        "Bearer " + SERVICE.token(SERVICE.somebody(Role.STAFF), Role.STAFF),
                        "If-None-Match",
                        got.header("ETag")),
                null);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("Content-Security-Policy")).contains("default-src 'self'");
    }

    @Test
    void every_table_comes_as_csv_too() {
        for (String path : List.of("/dimensions/skills", "/training-compliance", "/units")) {
            Got got = ask(PROGRAMME + path + "?format=csv", Role.AUDITOR);
            assertThat(got.header("Content-Type")).startsWith("text/csv");
            assertThat(got.body().lines().count()).isGreaterThan(2);
            assertThat(got.header("Content-Security-Policy")).contains("default-src 'self'");
        }
        assertThat(ask(PROGRAMME + "/units?format=csv", Role.AUDITOR).body())
                .startsWith("reference,name,kind,")
                .contains("CIN-02,Unit CIN-02,UNIT,GRP-1");
    }

    @Test
    void a_reader_sees_the_scorecard_and_nothing_else() {
        for (String path : List.of(
                PROGRAMME + "/units",
                PROGRAMME + "/units/CIN-01",
                PROGRAMME + "/training-compliance",
                EXPLAIN,
                "/api/v1/audit/history/CIN-01",
                "/api/v1/audit/events")) {
            assertThat(SERVICE.get(at(path), Role.READER).json().path("code").asString())
                    .isEqualTo("role-not-permitted");
        }
        assertThat(SERVICE.get(at("/api/v1/audit/events"), Role.PROGRAMME_MANAGER)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void without_a_token_nobody_reads() {
        Got got = SERVICE.send("GET", PROGRAMME + "/units", Map.of(), null);

        assertThat(got.status()).isEqualTo(401);
        assertThat(got.json().path("code").asString()).isEqualTo("not-authenticated");
    }

    @Test
    void the_api_description_lists_every_reading_with_its_refusals() {
        JsonNode api = SERVICE.send("GET", "/v3/api-docs", Map.of(), null).json();

        assertThat(api.path("openapi").asString()).startsWith("3.1");
        JsonNode get = api.path("paths").path("/api/v1/audit/explain").path("get");
        assertThat(get.path("responses").propertyNames()).contains("200", "400", "401", "403", "404", "422", "503");
        assertThat(api.path("paths").propertyNames())
                .contains(
                        "/api/v1/programmes/{programme}/dimensions/{dimension}",
                        "/api/v1/audit/events",
                        "/api/v1/audit/projections/{name}/activate")
                .noneMatch(path -> path.startsWith("/api/v1/commands"));
        assertThat(SERVICE.send("GET", "/docs", Map.of(), null).status()).isIn(200, 302);
    }
}

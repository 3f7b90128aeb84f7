package org.sevenfold.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sevenfold.query.testing.LeaMarsh.START;
import static org.sevenfold.query.testing.LeaMarsh.appointed;
import static org.sevenfold.query.testing.LeaMarsh.completed;
import static org.sevenfold.query.testing.LeaMarsh.course;
import static org.sevenfold.query.testing.LeaMarsh.person;
import static org.sevenfold.query.testing.LeaMarsh.post;
import static org.sevenfold.query.testing.LeaMarsh.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.events.Role;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.query.testing.LeaMarsh;
import org.sevenfold.query.testing.Service;
import org.sevenfold.query.testing.Service.Got;
import tools.jackson.databind.JsonNode;

/** Whoever reads somebody else's name has left a line before the name is handed out, and nobody else has. */
class AccessLogIT {

    private static final Service SERVICE = new Service();
    private static final String PROGRAMME = "/api/v1/programmes/lea-marsh/";
    private static final String DAY = "effectiveOn=2026-09-15";
    private static final UUID ADA = LeaMarsh.id("ada");
    private static final UUID BEN = LeaMarsh.id("ben");
    private static final UUID CHO = LeaMarsh.id("cho");
    private static final UUID GITA = LeaMarsh.id("gita");

    private final UUID reader = UUID.randomUUID();

    @BeforeAll
    static void a_group_with_two_units() {
        for (String name : List.of("ada", "ben", "cho", "gita")) {
            SERVICE.log.append(person(name));
            SERVICE.superuser()
                    .update(
                            "INSERT INTO erasable.person VALUES (?, ?, ?, ?, NULL)",
                            LeaMarsh.id(name),
                            "Name of " + name,
                            name + "@leamarsh.example",
                            "S-" + name);
        }
        SERVICE.log.append(List.of(
                LeaMarsh.STARTED,
                unit("GRP-1", null),
                unit("CIN-01", "GRP-1"),
                unit("CIN-02", "GRP-1"),
                course("RSK-01", 12),
                post("P-0100", PostRole.GROUP_MANAGER, "GRP-1"),
                post("P-0101", PostRole.CONSULTANT_SOCIAL_WORKER, "CIN-01"),
                post("P-0102", PostRole.SOCIAL_WORKER, "CIN-01"),
                post("P-0201", PostRole.SOCIAL_WORKER, "CIN-02"),
                appointed("gita", "P-0100", START, null),
                appointed("ada", "P-0101", START, null),
                appointed("ben", "P-0102", START, null),
                appointed("cho", "P-0201", START, null),
                appointed("ada", "P-0201", START, null),
                completed("cho", "RSK-01", LocalDate.of(2026, 9, 3), true)));
    }

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    private Got ask(String path, Role... roles) {
        Got got = SERVICE.get(path + (path.contains("?") ? "&" : "?") + DAY, reader, roles);
        assertThat(got.status()).as(got.body()).isEqualTo(200);
        return got;
    }

    private static JsonNode accesses(String query) {
        Got got = SERVICE.get("/api/v1/audit/accesses?limit=500&" + query, Role.AUDITOR);
        assertThat(got.status()).as(got.body()).isEqualTo(200);
        return got.json().path("accesses");
    }

    private static List<String> people(JsonNode access) {
        var people = new ArrayList<String>();
        access.path("people").forEach(person -> people.add(person.asString()));
        return people;
    }

    private static String[] ids(UUID... people) {
        return Stream.of(people).map(UUID::toString).toArray(String[]::new);
    }

    @Test
    void an_answer_with_names_leaves_one_line_with_who_whom_by_what_and_what_for() {
        String path = PROGRAMME + "compliance/people?unit=CIN-01&" + DAY;
        Got got = SERVICE.send(
                "GET",
                path,
                Map.of(
                        "Authorization",
                        "Bearer " + SERVICE.token(reader, Role.LEARNING_AND_DEVELOPMENT),
                        "Access-Purpose",
                        "appraisals-2026/Q3",
                        "Correlation-Id",
                        "of-this-test"),
                null);

        assertThat(got.body()).contains("Name of ada", "Name of ben");
        JsonNode all = accesses("actor=" + reader);
        assertThat(all.size()).isEqualTo(1);
        JsonNode access = all.get(0);
        assertThat(people(access)).containsExactlyInAnyOrder(ids(ADA, BEN));
        assertThat(access.path("reading").asString()).isEqualTo("compliance-people");
        assertThat(access.path("roles").asString()).isEqualTo("learning-and-development");
        assertThat(access.path("purpose").asString()).isEqualTo("appraisals-2026/Q3");
        assertThat(access.path("correlationId").asString()).isEqualTo("of-this-test");
        assertThat(access.path("effectiveOn").asString()).isEqualTo("2026-09-15");
        assertThat(access.path("position").asString()).isEqualTo(got.header("Basis-Position"));
    }

    @Test
    void whoever_is_on_the_next_page_has_not_been_named_yet() {
        JsonNode row = ask(PROGRAMME + "compliance/people?limit=1", Role.HUMAN_RESOURCES)
                .json()
                .path("rows")
                .get(0);

        assertThat(people(accesses("actor=" + reader).get(0)))
                .containsExactly(row.path("personId").asString());
    }

    @Test
    void whoever_reads_their_own_name_or_counts_leaves_none() {
        long before = accesses("actor=" + ADA).size();

        Got own = SERVICE.get(PROGRAMME + "compliance/people?unit=CIN-01&" + DAY, ADA, Role.STAFF);
        Got counts = ask(PROGRAMME + "compliance/people?unit=CIN-01", Role.PROGRAMME_MANAGER);

        assertThat(own.body()).contains("Name of ada").doesNotContain("Name of ben");
        assertThat(counts.body()).doesNotContain("Name of");
        assertThat(accesses("actor=" + ADA).size()).isEqualTo((int) before);
        assertThat(accesses("actor=" + reader).size()).isZero();
    }

    @Test
    void the_record_of_a_person_is_theirs_whoever_is_named_in_it() {
        ask("/api/v1/audit/history/S-cho", Role.LEARNING_AND_DEVELOPMENT);

        assertThat(people(accesses("actor=" + reader).get(0))).contains(CHO.toString());
    }

    @Test
    void a_page_that_names_somebody_is_an_access_too() {
        Got page = ask("/units/CIN-02", Role.AUDITOR);

        assertThat(page.body()).contains("Name of cho");
        assertThat(accesses("actor=" + reader + "&reading=unit").size()).isEqualTo(1);
        assertThat(people(accesses("actor=" + reader + "&reading=unit").get(0)))
                .contains(CHO.toString(), ADA.toString())
                .doesNotContain(GITA.toString());
    }

    @Test
    void the_auditor_finds_accesses_by_person_and_day_page_by_page_and_leaves_none() {
        ask(PROGRAMME + "compliance/people?unit=CIN-01", Role.LEARNING_AND_DEVELOPMENT);
        ask(PROGRAMME + "compliance/people?unit=CIN-02", Role.LEARNING_AND_DEVELOPMENT);
        String mine = "actor=" + reader;

        assertThat(accesses(mine).size()).isEqualTo(2);
        assertThat(accesses(mine + "&person=S-ben").size()).isEqualTo(1);
        assertThat(accesses(mine + "&person=" + CHO).size()).isEqualTo(1);
        assertThat(accesses(mine + "&person=" + UUID.randomUUID()).size()).isZero();
        for (String reading : List.of("accesses", "entitlements")) {
            Got nobody = SERVICE.get("/api/v1/audit/" + reading + "?person=nobody", Role.AUDITOR);
            assertThat(nobody.status()).as("an empty answer would mislead").isEqualTo(400);
            assertThat(nobody.body()).contains("Nobody has this staff number or work e-mail");
        }
        assertThat(accesses(mine + "&to=2020-01-01").size()).isZero();
        assertThat(accesses(mine + "&from=2020-01-01").size()).isEqualTo(2);
        assertThat(accesses(mine + "&knownAt=@1").size())
                .as("by the recording of the first event nobody had read anything")
                .isZero();

        Got first = SERVICE.get("/api/v1/audit/accesses?limit=1&" + mine, Role.AUDITOR);
        Got second = SERVICE.get(first.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1"), Role.AUDITOR);
        assertThat(people(first.json().path("accesses").get(0))).contains(BEN.toString());
        assertThat(people(second.json().path("accesses").get(0))).contains(CHO.toString());
        assertThat(second.header("Link")).isEmpty();
        assertThat(accesses("actor=" + SERVICE.somebody(Role.AUDITOR) + "&reading=accesses")
                        .size())
                .isZero();
        assertThat(first.body()).doesNotContain("Name of");
    }

    @Test
    void where_it_cannot_be_kept_nobody_is_named() {
        String path = PROGRAMME + "compliance/people?unit=CIN-01&" + DAY;
        SERVICE.superuser().execute("ALTER TABLE log.access_log RENAME TO taken_away");
        try {
            Got named = SERVICE.get(path, reader, Role.LEARNING_AND_DEVELOPMENT);
            Got counts = SERVICE.get(path, Role.PROGRAMME_MANAGER);

            assertThat(named.status()).isEqualTo(503);
            assertThat(named.body()).contains("\"unavailable\"").doesNotContain("Name of");
            assertThat(counts.status()).isEqualTo(200);
        } finally {
            SERVICE.superuser().execute("ALTER TABLE log.taken_away RENAME TO access_log");
        }
        assertThat(SERVICE.get(path, reader, Role.LEARNING_AND_DEVELOPMENT).body())
                .contains("Name of ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"because Ada Obi was late", "ada@leamarsh.example", ""})
    void a_purpose_is_a_reference_that_names_nobody(String purpose) {
        Got got = SERVICE.send(
                "GET",
                PROGRAMME + "compliance/people",
                Map.of(
                        "Authorization",
                        "Bearer " + SERVICE.token(reader, Role.HUMAN_RESOURCES),
                        "Access-Purpose",
                        purpose),
                null);

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.body()).contains("Access-Purpose");
        assertThat(accesses("actor=" + reader).size()).isZero();
    }
}

package org.sevenfold.query.initiative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sevenfold.query.testing.ChangeWork.added;
import static org.sevenfold.query.testing.ChangeWork.adopted;
import static org.sevenfold.query.testing.ChangeWork.affects;
import static org.sevenfold.query.testing.ChangeWork.approved;
import static org.sevenfold.query.testing.ChangeWork.assigned;
import static org.sevenfold.query.testing.ChangeWork.expected;
import static org.sevenfold.query.testing.ChangeWork.leaves;
import static org.sevenfold.query.testing.ChangeWork.met;
import static org.sevenfold.query.testing.ChangeWork.milestone;
import static org.sevenfold.query.testing.ChangeWork.rated;
import static org.sevenfold.query.testing.ChangeWork.registered;
import static org.sevenfold.query.testing.ChangeWork.serves;
import static org.sevenfold.query.testing.ChangeWork.stopped;
import static org.sevenfold.query.testing.LeaMarsh.START;
import static org.sevenfold.query.testing.LeaMarsh.appointed;
import static org.sevenfold.query.testing.LeaMarsh.id;
import static org.sevenfold.query.testing.LeaMarsh.person;
import static org.sevenfold.query.testing.LeaMarsh.post;
import static org.sevenfold.query.testing.LeaMarsh.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.Role;
import org.sevenfold.events.initiative.Rag;
import org.sevenfold.events.plan.DependencyType;
import org.sevenfold.events.plan.PlanEvent.BaselinedMilestone;
import org.sevenfold.events.plan.PlanEvent.DependencyAdded;
import org.sevenfold.events.plan.PlanEvent.PlanBaselined;
import org.sevenfold.events.sharedvalues.ValueStatementKind;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.query.testing.ChangeWork;
import org.sevenfold.query.testing.Service;
import org.sevenfold.query.testing.Service.Got;
import org.sevenfold.query.testing.TestLog;
import tools.jackson.databind.JsonNode;

/** Initiatives asked for over HTTP: how they stand, what was said of them, what came otherwise, and which values they serve. */
class InitiativesIT {

    private static final String PROGRAMME = "/api/v1/programmes/lea-marsh";
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 2);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 15);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static Service service;
    private static long beforeTheNewOwner;

    @BeforeAll
    static void three_initiatives() {
        service = new Service();
        TestLog log = service.log;
        log.append(ChangeWork.programme());
        log.append(unit("GRP-1", null));
        log.append(unit("CIN-01", "GRP-1"));
        log.append(unit("CIN-02", "GRP-1"));
        for (String name : new String[] {"ada", "ben", "gita"}) {
            log.append(person(name));
            service.superuser()
                    .update(
                            "INSERT INTO erasable.person VALUES (?, ?, ?, ?, NULL)",
                            id(name),
                            "Name of " + name,
                            name + "@leamarsh.example",
                            "S-" + name);
        }
        log.append(post("P-0100", PostRole.GROUP_MANAGER, "GRP-1"));
        log.append(post("P-0101", PostRole.CONSULTANT_SOCIAL_WORKER, "CIN-01"));
        log.append(post("P-0201", PostRole.SOCIAL_WORKER, "CIN-02"));
        log.append(appointed("gita", "P-0100", START, null));
        log.append(appointed("ada", "P-0101", START, null));
        log.append(appointed("ben", "P-0201", START, null));
        values(log);
        structure(log);
        style(log);
        log.append(registered("LM-030", Dimension.SYSTEMS, "ben", FEBRUARY));
        log.append(serves("LM-030", "VAL-02", FEBRUARY));
        log.append(stopped("LM-030", MARCH));
        beforeTheNewOwner = log.end();
        log.append(assigned("LM-014", "ada", "ben", JUNE, "CIN-01"));
    }

    private static void values(TestLog log) {
        log.append(adopted("VAL-01", ValueStatementKind.VISION, START));
        log.append(adopted("VAL-02", ValueStatementKind.PRINCIPLE, START));
        log.append(adopted("VAL-03", ValueStatementKind.PRINCIPLE, START));
    }

    /** Thought through and approved; its first milestone is late, what waits for it belongs to style. */
    private static void structure(TestLog log) {
        log.append(registered("LM-014", Dimension.STRUCTURE, "ada", FEBRUARY, "CIN-01"));
        for (Dimension dimension : Dimension.values()) {
            log.append(
                    dimension == Dimension.STYLE
                            ? leaves("LM-014", dimension, FEBRUARY)
                            : affects("LM-014", dimension, FEBRUARY));
        }
        log.append(serves("LM-014", "VAL-01", FEBRUARY));
        log.append(approved("LM-014", FEBRUARY.plusDays(7)));
        log.append(added("LM-014/1", LocalDate.of(2026, 5, 4), FEBRUARY));
        log.append(added("LM-014/2", LocalDate.of(2026, 6, 15), FEBRUARY));
        log.append(new PlanBaselined(
                ChangeWork.PROGRAMME,
                0,
                "First plan",
                List.of(new BaselinedMilestone(milestone("LM-014/1"), LocalDate.of(2026, 5, 1))),
                FEBRUARY));
        log.append(expected("LM-014/1", LocalDate.of(2026, 5, 4), JUNE, LocalDate.of(2026, 5, 11)));
        log.append(met("LM-014/2", LocalDate.of(2026, 4, 20)));
        log.append(
                rated("LM-014", Rag.AMBER, LocalDate.of(2026, 5, 11)),
                Instant.now(),
                Map.of("actorId", id("gita").toString(), "channel", "api", "reason", "The panel meets late."));
    }

    private static void style(TestLog log) {
        log.append(registered("LM-021", Dimension.STYLE, "ben", MARCH, "CIN-02"));
        log.append(affects("LM-021", Dimension.STYLE, MARCH));
        log.append(leaves("LM-021", Dimension.SKILLS, MARCH));
        log.append(affects("LM-021", Dimension.SKILLS, LocalDate.of(2026, 4, 15)));
        log.append(added("LM-021/1", LocalDate.of(2026, 5, 20), MARCH));
        log.append(new DependencyAdded(
                ChangeWork.PROGRAMME, milestone("LM-014/1"), milestone("LM-021/1"), DependencyType.FS, 0, MARCH));
    }

    @AfterAll
    static void done() {
        service.close();
    }

    private static String at(String path, LocalDate day, long known) {
        return path + (path.contains("?") ? "&" : "?") + "effectiveOn=" + day + "&knownAt=@" + known;
    }

    private static JsonNode ask(String path, LocalDate day, Role... roles) {
        Got got = service.get(at(path, day, service.log.end()), roles);
        assertThat(got.status()).as(got.body()).isEqualTo(200);
        return got.json();
    }

    private static JsonNode initiative(String reference, LocalDate day, Role role) {
        return ask(PROGRAMME + "/initiatives/" + reference, day, role).path("initiative");
    }

    @Test
    void the_list_says_how_each_stands_and_what_comes_next() {
        JsonNode row = ask(PROGRAMME + "/initiatives", MAY, Role.STAFF).at("/initiatives/0");

        assertThat(row.path("reference").asString()).isEqualTo("LM-014");
        assertThat(row.path("dimension").asString()).isEqualTo("structure");
        assertThat(row.path("status").asString()).isEqualTo("APPROVED");
        assertThat(row.path("rag").asString()).isEqualTo("AMBER");
        assertThat(row.path("ragReason").asString()).isEqualTo("The panel meets late.");
        assertThat(row.path("units").toString()).isEqualTo("[\"CIN-01\"]");
        assertThat(row.path("dimensionsConsidered").asInt()).isEqualTo(7);
        assertThat(row.path("milestonesMet").asInt()).isEqualTo(1);
        assertThat(row.path("milestones").asInt()).isEqualTo(2);
        assertThat(row.path("nextMilestone").asString()).isEqualTo("LM-014/1");
        assertThat(row.path("nextMilestoneOn").asString()).isEqualTo("2026-06-01");
        assertThat(row.path("lateDays").asInt()).as("against what was agreed").isEqualTo(14);
    }

    @ParameterizedTest
    @CsvSource({
        "?unit=CIN-02, LM-021",
        "?dimension=structure, LM-014",
        "?status=closed, LM-030",
        "?status=approved&unit=CIN-01, LM-014"
    })
    void the_list_is_narrowed(String filter, String found) {
        JsonNode rows =
                ask(PROGRAMME + "/initiatives" + filter, MAY, Role.STAFF).path("initiatives");

        assertThat(rows).extracting(row -> row.path("reference").asString()).containsExactly(found);
    }

    @Test
    void the_list_comes_page_by_page_and_as_a_table() {
        var references = new ArrayList<String>();
        String path = at(PROGRAMME + "/initiatives?limit=1", MAY, service.log.end());
        while (!path.isEmpty()) {
            Got got = service.get(path, Role.STAFF);
            got.json()
                    .path("initiatives")
                    .forEach(row -> references.add(row.path("reference").asString()));
            path = got.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        }
        Got csv = service.get(at(PROGRAMME + "/initiatives?format=csv", MAY, service.log.end()), Role.STAFF);

        assertThat(references).containsExactly("LM-014", "LM-021", "LM-030");
        assertThat(csv.body().lines()).hasSize(4);
        assertThat(csv.body()).startsWith("reference,title,dimension,status,rag");
    }

    @Test
    void an_owner_is_named_to_whoever_may_read_the_name_and_is_a_post_to_others() {
        JsonNode named = initiative("LM-014", MAY, Role.AUDITOR);
        JsonNode unnamed = initiative("LM-014", MAY, Role.PROGRAMME_MANAGER);

        assertThat(named.path("owner").asString()).isEqualTo("Name of ada");
        assertThat(unnamed.path("owner").isNull()).isTrue();
        assertThat(unnamed.path("ownerId").isNull()).isTrue();
        assertThat(unnamed.path("ownerPost").asString()).isEqualTo("P-0101");
        assertThat(unnamed.path("ownerRole").asString()).isEqualTo("CONSULTANT_SOCIAL_WORKER");
    }

    @Test
    void with_a_new_owner_the_month_before_stays_as_it_was() {
        String list = PROGRAMME + "/initiatives";
        JsonNode before = service.get(at(list, MAY, beforeTheNewOwner), Role.AUDITOR)
                .json()
                .at("/initiatives/0");
        JsonNode since = ask(list, MAY, Role.AUDITOR).at("/initiatives/0");

        assertThat(since.path("owner")).isEqualTo(before.path("owner"));
        assertThat(since.path("ownerPost")).isEqualTo(before.path("ownerPost"));
        assertThat(since.path("lateDays")).isEqualTo(before.path("lateDays"));
        assertThat(initiative("LM-014", JUNE, Role.AUDITOR).path("owner").asString())
                .isEqualTo("Name of ben");
    }

    @ParameterizedTest
    @CsvSource({"2026-05-10, 2026-05-04", "2026-05-11, 2026-06-01"})
    void the_plan_of_a_day_is_what_was_expected_then(LocalDate day, String forecast) {
        JsonNode first = ask(PROGRAMME + "/initiatives/LM-014", day, Role.STAFF).at("/milestoneList/0");

        assertThat(first.path("reference").asString()).isEqualTo("LM-014/1");
        assertThat(first.path("forecast").asString()).isEqualTo(forecast);
        assertThat(first.path("agreedOn").asString()).isEqualTo("2026-05-01");
    }

    @Test
    void one_initiative_says_what_it_does_to_each_dimension_and_which_values_it_serves() {
        JsonNode one = ask(PROGRAMME + "/initiatives/LM-021", MAY, Role.STAFF);

        assertThat(one.path("impacts"))
                .extracting(impact -> impact.path("dimension").asString() + " "
                        + impact.path("considered").asString())
                .containsExactly(
                        "shared-values UNCONSIDERED",
                        "strategy UNCONSIDERED",
                        "structure UNCONSIDERED",
                        "systems UNCONSIDERED",
                        "staff UNCONSIDERED",
                        "style AFFECTED",
                        "skills AFFECTED");
        assertThat(ask(PROGRAMME + "/initiatives/LM-014", MAY, Role.STAFF)
                        .at("/values/0/value")
                        .asString())
                .isEqualTo("VAL-01");
    }

    @Test
    void an_initiative_that_is_not_there_is_said_not_to_be() {
        Got unknown = service.get(PROGRAMME + "/initiatives/LM-999", Role.STAFF);
        Got early = service.get(PROGRAMME + "/initiatives/LM-014?effectiveOn=2026-01-15", Role.STAFF);

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).contains("Perhaps one of these is meant: LM-014, LM-021, LM-030.");
        assertThat(early.status()).isEqualTo(404);
        assertThat(early.body()).contains("It was registered on 2 February 2026.");
    }

    @Test
    void the_gate_says_who_waits_for_what_and_for_how_long() {
        JsonNode gate = ask(PROGRAMME + "/completeness-gate", MAY, Role.STAFF);

        assertThat(gate.path("initiativesOpen").asInt()).isEqualTo(2);
        assertThat(gate.path("notFullyConsidered").asInt()).isEqualTo(1);
        assertThat(gate.path("waitingDaysMost").asInt()).isEqualTo(74);
        assertThat(gate.at("/missingByDimension/staff").asInt()).isEqualTo(1);
        assertThat(gate.at("/initiatives/0/style").asString()).isEqualTo("NOT_AFFECTED");
        assertThat(gate.at("/initiatives/0/waitingDays").isNull()).isTrue();
        assertThat(gate.at("/initiatives/1/missing").toString())
                .isEqualTo("[\"shared-values\",\"strategy\",\"structure\",\"systems\",\"staff\"]");
    }

    @Test
    void what_came_otherwise_is_a_slip_that_moved_something_there_or_a_word_taken_back() {
        JsonNode surprises = ask(PROGRAMME + "/surprises", MAY, Role.STAFF);
        JsonNode slip = surprises.at("/surprises/0");
        JsonNode revised = surprises.at("/surprises/1");

        assertThat(slip.path("initiative").asString()).isEqualTo("LM-014");
        assertThat(slip.path("dimension").asString()).isEqualTo("style");
        assertThat(slip.path("surprise").asString()).isEqualTo("SLIP");
        assertThat(slip.path("days").asInt()).as("from 20 May to 1 June").isEqualTo(12);
        assertThat(slip.path("path").asString()).isEqualTo("LM-014/1 → LM-021/1");
        assertThat(revised.path("initiative").asString()).isEqualTo("LM-021");
        assertThat(revised.path("surprise").asString()).isEqualTo("REVISED");
        assertThat(revised.path("on").asString()).isEqualTo("2026-04-15");
        assertThat(surprises.at("/initiativesByDimension/style").asInt()).isEqualTo(1);
        assertThat(ask(PROGRAMME + "/surprises", MARCH, Role.STAFF).path("surprises"))
                .isEmpty();
    }

    @Test
    void a_value_says_which_initiatives_serve_it() {
        JsonNode values = ask(PROGRAMME + "/values", MAY, Role.STAFF).path("values");

        assertThat(values)
                .extracting(value -> value.path("reference").asString() + " "
                        + value.path("initiatives").asInt())
                .containsExactly("VAL-01 1", "VAL-02 0", "VAL-03 0");
        assertThat(values.at("/0/servedBy/0/initiative").asString()).isEqualTo("LM-014");
    }

    @ParameterizedTest
    @CsvSource({
        "initiatives-considered, 1, 2",
        "initiatives-considered&initiative=LM-021, 0, 1",
        "values-served, 1, 3",
        "values-served&value=VAL-02, 0, 1"
    })
    void a_figure_explains_itself(String measure, int numerator, int denominator) {
        JsonNode figure = ask("/api/v1/audit/explain?measure=" + measure, MAY, Role.STAFF);

        assertThat(figure.path("numerator").asInt()).isEqualTo(numerator);
        assertThat(figure.path("denominator").asInt()).isEqualTo(denominator);
        int parts = 0;
        int whole = 0;
        for (JsonNode part : figure.path("parts")) {
            parts += part.path("numerator").asInt();
            whole += part.path("denominator").asInt();
            assertThat(part.path("counted").asBoolean() || !part.path("why").isNull())
                    .as(part.toString())
                    .isTrue();
        }
        assertThat(parts).isEqualTo(numerator);
        assertThat(whole).isEqualTo(denominator);
    }

    @Test
    void an_initiative_and_a_milestone_have_a_history_under_their_references() {
        JsonNode initiative =
                ask("/api/v1/audit/history/LM-014", MAY, Role.STAFF).path("history");
        JsonNode milestone =
                ask("/api/v1/audit/history/LM-014/1", MAY, Role.STAFF).path("history");

        assertThat(initiative)
                .extracting(event -> event.path("event").asString())
                .startsWith("programme.initiative-registered", "programme.dimension-impact-declared")
                .endsWith("programme.initiative-rated", "programme.initiative-assigned");
        assertThat(initiative.at("/0").toString()).doesNotContain(id("ada").toString(), "Name of");
        assertThat(milestone)
                .extracting(event -> event.path("event").asString())
                .containsExactly("programme.milestone-added", "programme.milestone-reforecast");
    }
}

package org.sevenfold.query.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sevenfold.query.testing.ChangeWork.added;
import static org.sevenfold.query.testing.ChangeWork.affects;
import static org.sevenfold.query.testing.ChangeWork.cancelled;
import static org.sevenfold.query.testing.ChangeWork.expected;
import static org.sevenfold.query.testing.ChangeWork.met;
import static org.sevenfold.query.testing.ChangeWork.milestone;
import static org.sevenfold.query.testing.ChangeWork.registered;
import static org.sevenfold.query.testing.LeaMarsh.appointed;
import static org.sevenfold.query.testing.LeaMarsh.person;
import static org.sevenfold.query.testing.LeaMarsh.post;
import static org.sevenfold.query.testing.LeaMarsh.unit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.Role;
import org.sevenfold.events.initiative.AlignmentEvent.AlignmentAssessed;
import org.sevenfold.events.plan.DependencyType;
import org.sevenfold.events.plan.PlanEvent.BaselinedMilestone;
import org.sevenfold.events.plan.PlanEvent.DependencyAdded;
import org.sevenfold.events.plan.PlanEvent.PlanBaselined;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.query.testing.ChangeWork;
import org.sevenfold.query.testing.Service;
import org.sevenfold.query.testing.Service.Got;
import tools.jackson.databind.JsonNode;

/** A plan asked for over HTTP: one milestone slips three weeks, and two others with it. Everything is known on its day. */
class PlanIT {

    private static final String PROGRAMME = "/api/v1/programmes/lea-marsh";
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 2);
    private static final LocalDate REFORECAST = LocalDate.of(2026, 2, 20);
    private static final LocalDate FOLLOWED = LocalDate.of(2026, 2, 23);
    private static final LocalDate TENTH = LocalDate.of(2026, 3, 10);
    private static final LocalDate MET = LocalDate.of(2026, 3, 24);
    private static final Map<String, String> COUNTS = Map.of(
            "milestones",
            "wanted",
            "met",
            "met",
            "metInTime",
            "met-in-time",
            "late",
            "late",
            "slipping",
            "slipping",
            "coming",
            "coming");
    private static final TreeMap<LocalDate, Long> KNOWN = new TreeMap<>();
    private static Service service;

    @BeforeAll
    static void a_plan() {
        service = new Service();
        on(
                LocalDate.of(2026, 1, 5),
                ChangeWork.programme(),
                unit("GRP-1", null),
                unit("CIN-01", "GRP-1"),
                unit("CIN-02", "GRP-1"),
                person("ada"),
                post("P-0101", PostRole.SOCIAL_WORKER, "CIN-01"),
                appointed("ada", "P-0101", LocalDate.of(2026, 1, 5), null));
        on(
                FEBRUARY,
                registered("LM-014", Dimension.STRUCTURE, "ada", FEBRUARY, "CIN-01"),
                registered("LM-021", Dimension.SKILLS, "ada", FEBRUARY, "CIN-01"),
                registered("LM-030", Dimension.STYLE, "ada", FEBRUARY, "CIN-02"),
                affects("LM-014", Dimension.STAFF, FEBRUARY),
                added("LM-014/1", LocalDate.of(2026, 3, 2), FEBRUARY),
                added("LM-014/2", LocalDate.of(2026, 4, 1), FEBRUARY),
                added("LM-021/1", LocalDate.of(2026, 3, 16), FEBRUARY),
                added("LM-030/1", LocalDate.of(2026, 3, 20), FEBRUARY),
                added("LM-030/2", LocalDate.of(2026, 5, 20), FEBRUARY),
                waits("LM-021/1", "LM-014/1", 7),
                waits("LM-030/1", "LM-021/1", 0),
                waits("LM-030/2", "LM-014/2", 0),
                agreed(0, "First plan", "LM-014/1", LocalDate.of(2026, 3, 2), "LM-014/2", LocalDate.of(2026, 4, 1)),
                agreed(1, "Whole plan", "LM-021/1", LocalDate.of(2026, 3, 16), "LM-030/1", LocalDate.of(2026, 3, 20)),
                assessed(2, FEBRUARY));
        on(
                REFORECAST,
                expected("LM-014/1", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 23), REFORECAST),
                cancelled("LM-030/2", REFORECAST));
        on(FOLLOWED, expected("LM-021/1", LocalDate.of(2026, 3, 16), LocalDate.of(2026, 3, 30), FOLLOWED));
        on(TENTH, assessed(3, LocalDate.of(2026, 3, 2)));
        on(MET, met("LM-030/1", LocalDate.of(2026, 3, 18)), met("LM-014/1", MET));
    }

    private static void on(LocalDate day, DomainEvent... events) {
        for (DomainEvent event : events) {
            service.log.append(
                    event, day.atTime(10, 0).toInstant(ZoneOffset.UTC), Map.of("actorId", "test", "channel", "api"));
        }
        KNOWN.put(day, service.log.end());
    }

    private static DependencyAdded waits(String to, String from, int lagDays) {
        return new DependencyAdded(
                ChangeWork.PROGRAMME, milestone(from), milestone(to), DependencyType.FS, lagDays, FEBRUARY);
    }

    private static PlanBaselined agreed(
            int number, String name, String one, LocalDate oneOn, String other, LocalDate otherOn) {
        return new PlanBaselined(
                ChangeWork.PROGRAMME,
                number,
                name,
                List.of(
                        new BaselinedMilestone(milestone(one), oneOn),
                        new BaselinedMilestone(milestone(other), otherOn)),
                FEBRUARY);
    }

    private static AlignmentAssessed assessed(int rating, LocalDate on) {
        return new AlignmentAssessed(
                ChangeWork.PROGRAMME,
                Dimension.STRUCTURE,
                Dimension.SKILLS,
                rating,
                on,
                new Evidence("minutes", "Workshop", "folder 12", null));
    }

    @AfterAll
    static void done() {
        service.close();
    }

    /** As it was known at the end of the day. */
    private static String at(String path, LocalDate day) {
        return path + (path.contains("?") ? "&" : "?") + "effectiveOn=" + day + "&knownAt=@"
                + KNOWN.floorEntry(day).getValue();
    }

    private static JsonNode ask(String path, LocalDate day) {
        Got got = service.get(at(path, day), Role.STAFF);
        assertThat(got.status()).as(got.body()).isEqualTo(200);
        return got.json();
    }

    private static JsonNode found(JsonNode rows, String name, String value) {
        for (JsonNode row : rows) {
            if (row.path(name).asString().equals(value)) {
                return row;
            }
        }
        throw new AssertionError("no " + value + " in " + rows);
    }

    private static JsonNode planned(String reference, LocalDate day) {
        return found(ask(PROGRAMME + "/plan", day).path("milestones"), "reference", reference);
    }

    private static JsonNode cell(JsonNode matrix, String from, String to) {
        for (JsonNode cell : matrix.path("cells")) {
            if (cell.path("from").asString().equals(from)
                    && cell.path("to").asString().equals(to)) {
                return cell;
            }
        }
        throw new AssertionError("no cell from " + from + " to " + to);
    }

    @Nested
    class a_milestone_slips_three_weeks {

        @Test
        void and_the_plan_shows_the_days_that_this_moves_elsewhere() {
            JsonNode slipped = planned("LM-014/1", FOLLOWED);
            JsonNode waiting = planned("LM-021/1", FOLLOWED);

            assertThat(slipped.path("status").asString()).isEqualTo("SLIPPING");
            assertThat(slipped.path("slipDaysFromFirst").asInt()).isEqualTo(21);
            assertThat(slipped.path("slipDays").asInt()).isEqualTo(21);
            assertThat(slipped.path("knockOnDays").asInt()).isEqualTo(14 + 10);
            assertThat(slipped.path("reforecasts").asInt()).isEqualTo(1);
            assertThat(slipped.at("/announcements/0/noticeDays").asInt()).isEqualTo(10);
            assertThat(waiting.path("firstAgreedOn").isNull()).isTrue();
            assertThat(waiting.path("agreedOn").asString()).isEqualTo("2026-03-16");
            assertThat(waiting.path("baseline").asInt()).isEqualTo(1);
            assertThat(waiting.path("expectedOn").asString()).isEqualTo("2026-03-30");
            assertThat(waiting.path("carriedDays").asInt()).isEqualTo(14);
            assertThat(waiting.path("waitsFor").toString()).isEqualTo("[\"LM-014/1\"]");
        }

        @Test
        void and_what_it_moves_is_named_with_the_path_by_initiative_and_by_dimension() {
            JsonNode slips = ask(PROGRAMME + "/plan/slips", FOLLOWED).path("slips");
            JsonNode first = slips.path(0);

            assertThat(first.path("reference").asString()).isEqualTo("LM-014/1");
            assertThat(first.path("ownDays").asInt()).isEqualTo(21);
            assertThat(first.path("knockOnDays").asInt()).isEqualTo(24);
            assertThat(first.path("knockOnDaysElsewhere").asInt()).isEqualTo(24);
            assertThat(first.path("moved"))
                    .extracting(moved -> moved.path("days").asInt() + " by "
                            + moved.path("path").asString())
                    .containsExactly("14 by LM-014/1 → LM-021/1", "10 by LM-014/1 → LM-021/1 → LM-030/1");
            assertThat(first.path("byInitiative").toString())
                    .isEqualTo("[{\"initiative\":\"LM-021\",\"days\":14},{\"initiative\":\"LM-030\",\"days\":10}]");
            assertThat(first.at("/byDimension/1/dimension").asString()).isEqualTo("style");
        }

        @Test
        void and_whoever_only_follows_takes_nothing_of_it_upon_themselves() {
            JsonNode follower = found(ask(PROGRAMME + "/plan/slips", FOLLOWED).path("slips"), "reference", "LM-021/1");

            assertThat(follower.path("slipDays").asInt()).isEqualTo(14);
            assertThat(follower.path("ownDays").asInt()).isZero();
            assertThat(follower.path("knockOnDays").asInt()).isZero();
        }

        @Test
        void and_is_no_less_late_for_having_said_so() {
            JsonNode late = planned("LM-014/1", TENTH);

            assertThat(late.path("status").asString()).isEqualTo("LATE");
            assertThat(late.path("forecast").asString()).isEqualTo("2026-03-23");
            assertThat(late.path("lateDays").asInt()).as("from 2 to 10 March").isEqualTo(8);
        }

        @Test
        void and_once_met_is_as_late_as_it_was() {
            JsonNode met = planned("LM-014/1", MET.plusDays(30));

            assertThat(met.path("status").asString()).isEqualTo("MET");
            assertThat(met.path("metOn").asString()).isEqualTo("2026-03-24");
            assertThat(met.path("slipDays").asInt()).isEqualTo(22);
            assertThat(met.path("lateDays").asInt()).isEqualTo(22);
        }

        @Test
        void while_the_plan_of_the_day_before_has_nothing_of_it() {
            JsonNode before = planned("LM-014/1", REFORECAST.minusDays(1));

            assertThat(before.path("status").asString()).isEqualTo("ON_COURSE");
            assertThat(before.path("forecast").asString()).isEqualTo("2026-03-02");
            assertThat(ask(PROGRAMME + "/plan/slips", REFORECAST.minusDays(1)).path("slips"))
                    .isEmpty();
        }
    }

    @Test
    void a_day_to_come_shows_what_is_scheduled_and_calls_nothing_late_that_nobody_has_heard_of() {
        LocalDate later = LocalDate.of(2026, 4, 30);

        assertThat(planned("LM-014/2", later).path("status").asString()).isEqualTo("EXPECTED");
        assertThat(planned("LM-014/2", later).path("lateDays").asInt()).isZero();
        assertThat(planned("LM-021/1", later).path("status").asString()).isEqualTo("LATE");
        assertThat(planned("LM-021/1", later).path("lateDays").asInt())
                .as("from 16 March to the day of the last entry")
                .isEqualTo(8);
    }

    @Test
    void what_is_cancelled_stays_in_the_plan_and_holds_nothing_up() {
        assertThat(planned("LM-030/2", FOLLOWED).path("status").asString()).isEqualTo("CANCELLED");
        assertThat(planned("LM-030/2", FOLLOWED).path("waitsFor")).isEmpty();
        assertThat(planned("LM-030/2", FEBRUARY).path("status").asString()).isEqualTo("ON_COURSE");
    }

    @ParameterizedTest
    @CsvSource({
        "?unit=CIN-02, LM-030/1 LM-030/2",
        "?dimension=skills, LM-021/1",
        "?initiative=lm-014, LM-014/1 LM-014/2",
        "?initiative=LM-999, ''"
    })
    void the_plan_is_narrowed(String filter, String references) {
        JsonNode rows = ask(PROGRAMME + "/plan" + filter, FOLLOWED).path("milestones");

        var found = new ArrayList<String>();
        rows.forEach(row -> found.add(row.path("reference").asString()));
        assertThat(String.join(" ", found)).isEqualTo(references);
    }

    @Test
    void the_plan_comes_page_by_page() {
        var references = new ArrayList<String>();
        String path = at(PROGRAMME + "/plan?limit=2", FOLLOWED);
        while (!path.isEmpty()) {
            Got got = service.get(path, Role.STAFF);
            got.json()
                    .path("milestones")
                    .forEach(row -> references.add(row.path("reference").asString()));
            path = got.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        }

        assertThat(references).containsExactly("LM-014/1", "LM-014/2", "LM-021/1", "LM-030/1", "LM-030/2");
    }

    @Test
    void the_timeline_has_a_month_for_each_of_the_programme() {
        JsonNode months = ask(PROGRAMME + "/plan/timeline", FOLLOWED).path("months");
        JsonNode march = found(months, "month", "2026-03");

        assertThat(months).hasSize(12);
        assertThat(march.path("agreedFirst").asInt()).isEqualTo(1);
        assertThat(march.path("agreed").asInt()).isEqualTo(3);
        assertThat(march.path("expected").asInt()).isEqualTo(3);
        assertThat(march.path("met").asInt()).isZero();
        assertThat(march.at("/milestones/0/reference").asString()).isEqualTo("LM-014/1");
        JsonNode later = found(ask(PROGRAMME + "/plan/timeline", MET).path("months"), "month", "2026-03");
        assertThat(later.path("met").asInt()).isEqualTo(2);
        assertThat(later.path("metInTime").asInt()).isEqualTo(1);
        assertThat(later.path("stillLate").asInt()).isEqualTo(1);
    }

    @Nested
    class the_matrix {

        @Test
        void shows_what_hangs_together_what_came_across_and_how_well_it_fits() {
            JsonNode matrix = ask(PROGRAMME + "/matrix", FOLLOWED);
            JsonNode across = cell(matrix, "structure", "skills");

            assertThat(matrix.path("cells")).hasSize(49);
            assertThat(across.path("links").asInt()).isEqualTo(1);
            assertThat(across.path("slipsCarried").asInt()).isEqualTo(1);
            assertThat(across.path("daysCarried").asInt()).isEqualTo(14);
            assertThat(across.path("alignment").asInt()).isEqualTo(2);
            assertThat(cell(matrix, "skills", "style").path("daysCarried").asInt())
                    .isEqualTo(10);
            assertThat(cell(matrix, "skills", "structure").path("links").asInt())
                    .isZero();
            assertThat(cell(matrix, "skills", "structure").path("alignment").asInt())
                    .as("of the pair, in whichever direction")
                    .isEqualTo(2);
            assertThat(cell(matrix, "style", "staff").path("alignment").isNull())
                    .isTrue();
        }

        @Test
        void keeps_the_worst_there_was_beside_the_last() {
            JsonNode across = cell(ask(PROGRAMME + "/matrix", TENTH), "structure", "skills");

            assertThat(across.path("alignment").asInt()).isEqualTo(3);
            assertThat(across.path("alignmentOn").asString()).isEqualTo("2026-03-02");
            assertThat(across.path("worstAlignment").asInt()).isEqualTo(2);
        }

        @Test
        void of_a_unit_has_the_links_that_begin_or_end_in_what_touches_it() {
            JsonNode matrix = ask(PROGRAMME + "/matrix?unit=CIN-02", FOLLOWED);

            assertThat(cell(matrix, "skills", "style").path("links").asInt()).isEqualTo(1);
            assertThat(cell(matrix, "structure", "skills").path("links").asInt())
                    .isZero();
        }
    }

    @Nested
    class the_overview {

        @Test
        void has_a_cell_for_each_unit_and_dimension() {
            JsonNode cells = ask(PROGRAMME + "/overview?limit=500", FOLLOWED).path("cells");
            var structure = new ArrayList<JsonNode>();
            cells.forEach(cell -> {
                if (cell.path("unit").asString().equals("CIN-01")) {
                    structure.add(cell);
                }
            });
            JsonNode own = found(cellsOf(structure), "dimension", "structure");

            assertThat(cells).hasSize(3 * 7);
            assertThat(own.path("initiatives").toString()).isEqualTo("[\"LM-014\"]");
            assertThat(own.path("milestones").asInt()).isEqualTo(2);
            assertThat(own.path("slipping").asInt()).isEqualTo(1);
            assertThat(own.path("coming").asInt()).isEqualTo(1);
            assertThat(own.at("/figures/0/measure").asString()).isEqualTo("staff-in-units");
            assertThat(own.at("/figures/0/numerator").asInt()).isEqualTo(1);
            assertThat(found(cellsOf(structure), "dimension", "staff")
                            .path("alsoAffectedBy")
                            .toString())
                    .isEqualTo("[\"LM-014\"]");
        }

        private static JsonNode cellsOf(List<JsonNode> cells) {
            return tools.jackson.databind.json.JsonMapper.shared().valueToTree(cells);
        }

        @Test
        void has_no_count_that_does_not_list_what_it_counts() {
            var counted = new TreeMap<String, Integer>();
            for (LocalDate day : List.of(FOLLOWED, TENTH, MET)) {
                JsonNode overview = ask(PROGRAMME + "/overview?limit=500", day);
                for (String rows : List.of("cells", "dimensions")) {
                    for (JsonNode row : overview.path(rows)) {
                        if (row.path("milestones").asInt() > 0 || rows.equals("dimensions")) {
                            COUNTS.forEach((field, status) -> {
                                int count = row.path(field).asInt();
                                assertThat(listed(row.path("explain").asString(), status))
                                        .as(day + " " + field + " " + row)
                                        .hasSize(count);
                                counted.merge(status, count, Integer::sum);
                            });
                        }
                    }
                }
            }
            assertThat(counted.keySet()).containsExactlyInAnyOrderElementsOf(COUNTS.values());
            assertThat(counted.values())
                    .as("each of them counts something: " + counted)
                    .doesNotContain(0);
        }

        private static JsonNode listed(String explain, String status) {
            assertThat(explain).contains("status=wanted", "knownAt=@");
            Got got = service.get(explain.replace("status=wanted", "status=" + status), Role.STAFF);
            assertThat(got.status()).as(got.body()).isEqualTo(200);
            return got.json().path("milestones");
        }

        @Test
        void refuses_a_way_of_counting_that_there_is_not() {
            assertThat(service.get(at(PROGRAMME + "/plan?status=splendid", TENTH), Role.STAFF)
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void has_a_page_on_which_each_count_leads_to_its_milestones() {
            String body = service.get(at("/", TENTH), Role.STAFF).body();
            List<String> links = Pattern.compile("href=\"(/plan[^\"]*)\"[^>]*>([^<]*)<")
                    .matcher(body)
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&") + " " + link.group(2))
                    .toList();

            assertThat(links)
                    .anyMatch(link -> link.startsWith("/plan?unit=CIN-01&dimension=structure&status=late&")
                            && link.endsWith(" 1 late"))
                    .anyMatch(link -> link.startsWith("/plan?unit=CIN-01&dimension=structure&status=wanted&")
                            && link.endsWith(" 0 of 2 met"))
                    .anyMatch(link -> link.startsWith("/plan?dimension=structure&status=late&") && link.endsWith(" 1"));
            String late = links.stream()
                    .filter(link -> link.startsWith("/plan?unit=CIN-01&dimension=structure&status=late&"))
                    .findFirst()
                    .orElseThrow();
            Got page = service.get(late.substring(0, late.indexOf(' ')), Role.STAFF);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            assertThat(page.body())
                    .contains("1 milestone late, in structure, of initiatives that change CIN-01")
                    .contains("LM-014/1")
                    .doesNotContain("LM-014/2");
            assertThat(service.get(at("/units/CIN-01", TENTH), Role.STAFF).body())
                    .contains("href=\"/plan?unit=CIN-01&amp;effectiveOn=" + TENTH);
            assertThat(service.get(at("/plan?status=splendid", TENTH), Role.STAFF)
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void names_what_is_neglected() {
            JsonNode dimensions = ask(PROGRAMME + "/overview", MET).path("dimensions");

            assertThat(dimensions).hasSize(7);
            assertThat(found(dimensions, "dimension", "structure")
                            .path("neglected")
                            .asBoolean())
                    .as("a milestone was met today")
                    .isFalse();
            assertThat(found(dimensions, "dimension", "staff").path("neglected").asBoolean())
                    .isTrue();
            assertThat(found(dimensions, "dimension", "staff")
                            .path("daysWithoutMovement")
                            .asInt())
                    .as("since the programme began")
                    .isEqualTo(82);
        }

        @Test
        void says_what_comes_and_what_slipped() {
            JsonNode overview = ask(PROGRAMME + "/overview", FOLLOWED);

            assertThat(overview.path("comingDays").asInt()).isEqualTo(30);
            assertThat(overview.path("coming"))
                    .extracting(next -> next.path("reference").asString() + " "
                            + next.path("expectedOn").asString() + " "
                            + next.path("units").toString())
                    .containsExactly("LM-014/1 2026-03-23 [\"CIN-01\"]");
            assertThat(overview.at("/slips/0/reference").asString()).isEqualTo("LM-014/1");
        }
    }

    @Nested
    class a_scorecard {

        @ParameterizedTest
        @EnumSource(Dimension.class)
        void there_is_one_of_every_dimension_with_a_word_on_what_it_is_about(Dimension dimension) {
            JsonNode card = ask(PROGRAMME + "/dimensions/" + dimension.text(), MET);

            assertThat(card.path("description").asString())
                    .hasSizeGreaterThan(60)
                    .endsWith(".");
            assertThat(card.path("title").asString()).isEqualTo(dimension.spoken());
            assertThat(card.path("measures"))
                    .allSatisfy(row -> assertThat(row.path("trend")).hasSize(13));
        }

        @Test
        void of_strategy_counts_what_was_met_by_the_day_agreed_for_it() {
            JsonNode row = ask(PROGRAMME + "/dimensions/strategy", MET).at("/measures/0");

            assertThat(row.path("measure").asString()).isEqualTo("milestones-in-time");
            assertThat(row.path("numerator").asInt()).as("LM-030/1").isEqualTo(1);
            assertThat(row.path("denominator").asInt())
                    .as("LM-014/1, LM-021/1, LM-030/1")
                    .isEqualTo(3);
            assertThat(row.path("n").asInt()).isEqualTo(3);
            assertThat(row.path("value").asDouble()).isEqualTo(33.3);
            assertThat(row.path("lastPosition").asLong()).isEqualTo(KNOWN.get(MET));
        }

        @Test
        void figure_explains_itself() {
            JsonNode why = ask("/api/v1/audit/explain?measure=milestones-in-time", MET);
            int numerator = 0;
            int denominator = 0;
            var excluded = new ArrayList<String>();
            for (JsonNode part : why.path("parts")) {
                numerator += part.path("numerator").asInt();
                denominator += part.path("denominator").asInt();
                if (!part.path("excludedBecause").isNull()) {
                    excluded.add(part.path("milestone").asString() + " "
                            + part.path("excludedBecause").asString());
                    assertThat(part.path("why").asString()).endsWith(".");
                }
            }

            assertThat(numerator).isEqualTo(why.path("numerator").asInt()).isEqualTo(1);
            assertThat(denominator).isEqualTo(why.path("denominator").asInt()).isEqualTo(3);
            assertThat(excluded)
                    .containsExactlyInAnyOrder("LM-014/2 not-due-yet", "LM-030/2 cancelled", "LM-014/1 met-late");
        }

        @Test
        void of_what_is_no_dimension_is_refused_with_the_seven() {
            Got got = service.get(at(PROGRAMME + "/dimensions/weather", MET), Role.STAFF);

            assertThat(got.status()).isEqualTo(404);
            assertThat(got.json().path("detail").asString())
                    .isEqualTo("The seven are: shared-values, strategy, structure, systems, staff, style, skills.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plan", "/plan/slips", "/plan/timeline", "/matrix", "/overview", "/dimensions/strategy"})
    void every_table_comes_as_csv_too(String path) {
        Got got = service.get(at(PROGRAMME + path + "?format=csv", MET), Role.STAFF);

        assertThat(got.header("Content-Type")).startsWith("text/csv");
        assertThat(got.body().lines().count()).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plan", "/plan/slips", "/plan/timeline", "/matrix", "/overview"})
    void a_reader_sees_none_of_it(String path) {
        assertThat(service.get(at(PROGRAMME + path, MET), Role.READER)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("role-not-permitted");
    }
}

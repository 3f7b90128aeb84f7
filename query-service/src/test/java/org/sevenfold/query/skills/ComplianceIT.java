package org.sevenfold.query.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sevenfold.query.testing.LeaMarsh.START;
import static org.sevenfold.query.testing.LeaMarsh.appointed;
import static org.sevenfold.query.testing.LeaMarsh.closed;
import static org.sevenfold.query.testing.LeaMarsh.completed;
import static org.sevenfold.query.testing.LeaMarsh.course;
import static org.sevenfold.query.testing.LeaMarsh.ended;
import static org.sevenfold.query.testing.LeaMarsh.id;
import static org.sevenfold.query.testing.LeaMarsh.managed;
import static org.sevenfold.query.testing.LeaMarsh.person;
import static org.sevenfold.query.testing.LeaMarsh.post;
import static org.sevenfold.query.testing.LeaMarsh.required;
import static org.sevenfold.query.testing.LeaMarsh.unit;
import static org.sevenfold.query.testing.LeaMarsh.withdrawn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.Policy;
import org.sevenfold.events.governance.PolicyEvent.PolicySet;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeStarted;
import org.sevenfold.events.skills.Validity;
import org.sevenfold.events.skills.Validity.ValidityRule;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.query.testing.Service;
import org.sevenfold.query.testing.Service.Got;
import tools.jackson.databind.JsonNode;

/**
 * Who is required to hold what, and how they stand to it, asked for over HTTP: a group of two units under a manager who
 * is in post elsewhere, an old team, and social workers of every fate.
 */
class ComplianceIT {

    private static final Service SERVICE = new Service();
    private static final String PROGRAMME = "/api/v1/programmes/lea-marsh";
    private static final String REQUIRED = "/api/v1/audit/explain?measure=training-required";
    private static final ProgrammeId LEA_MARSH = new ProgrammeId(id("lea-marsh"));
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static long beforeWithdrawal;
    private static long end;

    @BeforeAll
    static void a_borough() {
        append(new ProgrammeStarted(LEA_MARSH, "lea-marsh", "Reclaiming practice", START, LocalDate.of(2026, 12, 31)));
        append(unit("GRP-1", null), unit("CIN-01", "GRP-1"), unit("CIN-02", "GRP-1"));
        append(unit("TEAM-8", "OTHER"), unit("TEAM-9", "OTHER"));
        append(course("RSK-01", 12), course("SYS-01", null), course("WRT-01", null));
        people();
        append(managed("GRP-1", null, "gita", START, null), managed("GRP-1", "gita", "mia", day(6, 1), null));
        append(closed("TEAM-8", day(8, 31), "CIN-01"));
        append(required("TR-0001", "RSK-01", PostRole.SOCIAL_WORKER, null, 30, day(2, 1)));
        append(required("TR-0002", "SYS-01", null, "GRP-1", 90, day(9, 1)));
        append(required("TR-0003", "WRT-01", PostRole.CONSULTANT_SOCIAL_WORKER, "CIN-01", 30, day(3, 1)));
        beforeWithdrawal = SERVICE.log.end();
        append(withdrawn("TR-0003", "WRT-01", day(6, 1)));
        append(completed("ben", "RSK-01", day(3, 10), true), completed("fay", "RSK-01", day(3, 10), false));
        append(completed("cho", "RSK-01", LocalDate.of(2025, 11, 15), true));
        append(completed("eve", "RSK-01", LocalDate.of(2025, 8, 1), true));
        append(completed("ada", "SYS-01", day(5, 5), true));
        end = SERVICE.log.end();
    }

    private static void people() {
        inPost("gita", "P-0100", PostRole.GROUP_MANAGER, "GRP-1", START);
        inPost("ada", "P-0101", PostRole.CONSULTANT_SOCIAL_WORKER, "CIN-01", START);
        inPost("ben", "P-0102", PostRole.SOCIAL_WORKER, "CIN-01", START);
        inPost("cho", "P-0201", PostRole.SOCIAL_WORKER, "CIN-02", START);
        inPost("dee", "P-0202", PostRole.SOCIAL_WORKER, "CIN-02", day(9, 10));
        inPost("fay", "P-0203", PostRole.SOCIAL_WORKER, "CIN-02", START);
        inPost("eve", "P-0901", PostRole.SOCIAL_WORKER, "TEAM-9", START);
        inPost("mia", "P-0902", PostRole.GROUP_MANAGER, "TEAM-9", START);
        // Hal moves from one such post to the next, ian comes back to one after ten days.
        EventId hal = inPost("hal", "P-0903", PostRole.SOCIAL_WORKER, "TEAM-9", START);
        append(ended("hal", "P-0903", hal, day(9, 15)));
        append(post("P-0103", PostRole.SOCIAL_WORKER, "CIN-01"), appointed("hal", "P-0103", day(9, 16), null));
        EventId ian = inPost("ian", "P-0904", PostRole.SOCIAL_WORKER, "TEAM-9", START);
        append(ended("ian", "P-0904", ian, day(8, 31)));
        append(post("P-0204", PostRole.SOCIAL_WORKER, "CIN-02"), appointed("ian", "P-0204", day(9, 10), null));
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    private static void append(DomainEvent... events) {
        for (DomainEvent event : events) {
            SERVICE.log.append(event);
        }
    }

    private static EventId inPost(String name, String post, PostRole role, String unit, LocalDate from) {
        append(person(name), post(post, role, unit));
        SERVICE.superuser()
                .update(
                        "INSERT INTO erasable.person VALUES (?, ?, ?, ?, NULL)",
                        id(name),
                        "Name of " + name,
                        name + "@leamarsh.example",
                        "S-" + name);
        return SERVICE.log.append(appointed(name, post, from, null));
    }

    private static JsonNode ask(String path, LocalDate day, long position, UUID who, Role... roles) {
        String at = (path.contains("?") ? "&" : "?") + "effectiveOn=" + day + "&knownAt=@" + position;
        Got got = SERVICE.get(path + at, who, roles);
        assertThat(got.status()).as(got.body()).isEqualTo(200);
        return got.json();
    }

    private static JsonNode ask(String path) {
        return ask(path, DAY, end, UUID.randomUUID(), Role.STAFF);
    }

    /** A person's status in a course, as learning and development reads it. */
    private static @Nullable String status(String name, String course, LocalDate day, long position) {
        JsonNode rows = ask(
                        PROGRAMME + "/compliance/people?limit=500&course=" + course,
                        day,
                        position,
                        UUID.randomUUID(),
                        Role.LEARNING_AND_DEVELOPMENT)
                .path("rows");
        for (JsonNode row : rows) {
            if (row.path("person").asString("").equals("Name of " + name)) {
                return row.path("status").asString();
            }
        }
        return null;
    }

    @ParameterizedTest
    @CsvSource({
        "ben, RSK-01, 2026-10-01, COMPLIANT",
        "ben, RSK-01, 2027-01-08, COMPLIANT", // ends on 9 March, which is sixty days from 8 January
        "ben, RSK-01, 2027-01-09, EXPIRING",
        "ben, RSK-01, 2027-03-09, EXPIRING",
        "ben, RSK-01, 2027-03-10, EXPIRED",
        "cho, RSK-01, 2026-10-01, EXPIRING",
        "eve, RSK-01, 2026-10-01, EXPIRED",
        "dee, RSK-01, 2026-10-10, DUE", // came on 10 September, due within 30 days
        "dee, RSK-01, 2026-10-11, OVERDUE",
        "fay, RSK-01, 2026-03-03, DUE", // there before the requirement, which began on 1 February
        "fay, RSK-01, 2026-03-04, OVERDUE",
        "fay, RSK-01, 2026-10-01, OVERDUE", // taken, not passed
        "hal, RSK-01, 2026-10-01, OVERDUE", // moving from post to post does not begin it anew
        "ian, RSK-01, 2026-10-01, DUE", // coming back does
        "ada, RSK-01, 2026-10-01, NOT_REQUIRED",
        "ada, SYS-01, 2026-10-01, COMPLIANT",
        "ada, SYS-01, 2026-08-31, NOT_REQUIRED", // held, but not required yet
        "gita, SYS-01, 2026-11-30, DUE", // the group itself
        "gita, SYS-01, 2026-12-01, OVERDUE",
        "eve, SYS-01, 2026-10-01, NOT_REQUIRED",
        "ada, WRT-01, 2026-05-01, OVERDUE", // as was required then
        "ada, WRT-01, 2026-06-01, NOT_REQUIRED"
    })
    void a_person_stands_to_a_course_as_was_required_on_the_day(
            String name, String course, LocalDate day, String status) {
        assertThat(status(name, course, day, end)).isEqualTo(status);
    }

    @Test
    void a_completion_counts_to_the_same_day_by_the_statement_and_by_the_rule() {
        for (LocalDate day = LocalDate.of(2027, 8, 1); day.isBefore(LocalDate.of(2028, 9, 1)); day = day.plusDays(1)) {
            for (int months : List.of(1, 6, 12, 24, 48)) {
                assertThat(SERVICE.superuser()
                                .queryForObject("SELECT query.last_valid_day(?, ?)", LocalDate.class, day, months))
                        .as("%d months from %s", months, day)
                        .isEqualTo(new Validity(months, ValidityRule.FROM_COMPLETION).lastDay(day));
            }
        }
    }

    @Test
    void what_was_known_before_a_withdrawal_stays_readable() {
        assertThat(status("ada", "WRT-01", day(6, 1), beforeWithdrawal)).isEqualTo("OVERDUE");
    }

    @Test
    void who_is_not_in_post_is_not_in_the_matrix() {
        assertThat(status("dee", "RSK-01", day(9, 9), end)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "SOCIAL_WORKER, RSK-01, 7, 1, 1, 2, 2, 1, 28.6",
        "CONSULTANT_SOCIAL_WORKER, SYS-01, 1, 1, 0, 0, 0, 0, 100.0",
        "GROUP_MANAGER, SYS-01, 1, 0, 0, 1, 0, 0, 0.0",
        "SOCIAL_WORKER, SYS-01, 6, 0, 0, 6, 0, 0, 0.0"
    })
    void a_role_is_counted_by_course(
            String role,
            String course,
            int required,
            int compliant,
            int expiring,
            int due,
            int overdue,
            int expired,
            BigDecimal value) {
        var found = new ArrayList<JsonNode>();
        for (JsonNode row : ask(PROGRAMME + "/compliance?limit=500").path("rows")) {
            if (row.path("role").asString().equals(role)
                    && row.path("course").asString().equals(course)) {
                found.add(row);
            }
        }
        assertThat(found).singleElement().satisfies(row -> {
            assertThat(counts(row)).containsExactly(required, compliant, expiring, due, overdue, expired, 0);
            assertThat(row.path("value").decimalValue()).isEqualByComparingTo(value);
        });
    }

    private static List<Integer> counts(JsonNode row) {
        return List.of("required", "compliant", "expiring", "due", "overdue", "expired", "exempt").stream()
                .map(name -> row.path(name).asInt())
                .toList();
    }

    @Test
    void roles_units_and_the_figure_come_to_the_same() {
        JsonNode byRole = ask(PROGRAMME + "/compliance?limit=500");
        JsonNode byUnit = ask(PROGRAMME + "/compliance?by=unit&limit=500");
        JsonNode figure = ask(REQUIRED);

        assertThat(counts(byRole.path("total"))).containsExactly(15, 2, 1, 9, 2, 1, 0);
        assertThat(sum(byRole)).isEqualTo(counts(byRole.path("total"))).isEqualTo(sum(byUnit));
        assertThat(figure.path("denominator").asInt()).isEqualTo(15);
        assertThat(figure.path("numerator").asInt()).isEqualTo(3);
    }

    private static List<Integer> sum(JsonNode answer) {
        var sums = new ArrayList<>(List.of(0, 0, 0, 0, 0, 0, 0));
        for (JsonNode row : answer.path("rows")) {
            List<Integer> counts = counts(row);
            for (int i = 0; i < counts.size(); i++) {
                sums.set(i, sums.get(i) + counts.get(i));
            }
        }
        return sums;
    }

    @Test
    void every_cell_leads_to_an_explanation_that_adds_up_and_names_the_requirement() {
        JsonNode rows = ask(PROGRAMME + "/compliance?by=unit&unit=CIN-01").path("rows");
        assertThat(rows.size()).isEqualTo(2);
        for (JsonNode row : rows) {
            Got got = SERVICE.get(row.path("explain").asString(), Role.AUDITOR);
            assertThat(got.status()).as(got.body()).isEqualTo(200);
            int numerator = 0;
            int denominator = 0;
            var events = new ArrayList<String>();
            for (JsonNode part : got.json().path("parts")) {
                numerator += part.path("numerator").asInt();
                denominator += part.path("denominator").asInt();
                events.add(part.path("event").asString());
            }
            assertThat(denominator)
                    .isEqualTo(row.path("required").asInt())
                    .isEqualTo(got.json().path("denominator").asInt());
            assertThat(numerator)
                    .isEqualTo(
                            row.path("compliant").asInt() + row.path("expiring").asInt());
            assertThat(events).contains("skills.training-requirement-set", "staff.appointment-made");
        }
    }

    @Test
    void an_appointment_that_was_ended_is_explained_by_the_event_that_made_it() {
        JsonNode parts = ask(REQUIRED + "&unit=TEAM-9&course=RSK-01", day(9, 1), end, UUID.randomUUID(), Role.AUDITOR)
                .path("parts");

        assertThat(parts).extracting(part -> part.path("event").asString()).doesNotContain("staff.appointment-ended");
        assertThat(parts).extracting(part -> part.path("person").asString("")).contains("Name of hal");
    }

    @Test
    void how_soon_something_expires_is_what_the_policy_says() {
        SERVICE.log.append(new PolicySet(LEA_MARSH, Policy.EXPIRING_DAYS, BigDecimal.valueOf(30), day(9, 1)));

        assertThat(status("cho", "RSK-01", DAY, SERVICE.log.end())).isEqualTo("COMPLIANT");
        assertThat(status("cho", "RSK-01", DAY, end)).isEqualTo("EXPIRING");
    }

    @Test
    void a_group_manager_reads_the_names_of_what_they_manage_and_counts_of_the_rest() {
        String people = PROGRAMME + "/compliance/people?course=RSK-01&limit=500";
        String mia = ask(people, DAY, end, id("mia"), Role.GROUP_MANAGER).toString();
        assertThat(mia).contains("Name of ben", "Name of cho", "Name of gita", "Name of mia");
        assertThat(ask(people + "&unit=CIN-02", day(5, 31), end, id("mia"), Role.GROUP_MANAGER)
                        .toString())
                .as("before she managed them")
                .doesNotContain("Name of");
        assertThat(ask(people + "&unit=CIN-02", day(5, 31), end, id("gita"), Role.GROUP_MANAGER)
                        .toString())
                .contains("Name of cho");
    }

    @Test
    void who_may_not_read_names_reads_counts_by_unit_and_their_own_line() {
        JsonNode rows = ask(PROGRAMME + "/compliance/people?course=RSK-01&unit=CIN-02", DAY, end, id("fay"), Role.STAFF)
                .path("rows");

        assertThat(rows)
                .extracting(row -> row.path("status").asString() + " "
                        + row.path("people").asInt() + " " + row.path("person").asString(""))
                .containsExactly("DUE 2 ", "EXPIRING 1 ", "OVERDUE 1 Name of fay");
        assertThat(rows.toString()).doesNotContain(id("cho").toString());
        assertThat(rows.get(0).path("dueOn").isNull()).isTrue();
        assertThat(rows.get(2).path("dueOn").asString()).isEqualTo("2026-03-03");
    }

    @Test
    void pages_hold_every_line_once() {
        String path = PROGRAMME + "/compliance/people?limit=4&effectiveOn=" + DAY + "&knownAt=@" + end;
        var lines = new ArrayList<String>();
        while (!path.isEmpty()) {
            Got got = SERVICE.get(path, UUID.randomUUID(), Role.HUMAN_RESOURCES);
            assertThat(got.status()).as(got.body()).isEqualTo(200);
            got.json()
                    .path("rows")
                    .forEach(row -> lines.add(row.path("unit").asString()
                            + row.path("course")
                            + row.path("person").asString()));
            String link = got.header("Link");
            path = link.isEmpty() ? "" : link.substring(link.indexOf('/', link.indexOf("/api") - 1), link.indexOf('>'));
        }
        // Ten people in post, each in one unit, and three courses.
        assertThat(lines).hasSize(30).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"/compliance?by=month, by", "/compliance/people?status=LATE, status", "/compliance?unit=CIN-99, unit"})
    void what_cannot_be_meant_is_named(String path, String parameter) {
        Got got = SERVICE.get(PROGRAMME + path, Role.STAFF);

        assertThat(got.status()).isBetween(400, 404);
        assertThat(got.json().at("/violations/0/pointer").asString()).isEqualTo(parameter);
    }

    @Test
    void a_unit_shows_who_manages_it_and_how_its_people_stand() {
        JsonNode unit = ask(PROGRAMME + "/units/CIN-01", DAY, end, UUID.randomUUID(), Role.HUMAN_RESOURCES);

        assertThat(unit.at("/manager/person").asString()).isEqualTo("Name of mia");
        assertThat(unit.at("/manager/post").asString()).isEqualTo("P-0902");
        assertThat(unit.path("managers"))
                .extracting(manager -> manager.path("person").asString() + " "
                        + manager.path("assignedTo").asString() + " "
                        + manager.path("lastDay").asString("") + " "
                        + manager.path("state").asString())
                .containsExactly("Name of gita GRP-1 2026-05-31 past", "Name of mia GRP-1  present");
        assertThat(unit.path("compliance"))
                .extracting(row -> row.path("course").asString() + counts(row))
                .containsExactly("RSK-01[2, 1, 0, 0, 1, 0, 0]", "SYS-01[3, 1, 0, 2, 0, 0, 0]");
        assertThat(unit.path("closed").asBoolean()).isFalse();
    }

    @Test
    void whoever_may_not_read_names_sees_the_managers_post() {
        JsonNode unit = ask(PROGRAMME + "/units/CIN-01");

        assertThat(unit.at("/manager/post").asString()).isEqualTo("P-0902");
        assertThat(unit.at("/manager/role").asString()).isEqualTo("GROUP_MANAGER");
        assertThat(unit.toString()).doesNotContain("Name of", id("mia").toString());
    }

    @Test
    void a_closed_unit_is_shown_as_on_its_last_day() {
        JsonNode unit = ask(PROGRAMME + "/units/TEAM-8");

        assertThat(unit.path("closed").asBoolean()).isTrue();
        assertThat(unit.path("shownOn").asString()).isEqualTo("2026-08-31");
        assertThat(unit.at("/unit/lastDay").asString()).isEqualTo("2026-08-31");
        assertThat(unit.at("/unit/successor").asString()).isEqualTo("CIN-01");
        assertThat(ask(PROGRAMME + "/units").toString()).doesNotContain("TEAM-8");
        assertThat(ask(PROGRAMME + "/units", day(8, 31), end, UUID.randomUUID(), Role.STAFF)
                        .toString())
                .contains("TEAM-8");
    }

    @Test
    void a_requirement_has_a_history_under_its_reference() {
        JsonNode history = ask("/api/v1/audit/history/tr-0003", DAY, end, UUID.randomUUID(), Role.AUDITOR)
                .path("history");

        assertThat(history)
                .extracting(event -> event.path("event").asString())
                .containsExactly("skills.training-requirement-set", "skills.training-requirement-withdrawn");
        assertThat(history.get(0).toString()).contains("WRT-01 (", "CIN-01 (");
    }

    @Test
    void the_history_of_a_group_names_its_managers_within_scope() {
        JsonNode named = ask("/api/v1/audit/history/GRP-1", DAY, end, UUID.randomUUID(), Role.AUDITOR);
        assertThat(named.toString()).contains("structure.group-manager-assigned", "Name of mia (");

        JsonNode veiled = ask("/api/v1/audit/history/GRP-1");
        assertThat(veiled.toString())
                .contains("not shown")
                .doesNotContain("Name of", id("mia").toString());
    }
}

package org.sevenfold.query.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sevenfold.query.testing.ChangeWork.added;
import static org.sevenfold.query.testing.ChangeWork.adopted;
import static org.sevenfold.query.testing.ChangeWork.affects;
import static org.sevenfold.query.testing.ChangeWork.met;
import static org.sevenfold.query.testing.ChangeWork.registered;
import static org.sevenfold.query.testing.ChangeWork.reopened;
import static org.sevenfold.query.testing.ChangeWork.serves;
import static org.sevenfold.query.testing.ChangeWork.servesNoLonger;
import static org.sevenfold.query.testing.LeaMarsh.START;
import static org.sevenfold.query.testing.LeaMarsh.appointed;
import static org.sevenfold.query.testing.LeaMarsh.corrected;
import static org.sevenfold.query.testing.LeaMarsh.course;
import static org.sevenfold.query.testing.LeaMarsh.ended;
import static org.sevenfold.query.testing.LeaMarsh.id;
import static org.sevenfold.query.testing.LeaMarsh.person;
import static org.sevenfold.query.testing.LeaMarsh.post;
import static org.sevenfold.query.testing.LeaMarsh.required;
import static org.sevenfold.query.testing.LeaMarsh.unit;
import static org.sevenfold.query.testing.LeaMarsh.voided;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.Role;
import org.sevenfold.events.sharedvalues.ValueStatementKind;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionRecorded;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitEvent.UnitEstablished;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.events.structure.UnitKind;
import org.sevenfold.query.measure.Figures.Line;
import org.sevenfold.query.testing.LeaMarsh;
import org.sevenfold.query.testing.Service;
import org.sevenfold.query.testing.Service.Got;
import tools.jackson.databind.JsonNode;

/**
 * Every measure against a small borough that can be counted by hand, once as it was first recorded and once as it was
 * corrected; and every figure against what explains it. Beside the real measures stand invented ones, of each kind that
 * no real one has yet: they are files in the test's own resources and nothing else.
 */
class MeasuresIT {

    private static final Service SERVICE = new Service();
    private static final LocalDate SPRING = LocalDate.of(2026, 4, 15);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 1);
    private static long first;
    private static long last;

    @BeforeAll
    static void a_borough() {
        var log = SERVICE.log;
        log.append(LeaMarsh.STARTED);
        log.append(unit("GRP-1", null));
        log.append(unit("CIN-01", "GRP-1"));
        log.append(unit("CIN-02", "GRP-1"));
        log.append(new UnitEstablished(
                new UnitId(id("TEAM-9")), "TEAM-9", "Team 9", UnitKind.TEAM, "Children in need", null, START, null));
        log.append(course("RSK-01", 12));
        log.append(course("SYS-01", null));
        log.append(required("TR-0001", "RSK-01", PostRole.SOCIAL_WORKER, null, 30, day(2, 1)));
        inPost("gita", "P-0100", PostRole.GROUP_MANAGER, "GRP-1");
        inPost("ada", "P-0101", PostRole.CONSULTANT_SOCIAL_WORKER, "CIN-01");
        EventId ben = inPost("ben", "P-0102", PostRole.SOCIAL_WORKER, "CIN-01");
        inPost("cho", "P-0201", PostRole.SOCIAL_WORKER, "CIN-02");
        inPost("ned", "P-0901", PostRole.SOCIAL_WORKER, "TEAM-9");
        completed("ada", "RSK-01", day(3, 1), true, "Register A");
        EventId wrong = completed("ben", "RSK-01", day(3, 5), false, "Register A");
        EventId never = completed("cho", "RSK-01", day(9, 3), true, "Register B");
        completed("ada", "SYS-01", day(2, 1), true, "Register B");
        completed("gita", "SYS-01", day(4, 1), true, "Register B");
        log.append(adopted("VAL-01", ValueStatementKind.VISION, START));
        log.append(adopted("VAL-02", ValueStatementKind.PRINCIPLE, START));
        log.append(registered("LM-014", Dimension.STRUCTURE, "ada", day(2, 1), "CIN-01"));
        EnumSet.complementOf(EnumSet.of(Dimension.STYLE))
                .forEach(dimension -> log.append(affects("LM-014", dimension, day(2, 1))));
        log.append(serves("LM-014", "VAL-01", day(2, 1)));
        log.append(added("LM-014/1", day(4, 1), day(2, 1)));
        log.append(added("LM-014/2", day(6, 1), day(2, 1)));
        log.append(met("LM-014/1", day(3, 30)));
        log.append(registered("LM-021", Dimension.STYLE, "ada", day(6, 1), "CIN-02"));
        log.append(serves("LM-021", "VAL-02", day(6, 1)));
        first = log.end();
        log.append(corrected(wrong, "ben", "RSK-01", day(3, 6), true));
        log.append(voided(never, "cho", "RSK-01"));
        log.append(ended("ben", "P-0102", ben, day(5, 31)));
        log.append(reopened("LM-014/1", day(4, 10)));
        log.append(affects("LM-014", Dimension.STYLE, day(4, 1)));
        log.append(servesNoLonger("LM-021", "VAL-02", day(6, 2)));
        last = log.end();
    }

    private static EventId inPost(String name, String post, PostRole role, String unit) {
        SERVICE.log.append(person(name));
        SERVICE.log.append(post(post, role, unit));
        return SERVICE.log.append(appointed(name, post, START, null));
    }

    private static EventId completed(String name, String course, LocalDate on, boolean passed, String document) {
        return SERVICE.log.append(new TrainingCompletionRecorded(
                new PersonId(id(name)),
                new CourseId(id(course)),
                on,
                passed,
                new Evidence("register", document, "shelf 4", null)));
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private static long position(String known) {
        return known.equals("first") ? first : last;
    }

    private static JsonNode ask(String path, LocalDate day, long position) {
        Got got = SERVICE.get(
                path + (path.contains("?") ? "&limit=500&" : "?") + "effectiveOn=" + day + "&knownAt=@" + position,
                Role.AUDITOR);
        assertThat(got.status()).as(path + " " + got.body()).isEqualTo(200);
        return got.json();
    }

    @ParameterizedTest
    @CsvSource({
        "training-in-date&course=RSK-01, 2026-04-15, first, 1, 5, 20.0", // ada
        "training-in-date&course=RSK-01, 2026-04-15, last, 2, 5, 40.0", // and ben, by a correction
        "training-in-date&course=RSK-01, 2026-10-01, first, 2, 5, 40.0", // ada and cho
        "training-in-date&course=RSK-01, 2026-10-01, last, 1, 4, 25.0", // cho never did, ben has left
        "training-required, 2026-04-15, first, 0, 3, 0.0", // ben, cho and ned
        "training-required, 2026-04-15, last, 1, 3, 33.3",
        "training-required, 2026-10-01, first, 1, 3, 33.3",
        "training-required, 2026-10-01, last, 0, 2, 0.0",
        "staff-in-units, 2026-04-15, first, 3, 4, 75.0", // ned is in the old team, gita in the group itself
        "staff-in-units, 2026-04-15, last, 3, 4, 75.0",
        "staff-in-units, 2026-10-01, first, 3, 4, 75.0",
        "staff-in-units, 2026-10-01, last, 2, 3, 66.7",
        "milestones-in-time, 2026-04-15, first, 1, 1, 100.0",
        "milestones-in-time, 2026-04-15, last, 0, 1, 0.0", // it was not met after all
        "milestones-in-time, 2026-10-01, first, 1, 2, 50.0",
        "milestones-in-time, 2026-10-01, last, 0, 2, 0.0",
        "initiatives-considered, 2026-04-15, first, 0, 1, 0.0",
        "initiatives-considered, 2026-04-15, last, 1, 1, 100.0",
        "initiatives-considered, 2026-10-01, first, 0, 2, 0.0",
        "initiatives-considered, 2026-10-01, last, 1, 2, 50.0",
        "values-served, 2026-04-15, first, 1, 2, 50.0",
        "values-served, 2026-04-15, last, 1, 2, 50.0",
        "values-served, 2026-10-01, first, 2, 2, 100.0",
        "values-served, 2026-10-01, last, 1, 2, 50.0",
        "completions-to-ten, 2026-04-15, first, 3, 5, 6.00",
        "completions-to-ten, 2026-10-01, last, 4, 4, 10.00",
        "fte-of-an-appointment, 2026-04-15, first, 3, 5, 0.60"
    })
    void a_fraction_is_as_counted_by_hand(
            String figure, LocalDate day, String known, int numerator, int denominator, String value) {
        JsonNode explained = ask("/api/v1/audit/explain?measure=" + figure, day, position(known));

        assertThat(explained.path("numerator").asInt()).isEqualTo(numerator);
        assertThat(explained.path("denominator").asInt()).isEqualTo(denominator);
        assertThat(explained.path("value").decimalValue()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "days-into-the-year, 2026-04-15, first, 59, 3, '2026-03-01'", // 31, 59, 90
        "days-into-the-year, 2026-04-15, last, 61.5, 4, '2026-03-01 2026-03-06'", // 31, 59, 64, 90
        "days-into-the-year&document=Register A, 2026-10-01, first, 59, 1, '2026-03-01'",
        "days-into-the-year&document=Register B, 2026-10-01, first, 90, 3, '2026-04-01'", // 31, 90, 245
        "hours-of-training, 2026-04-15, first, 22.5, 3, ''",
        "hours-of-training&unit=CIN-01, 2026-04-15, last, 22.5, 3, ''",
        "people-trained, 2026-10-01, first, 3, 3, '2026-03-01 2026-04-01 2026-09-03'", // ada twice, cho, gita
        "levels-of-units, 2026-04-15, last, 2, 5, '2026-01-01 2026-01-01'",
        "first-to-last-completion, 2026-10-01, first, 214, 4, '2026-02-01 2026-09-03'",
        "first-to-last-completion, 2026-10-01, last, 59, 4, '2026-02-01 2026-04-01'",
        "first-to-last-completion&course=RSK-01, 2026-04-15, first, 0, 1, '2026-03-01'"
    })
    void any_other_figure_says_its_value_and_which_of_its_facts_make_it(
            String figure, LocalDate day, String known, BigDecimal value, int n, String chosen) {
        JsonNode explained = ask("/api/v1/audit/explain?measure=" + figure.replace(" ", "%20"), day, position(known));

        assertThat(explained.path("value").decimalValue()).isEqualByComparingTo(value);
        assertThat(explained.path("n").asInt()).isEqualTo(n);
        assertThat(parts(explained)
                        .filter(part -> part.path("chosen").asBoolean())
                        .map(part -> part.path("effectiveOn").asString())
                        .sorted())
                .containsExactlyElementsOf(chosen.isEmpty() ? List.of() : List.of(chosen.split(" ", -1)));
    }

    @Test
    void a_zero_nothing_recorded_not_applicable_and_suppressed_are_four_things() {
        LocalDate before = START.plusDays(5);
        assertThat(state("hours-of-training&unit=CIN-01", before)).isEqualTo("none recorded null");
        assertThat(state("days-into-the-year", before)).isEqualTo("none recorded null");
        assertThat(state("training-required", before)).isEqualTo("not applicable null");
        assertThat(state("people-trained", SPRING)).as("two people").isEqualTo("suppressed null");
        assertThat(state("people-trained", AUTUMN)).as("three").isEqualTo("counted 3");
        assertThat(state("training-required&unit=CIN-02", SPRING)).isEqualTo("counted 0.0");
        assertThat(state("first-to-last-completion&course=RSK-01", SPRING)).isEqualTo("counted 0");
    }

    @Test
    void what_failed_makes_a_zero_and_not_nothing() {
        SERVICE.log.append(new TrainingCompletionRecorded(
                new PersonId(id("ned")), new CourseId(id("SYS-01")), day(5, 1), false, null));

        JsonNode hours = ask("/api/v1/audit/explain?measure=hours-of-training&unit=TEAM-9", AUTUMN, SERVICE.log.end());

        assertThat(hours.path("state").asString()).isEqualTo("counted");
        assertThat(hours.path("value").decimalValue()).isZero();
    }

    private static String state(String figure, LocalDate day) {
        JsonNode explained = ask("/api/v1/audit/explain?measure=" + figure, day, first);
        boolean hidden = explained.path("state").asString().equals("suppressed");
        assertThat(explained.path("rule").isMissingNode()).isNotEqualTo(hidden);
        assertThat(hidden && !explained.path("parts").isEmpty()).isFalse();
        return explained.path("state").asString() + " "
                + (explained.path("value").isNull()
                        ? "null"
                        : explained.path("value").decimalValue().toPlainString());
    }

    static Stream<LocalDate> days() {
        return Stream.of(START.plusDays(5), SPRING, AUTUMN, LocalDate.of(2027, 3, 10));
    }

    @ParameterizedTest
    @MethodSource("days")
    void every_figure_of_every_measure_follows_from_what_explains_it(LocalDate day) {
        var measures = SERVICE.bean(Measures.class);
        var kinds = new TreeSet<MeasureKind>();
        for (long position : List.of(first, last)) {
            for (Line line : SERVICE.bean(Figures.class).at(day, position).lines()) {
                Measure measure = measures.require(line.measure());
                kinds.add(measure.kind());
                JsonNode explained = ask(
                        "/api/v1/audit/explain?measure=" + line.measure()
                                + (line.unit() == null ? "" : "&unit=" + line.unit())
                                + (line.of() == null
                                        ? ""
                                        : "&" + line.by() + "=" + line.of().replace(" ", "%20")),
                        day,
                        position);
                assertThat(explained.path("state").asString())
                        .as(line.toString())
                        .isEqualTo(line.state());
                assertThat(explained.path("value").isNull()).isEqualTo(line.value() == null);
                if (line.state().equals("counted")) {
                    assertThat(explained.path("value").decimalValue())
                            .as(line + " " + explained.path("parts"))
                            .isEqualByComparingTo(line.value())
                            .isEqualByComparingTo(made(measure, explained));
                }
                parts(explained)
                        .forEach(part -> assertThat(part.path("why").isNull())
                                .as(part.toString())
                                .isEqualTo(part.path("excludedBecause").isNull())
                                .isEqualTo(part.path("counted").asBoolean()));
            }
        }
        if (day.equals(AUTUMN)) {
            assertThat(kinds).as("each kind is tried").containsExactlyInAnyOrder(MeasureKind.values());
        }
    }

    /** The figure of the parts that explain it. */
    private static BigDecimal made(Measure measure, JsonNode explained) {
        List<JsonNode> counted = parts(explained)
                .filter(part -> part.path("counted").asBoolean())
                .toList();
        List<JsonNode> chosen =
                counted.stream().filter(part -> part.path("chosen").asBoolean()).toList();
        BigDecimal made = switch (measure.kind()) {
            case SHARE, RATE ->
                sum(counted, "numerator")
                        .multiply(measure.per())
                        .divide(sum(counted, "denominator"), 9, RoundingMode.HALF_UP);
            case MEAN -> sum(counted, "value").divide(BigDecimal.valueOf(counted.size()), 9, RoundingMode.HALF_UP);
            case SUM -> sum(counted, "value");
            case COUNT -> BigDecimal.valueOf(chosen.size());
            case MEDIAN -> sum(chosen, "value").divide(BigDecimal.valueOf(chosen.size()), 9, RoundingMode.HALF_UP);
            case LONGEST_PATH -> {
                assertThat(chosen)
                        .extracting(part -> part.path("path").asString())
                        .containsOnly(chosen.getFirst().path("path").asString());
                yield chosen.stream()
                        .map(part -> part.path("value").decimalValue())
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
            }
            case DAYS_BETWEEN ->
                BigDecimal.valueOf(ChronoUnit.DAYS.between(on(chosen.getFirst()), on(chosen.getLast())));
        };
        return made.setScale(measure.decimals(), RoundingMode.HALF_UP);
    }

    private static LocalDate on(JsonNode part) {
        return LocalDate.parse(part.path("effectiveOn").asString());
    }

    private static BigDecimal sum(List<JsonNode> parts, String number) {
        return parts.stream().map(part -> part.path(number).decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Stream<JsonNode> parts(JsonNode explained) {
        return StreamSupport.stream(explained.path("parts").spliterator(), false);
    }

    @Test
    void a_scorecard_has_a_row_for_each_of_what_a_measure_is_kept_by_whatever_that_is() {
        JsonNode rows = ask("/api/v1/programmes/lea-marsh/dimensions/systems", AUTUMN, first)
                .path("measures");
        var said = new ArrayList<String>();
        rows.forEach(row -> said.add(row.path("measure").asString() + " "
                + row.path("document").asString("") + row.path("course").asString("") + " "
                + row.path("value").asString("") + " " + row.path("trend").size()));

        assertThat(said)
                .contains(
                        "days-into-the-year  74.5 13",
                        "days-into-the-year Register A 59.0 13",
                        "days-into-the-year Register B 90.0 13",
                        "first-to-last-completion RSK-01 186 13",
                        "people-trained  3 13")
                .doesNotHaveDuplicates();
    }

    @Test
    void a_page_of_parts_goes_on_where_the_last_one_ended() {
        var all = new ArrayList<String>();
        String next =
                "/api/v1/audit/explain?measure=training-in-date&limit=4&effectiveOn=" + AUTUMN + "&knownAt=@" + last;
        while (!next.isEmpty()) {
            Got page = SERVICE.get(next, Role.AUDITOR);
            parts(page.json())
                    .forEach(part -> all.add(part.path("position") + " " + part.path("course") + part.path("unit")));
            next = page.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        }

        JsonNode whole = ask("/api/v1/audit/explain?measure=training-in-date", AUTUMN, last);
        assertThat(all).hasSize(whole.path("parts").size()).doesNotHaveDuplicates();
    }

    @Test
    void the_headline_of_skills_is_what_is_required() {
        JsonNode row = ask("/api/v1/programmes/lea-marsh/dimensions/skills", AUTUMN, last)
                .at("/measures/0");

        assertThat(row.path("measure").asString()).isEqualTo("training-required");
        assertThat(row.path("courseTitle").asString()).isEqualTo("all courses");
    }

    @Test
    void what_is_about_one_course_is_the_last_position_of_its_figures_only() {
        completed("ned", "SYS-01", day(9, 9), true, "Register B");
        long position = SERVICE.log.end();
        JsonNode rows = ask("/api/v1/programmes/lea-marsh/dimensions/skills", AUTUMN, position)
                .path("measures");

        for (JsonNode row : rows) {
            assertThat(row.path("lastPosition").asLong() == position)
                    .as(row.path("measure") + " " + row.path("course"))
                    .isNotEqualTo(row.path("course").asString("").equals("RSK-01"));
        }
    }
}

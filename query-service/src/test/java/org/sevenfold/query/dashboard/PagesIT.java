package org.sevenfold.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sevenfold.query.testing.LeaMarsh.completed;
import static org.sevenfold.query.testing.LeaMarsh.course;
import static org.sevenfold.query.testing.LeaMarsh.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sevenfold.events.Role;
import org.sevenfold.query.testing.Service;
import org.sevenfold.query.testing.Service.Got;
import tools.jackson.databind.JsonNode;

/** What the pages show is what the API says, they keep what was typed, and a past stays as it was. */
class PagesIT {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static final String PERSON = "sevenfold.visitor.person-id";
    private static final String ROLES = "sevenfold.visitor.roles";
    private static final Pattern CELL = Pattern.compile("<td class=\"sf-heat-\\d\">(.*?)</td>", Pattern.DOTALL);

    private static final Service SERVICE = serviceWithVisitor();
    private static long end;

    private static Service serviceWithVisitor() {
        System.setProperty(PERSON, new UUID(7, 7).toString());
        System.setProperty(ROLES, Role.PROGRAMME_MANAGER.text());
        try {
            return new Service();
        } finally {
            System.clearProperty(PERSON);
            System.clearProperty(ROLES);
        }
    }

    @BeforeAll
    static void a_small_borough() {
        end = Borough.into(SERVICE);
    }

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    private static Got open(String address) {
        return SERVICE.send("GET", address, Map.of(), null);
    }

    private static String coordinates() {
        return "effectiveOn=" + DAY + "&knownAt=@" + end;
    }

    private static JsonNode api(String path) {
        return SERVICE.get(path + (path.contains("?") ? "&" : "?") + coordinates(), Role.PROGRAMME_MANAGER)
                .json();
    }

    /** The words of some markup, as a person reads them. */
    private static String words(String html) {
        return html.replaceAll("<[^>]*>", " ")
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ")
                .strip();
    }

    @Test
    void without_a_visitor_a_page_wants_a_token_like_everything_else() {
        Service locked = Service.shared();

        for (String page : List.of("/", "/explain?measure=training-in-date", "/units/CIN-01", "/history/CIN-01")) {
            Got got = locked.send("GET", page, Map.of(), null);
            assertThat(got.status()).as(page).isEqualTo(401);
            assertThat(got.header("Content-Type")).isEqualTo("application/problem+json");
        }
        Got opened = locked.get("/", Role.PROGRAMME_MANAGER);
        assertThat(opened.status()).as(opened.body()).isEqualTo(200);
        assertThat(locked.get("/", Role.READER).status()).isEqualTo(403);
        assertThat(open("/api/v1/programmes/lea-marsh/units").status()).isEqualTo(401);
    }

    @Test
    void a_visitor_opens_the_page_and_reads_what_it_stands_on() {
        Got got = open("/training?" + coordinates());

        assertThat(got.status()).as(got.body()).isEqualTo(200);
        assertThat(got.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(words(got.body()))
                .contains(
                        "Shown as it was in the service on 1 October 2026, using what was recorded by position " + end)
                .contains("tamper-evident, not tamper-proof")
                .contains(got.header("Basis-Root"))
                .doesNotContain("Sample data")
                .doesNotContain("Name of");
        assertThat(got.header("Basis-Position")).isEqualTo(Long.toString(end));
        assertThat(got.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(got.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .contains("font-src 'none'")
                .doesNotContain("unsafe");
        assertThat(got.body()).doesNotContain("style=\"").doesNotContain("<script");
    }

    @Test
    void the_same_page_is_not_sent_twice() {
        String etag = open("/training?" + coordinates()).header("ETag");

        Got again = SERVICE.send("GET", "/training?" + coordinates(), Map.of("If-None-Match", etag), null);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void every_cell_says_what_the_api_says() {
        List<String> cells = CELL.matcher(open("/training?" + coordinates()).body())
                .results()
                .map(MatchResult::group)
                .map(PagesIT::words)
                .toList();
        var expected = new ArrayList<String>();
        api("/api/v1/programmes/lea-marsh/training-compliance?limit=500")
                .path("rows")
                .forEach(row -> expected.add(figure(row, row.path("unit").asString() + ", ")));

        assertThat(cells).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(cells).contains("CIN-01, RSK-01: 100 % · 2 of 2", "CIN-04, RSK-01: not applicable");
    }

    @Test
    void a_day_that_there_is_not_stays_as_it_was_typed() {
        Got page = open("/training?effectiveOn=2026-02-31");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).containsPattern("name=\"effectiveOn\" type=\"text\" value=\"2026-02-31\"");
    }

    @Test
    void the_last_row_says_what_the_scorecard_says() {
        String body = open("/training?" + coordinates()).body();
        String total = words(body.substring(body.indexOf("<tfoot>")));

        for (JsonNode row :
                api("/api/v1/programmes/lea-marsh/dimensions/skills").path("measures")) {
            if (row.path("measure").asString().equals("training-in-date")
                    && !row.path("course").isNull()) {
                assertThat(total).contains(figure(row, "All units, "));
            }
        }
    }

    private static String figure(JsonNode row, String who) {
        String what = who + row.path("course").asString() + ": ";
        return row.path("value").isNull()
                ? what + "not applicable"
                : what + row.path("value").decimalValue().stripTrailingZeros().toPlainString() + " % · "
                        + row.path("numerator").asString() + " of "
                        + row.path("denominator").asString();
    }

    @Test
    void a_figure_leads_to_its_events_and_they_add_up() {
        String body = open("/training?" + coordinates()).body();
        String link = "/explain?measure=training-in-date&amp;unit=CIN-02&amp;course=RSK-01&amp;"
                + coordinates().replace("&", "&amp;");
        assertThat(body).contains("href=\"" + link + "\"");

        String explained = words(open(link.replace("&amp;", "&")).body());

        assertThat(explained)
                .contains("1 of 2 people in post in CIN-02 held RSK-01 in date on 1 October 2026.")
                .contains("Not counted: It was voided: it never happened.")
                .contains("Not counted: A later completion of the same course counts instead.")
                .contains("P-0201, social worker")
                .contains("Sum 1 2 This is the figure: 1 of 2.")
                .doesNotContain("Name of");
    }

    @Test
    void totals_are_explained_too() {
        String explain = "/explain?measure=training-in-date&" + coordinates();

        assertThat(words(open(explain + "&course=RSK-01").body()))
                .contains("held RSK-01 in date", "This is the figure");
        assertThat(words(open(explain + "&unit=CIN-02").body()))
                .contains("Counting everybody in post in CIN-02 once for each course");
        assertThat(words(open(explain).body())).contains("Counting everybody in post once for each course");
        assertThat(words(open(explain + "&unit=CIN-04&course=RSK-01").body()))
                .contains("Nobody was in post in CIN-04 on 1 October 2026, so the figure does not apply.");
    }

    @Test
    void a_unit_shows_its_posts_and_courses_and_what_was_recorded_about_it() {
        assertThat(words(open("/units/CIN-02?" + coordinates()).body()))
                .contains("Unit CIN-02", "P-0201 Social worker", "RSK-01: 50 % · 1 of 2")
                .doesNotContain("Name of");
        assertThat(words(open("/history/P-0201?" + coordinates()).body()))
                .contains("Post created", "Appointment made", "not shown");
        assertThat(open("/units/CIN-02?" + coordinates()).header("Cache-Control"))
                .isEqualTo("private, no-cache");
        assertThat(SERVICE.get("/units/CIN-02?" + coordinates(), Role.AUDITOR).header("Cache-Control"))
                .isEqualTo("private, no-store");
    }

    @Test
    void what_cannot_be_read_is_said_at_its_field_and_stays_as_it_was_typed() {
        Got got = open("/training?effectiveOn=31.7.2026&knownAt=2026-08-14");

        assertThat(got.status()).isEqualTo(400);
        assertThat(words(got.body())).contains("There is a problem", "A day is written like 2026-05-03");
        assertThat(got.body())
                .contains("href=\"#effectiveOn\"")
                .contains("value=\"31.7.2026\"")
                .contains("value=\"2026-08-14\"");
    }

    @Test
    void a_refused_date_of_an_explanation_keeps_the_figure_that_was_asked_about() {
        Got got = open("/explain?measure=training-in-date&unit=CIN-02&course=RSK-01&knownAt=2199-01-01");

        assertThat(got.status()).isEqualTo(422);
        assertThat(words(got.body())).contains("Nobody knows yet what will be known then.");
        assertThat(got.body()).contains("name=\"unit\" value=\"CIN-02\"").contains("value=\"2199-01-01\"");
    }

    @Test
    void junk_is_answered_with_a_page_in_sentences() {
        String noise = "x".repeat(300);
        for (String address : List.of(
                "/training?effectiveon=2026-01-01",
                "/training?effectiveOn=2026-01-01&effectiveOn=2026-01-02",
                "/training?knownAt=@-1",
                "/training?knownAt=@99999999999999999999",
                "/training?knownAt=%27%3B--",
                "/training?effectiveOn=" + noise,
                "/explain",
                "/explain?measure=happiness",
                "/explain?measure=training-in-date&unit=NONE",
                "/explain?measure=training-in-date&after=1_2_3",
                "/explain?measure=training-in-date&unit=%3Cscript%3Ealert(1)%3C/script%3E",
                "/units/NONE",
                "/units/" + noise,
                "/history/nobody")) {
            Got got = open(address);
            assertThat(got.status()).as(address).isBetween(400, 422);
            assertThat(got.header("Content-Type")).as(address).startsWith("text/html");
            assertThat(got.body())
                    .as(address)
                    .contains("<h1")
                    .doesNotContain("<script")
                    .doesNotContain("Exception")
                    .doesNotContain("SELECT");
        }
    }

    @Test
    void an_empty_field_says_nothing() {
        assertThat(open("/training?effectiveOn=" + DAY + "&knownAt=").status()).isEqualTo(200);
        assertThat(open("/training?effectiveOn=&knownAt=").status()).isEqualTo(200);
    }

    @Test
    void before_anything_was_known_the_page_says_that_there_is_nothing() {
        assertThat(words(open("/training?effectiveOn=2026-10-01&knownAt=@0").body()))
                .contains("There is no programme lea-marsh. Nobody had started it by then.");
    }

    @Test
    void the_table_comes_as_csv_with_the_same_figures() {
        Got got = open("/training-in-date.csv?" + coordinates());

        assertThat(got.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(got.body())
                .startsWith("group,unit,unitName,RSK-01 value,RSK-01 numerator,RSK-01 denominator,")
                .contains("GRP-1,CIN-01,Unit CIN-01,100.0,2,2,")
                .contains("GRP-1,CIN-04,Unit CIN-04,not applicable,0,0,");
    }

    @Test
    void the_looks_come_from_here_and_may_be_kept() {
        for (String asset : List.of(
                "/assets/sevenfold.css",
                "/assets/print.css",
                "/assets/sevenfold.svg",
                "/webjars/govuk-frontend/dist/govuk/govuk-frontend.min.css")) {
            Got got = open(asset);
            assertThat(got.status()).as(asset).isEqualTo(200);
            assertThat(got.header("Cache-Control")).as(asset).contains("max-age");
            assertThat(got.header("ETag")).as(asset).isNotEmpty();
            assertThat(got.header("Last-Modified")).as(asset).isEmpty();
            assertThat(got.body()).as(asset).doesNotContain("@font-face").doesNotContain("woff");
        }
    }

    @Test
    void a_past_stays_as_it_was_to_the_byte_whatever_is_recorded_later() throws Exception {
        try (Service other = serviceWithVisitor()) {
            long known = Borough.into(other);
            Instant then = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            Thread.sleep(5);
            String at = "/training?effectiveOn=" + DAY + "&knownAt=" + then;
            String before = body(other, at);

            other.log.append(course("NEW-01", null));
            other.log.append(unit("CIN-00", "GRP-1"));
            other.log.append(completed("cho", "RSK-01", LocalDate.of(2026, 9, 20), true));
            String now = body(other, "/training?effectiveOn=" + DAY + "&knownAt=@" + other.log.end());

            assertThat(words(now)).contains("CIN-02, RSK-01: 100 % · 2 of 2", "NEW-01");
            assertThat(body(other, at)).isEqualTo(before);
            assertThat(words(before)).contains("by position " + known, "CIN-02, RSK-01: 50 % · 1 of 2");
        }
    }

    private static String body(Service other, String address) {
        Got got = other.send("GET", address, Map.of(), null);
        assertThat(got.status()).as(got.body()).isEqualTo(200);
        return got.body();
    }

    @Test
    void what_cannot_be_read_is_a_plain_page_that_says_so() {
        try (Service other = serviceWithVisitor()) {
            Borough.into(other);
            other.superuser().execute("ALTER TABLE query.units RENAME TO taken_away");

            Got got = other.send("GET", "/training?effectiveOn=" + DAY, Map.of(), null);

            assertThat(got.status()).isEqualTo(503);
            assertThat(words(got.body())).contains("This cannot be read just now.");
            assertThat(got.body()).contains("value=\"" + DAY + "\"").doesNotContain("Exception");
        }
    }
}

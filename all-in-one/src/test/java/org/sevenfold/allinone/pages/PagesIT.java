package org.sevenfold.allinone.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody opens the pages in a browser, follows a figure to its events, and asks about other days. */
class PagesIT {

    private static final int DESK = 1280;
    private static final int PHONE = 320;
    private static final String LAST_DAY = "effectiveOn=2008-02-28";
    private static final String CELL = "/explain?measure=training-in-date&unit=CIN-01&course=RSK-01&";

    private static Chromium chromium;
    private static Product product;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        product = Product.start();
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void nothing_went_wrong_in_the_browser() {
        assertThat(chromium.complaints).isEmpty();
    }

    private static Page open(int width, String path) {
        Page page = chromium.window(width, product.address());
        page.navigate(product.address() + path);
        return page;
    }

    private static String words(Page page) {
        return page.locator("body").innerText().replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }

    @Test
    void a_figure_leads_to_the_events_behind_it_and_they_add_up() {
        Page page = open(DESK, "/training?" + LAST_DAY);
        assertThat(words(page))
                .contains("Shown as it was in the service on 28 February 2008, using what was recorded by position")
                .contains("Sample data: recording times are simulated.");
        var figure = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CIN-01, RSK-01: "));
        String fraction =
                figure.locator(".sf-fraction").innerText().replace("\n", " ").strip();

        figure.click();

        assertThat(page.locator("h1").innerText())
                .isEqualTo(fraction + " people in post in CIN-01 held RSK-01 in date on 28 February 2008.");
        assertThat(page.locator("tfoot").innerText().replaceAll("\\s+", " "))
                .contains("Sum " + fraction.replace(" of", ""))
                .contains("This is the figure: " + fraction + ".");
    }

    @Test
    void from_the_programme_at_a_glance_a_link_leads_to_an_initiative_and_back() {
        Page page = open(DESK, "/?" + LAST_DAY);
        assertThat(page.locator("h1").innerText()).isEqualTo("The programme at a glance");
        assertThat(words(page)).contains("The seven dimensions", "What slipped, and what that moved", "LM-003");

        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("LM-003").setExact(true))
                .last()
                .click();

        assertThat(page.url()).contains("/initiatives/LM-003", "effectiveOn=2008-02-28");
        assertThat(words(page)).contains("Milestones against what was agreed", "What it does to the seven dimensions");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The programme at a glance"))
                .first()
                .click();
        assertThat(page.locator("h1").innerText()).isEqualTo("The programme at a glance");
    }

    @Test
    void both_dates_can_be_changed_and_what_is_asked_about_stays() {
        Page page = open(DESK, CELL + LAST_DAY);

        page.getByLabel("Show the service on").fill("2007-09-30");
        page.getByLabel("Using what was recorded by").fill("2007-10-31");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .click();

        assertThat(page.url()).contains("unit=CIN-01", "course=RSK-01", "effectiveOn=2007-09-30", "knownAt=2007-10-31");
        assertThat(words(page))
                .contains("held RSK-01 in date on 30 September 2007.")
                .containsPattern("recorded by position \\d+ \\(\\d+ October 2007 ");
        assertThat(page.getByLabel("Using what was recorded by").inputValue()).isEqualTo("2007-10-31");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Today, with everything recorded"))
                .click();

        assertThat(page.url()).contains("unit=CIN-01").doesNotContain("knownAt");
    }

    @Test
    void what_was_known_at_a_day_is_shown_as_it_was_known() {
        Page now = open(DESK, "/training?effectiveOn=2007-09-30");
        Page then = open(DESK, "/training?effectiveOn=2007-09-30&knownAt=2007-09-30");

        assertThat(then.locator(".sf-grid").first().innerText())
                .isNotEqualTo(now.locator(".sf-grid").first().innerText());
    }

    @Test
    void whoever_uses_the_keyboard_comes_to_the_content_first() {
        Page page = open(DESK, "/training?" + LAST_DAY);

        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.url()).endsWith("#main");
    }

    @Test
    void on_a_narrow_screen_only_the_tables_scroll() {
        for (String path : List.of(
                "/?",
                "/plan?status=late&",
                "/initiatives/LM-003?",
                "/training?",
                CELL,
                "/units/CIN-01?",
                "/history/CIN-01?")) {
            Page page = open(PHONE, path + LAST_DAY);

            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(PHONE);
        }
    }

    @Test
    void nobody_is_kept_out() {
        for (String path : List.of(
                "/?" + LAST_DAY,
                "/plan?status=late&" + LAST_DAY,
                "/initiatives/LM-003?" + LAST_DAY,
                "/training?" + LAST_DAY,
                CELL + LAST_DAY,
                "/explain?measure=training-in-date&" + LAST_DAY,
                "/units/CIN-01?" + LAST_DAY,
                "/history/CIN-01?" + LAST_DAY)) {
            assertAccessible(open(DESK, path));
        }
        assertAccessible(open(PHONE, "/?" + LAST_DAY));
        assertAccessible(open(PHONE, "/training?" + LAST_DAY));
    }

    @Test
    void a_date_that_cannot_be_read_is_said_at_its_field() {
        Page page = open(DESK, "/training?effectiveOn=31.7.2007&knownAt=2007-08-14");

        assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("A day is written like 2026-05-03");
        assertThat(page.getByLabel("Show the service on").inputValue()).isEqualTo("31.7.2007");
        assertAccessible(page);
        // The browser itself notes that the answer was a refusal.
        chromium.complaints.removeIf(complaint -> complaint.contains("status of 400"));
    }

    private static void assertAccessible(Page page) {
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();

        assertThat(violations)
                .as(page.url())
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                .isEmpty();
    }
}

package org.sevenfold.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sevenfold.events.Role;
import org.sevenfold.query.testing.LeaMarsh;
import org.sevenfold.query.testing.Service;
import org.sevenfold.query.testing.Service.Got;
import org.sevenfold.query.testing.SmallBorough;
import tools.jackson.databind.JsonNode;

/** What an auditor asks of the log and of single things, and what others may not. */
class AuditIT {

    private static final Service SERVICE = Service.shared();
    private static SmallBorough borough;

    @BeforeAll
    static void a_small_borough() {
        borough = SmallBorough.in(SERVICE);
    }

    private static Got ask(String path, Role... roles) {
        return SERVICE.get(path + (path.contains("?") ? "&" : "?") + "knownAt=@" + borough.end(), roles);
    }

    private static JsonNode events(String filter) {
        Got got = ask("/api/v1/audit/events?limit=500" + filter, Role.AUDITOR);
        assertThat(got.status()).as(got.body()).isEqualTo(200);
        return got.json().path("events");
    }

    @ParameterizedTest
    @CsvSource({
        "&stream=CIN-01, 1",
        "&stream=P-0201, 3",
        "&name=skills.training-completion-voided, 1",
        "&name=skills.unheard-of, 0",
        "&actor=test, 32",
        "&actor=S-ada, 0",
        "&effectiveFrom=2026-09-03&effectiveTo=2026-10-02, 2",
        "&from=2026-01-01, 32",
        "&to=2026-01-01, 0",
        "&from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z, 0",
        "&after=30, 2"
    })
    void the_log_is_searched_by_what_an_auditor_knows(String filter, int found) {
        assertThat(events(filter).size()).isEqualTo(found);
    }

    @Test
    void the_log_is_read_page_by_page_without_a_gap() {
        var positions = new ArrayList<Long>();
        String path = "/api/v1/audit/events?limit=10&knownAt=@" + borough.end();
        while (!path.isEmpty()) {
            Got got = SERVICE.get(path, Role.AUDITOR);
            got.json()
                    .path("events")
                    .forEach(event -> positions.add(event.path("position").asLong()));
            path = got.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        }

        assertThat(positions).hasSize((int) borough.end()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void the_history_of_a_training_record_tells_what_each_event_changed() {
        JsonNode history = ask("/api/v1/audit/history/S-ben", Role.LEARNING_AND_DEVELOPMENT)
                .json()
                .path("history");
        JsonNode correction = history.get(2);

        assertThat(history.size()).isEqualTo(3);
        assertThat(correction.path("event").asString()).isEqualTo("skills.training-completion-corrected");
        var changes = new ArrayList<String>();
        correction
                .path("changes")
                .forEach(change -> changes.add(change.path("field").asString() + ": "
                        + change.path("before").asString("") + " -> "
                        + change.path("after").asString("")));
        assertThat(changes).contains("passed: false -> true", "effectiveOn: 2026-09-01 -> 2026-09-02");
        JsonNode recorded = history.get(1).at("/versions/0");
        assertThat(recorded.path("knownTo").asLong())
                .isEqualTo(correction.path("position").asLong());
        assertThat(correction.at("/versions/0/knownTo").isNull()).isTrue();
    }

    @Test
    void the_history_of_one_fact_is_the_fact_and_what_superseded_it() {
        String fact = ask("/api/v1/audit/history/S-ben", Role.AUDITOR)
                .json()
                .at("/history/1/eventId")
                .asString();

        JsonNode history =
                ask("/api/v1/audit/history/" + fact, Role.AUDITOR).json().path("history");

        assertThat(history.size()).isEqualTo(2);
        assertThat(ask("/api/v1/audit/history/" + borough.firstCompletion(), Role.AUDITOR)
                        .json()
                        .path("history")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void one_fact_behind_a_figure_is_shown_to_whoever_may_read_the_figure_but_not_whose_it_is() {
        Got fact = ask("/api/v1/audit/history/" + borough.firstCompletion(), Role.PROGRAMME_MANAGER);

        assertThat(fact.status()).as(fact.body()).isEqualTo(200);
        assertThat(fact.json().at("/history/0/event").asString()).isEqualTo("skills.training-completion-recorded");
        assertThat(fact.body()).doesNotContain(LeaMarsh.id("ada").toString());
    }

    @Test
    void a_personal_record_out_of_scope_is_as_unknown_as_one_that_does_not_exist() {
        Got hidden = ask("/api/v1/audit/history/S-ben", Role.PROGRAMME_MANAGER);
        Got unknown = ask("/api/v1/audit/history/S-nobody", Role.PROGRAMME_MANAGER);

        assertThat(hidden.status()).isEqualTo(404).isEqualTo(unknown.status());
        assertThat(hidden.json().path("detail")).isEqualTo(unknown.json().path("detail"));
        assertThat(SERVICE.get(
                                "/api/v1/audit/history/" + LeaMarsh.id("ben") + "?knownAt=@" + borough.end(),
                                LeaMarsh.id("ben"),
                                Role.STAFF)
                        .status())
                .as("one's own")
                .isEqualTo(200);
    }

    @Test
    void the_history_of_a_post_shows_its_holders_to_those_who_may_name_them() {
        assertThat(ask("/api/v1/audit/history/P-0101", Role.HUMAN_RESOURCES).body())
                .contains("Name of ada");
        assertThat(ask("/api/v1/audit/history/P-0101", Role.PROGRAMME_MANAGER).body())
                .contains("not shown")
                .doesNotContain("Name of", LeaMarsh.id("ada").toString());
    }

    @Test
    void every_completion_of_people_in_post_is_counted_once_or_excluded_with_a_reason() {
        for (String day : List.of("2026-02-01", "2026-09-01", "2026-10-01", "2027-09-01", "2027-10-01")) {
            JsonNode parts = ask(
                            "/api/v1/audit/explain?measure=training-in-date&limit=500&effectiveOn=" + day, Role.AUDITOR)
                    .json()
                    .path("parts");
            var keys = new ArrayList<String>();
            for (JsonNode part : parts) {
                keys.add(part.path("position").asLong()
                        + part.path("unit").asString()
                        + part.path("course").asString());
                assertThat(part.path("counted").asBoolean())
                        .isEqualTo(part.path("excludedBecause").isNull())
                        .isEqualTo(part.path("numerator").asInt()
                                        + part.path("denominator").asInt()
                                == 1);
                assertThat(part.path("why").isNull())
                        .isEqualTo(part.path("counted").asBoolean());
            }
            assertThat(keys).doesNotHaveDuplicates();
            long ofAda = keys.stream()
                    .filter(key -> key.startsWith("25") || key.startsWith("26"))
                    .count();
            assertThat(ofAda).as("two completions in each of two units").isEqualTo(4);
        }
    }
}

package org.sevenfold.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sevenfold.events.Role;
import org.sevenfold.events.catalogue.EventCatalogue;
import org.sevenfold.query.board.Boards;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Readings;
import org.sevenfold.query.testing.AnyEvents;
import org.sevenfold.query.testing.LeaMarsh;
import org.sevenfold.query.testing.Service;
import org.sevenfold.query.testing.Service.Got;

/** Whatever is asked about the past is answered for ever as it was answered first, whatever becomes known later. */
class PastAnswersIT {

    private static final int BEFORE = 250;
    private static final int LATER = 1000;
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 10, 1), LocalDate.of(2027, 2, 1));

    private static final Service SERVICE = new Service();
    private static final AnyEvents EVENTS = new AnyEvents(SERVICE.log, 11);

    /** An answer as it came: its bytes, and what it stands on. */
    private record Answered(int status, String body, String position, String root, String next) {

        static Answered of(Got got) {
            return new Answered(
                    got.status(),
                    got.body(),
                    got.header("Basis-Position"),
                    got.header("Basis-Root"),
                    got.header("Link"));
        }
    }

    @BeforeAll
    static void begin() {
        EVENTS.begin();
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void every_reading_answers_the_same_to_the_byte_after_a_thousand_events_of_every_stream() {
        SERVICE.get("/api/v1/me", Role.AUDITOR);
        long early = SERVICE.log.end() + BEFORE / 3;
        EVENTS.append(BEFORE);
        long late = SERVICE.log.end();
        awaitBoards();
        Map<String, Answered> first = answers(List.of(early, late));

        EVENTS.append(LATER);
        awaitBoards();

        assertThat(EVENTS.happened()).as("a new stream is to be tried here too").containsAll(EventCatalogue.STREAMS);
        Map<String, Answered> again = answers(List.of(early, late));
        first.forEach((path, answer) -> assertThat(again.get(path)).as(path).isEqualTo(answer));
        assertThat(first.values()).extracting(Answered::status).containsOnly(200);
        assertThat(SERVICE.bean(Readings.class).all())
                .filteredOn(described -> differ(first, described, early, late))
                .as("readings that had learnt something between the two positions")
                .hasSizeGreaterThan(20);
    }

    private static boolean differ(Map<String, Answered> answers, Described described, long early, long late) {
        return DAYS.stream()
                .anyMatch(day -> !plain(answers, described, day, early).equals(plain(answers, described, day, late)));
    }

    /** What an answer says besides where it stands. */
    private static String plain(Map<String, Answered> answers, Described described, LocalDate day, long position) {
        Answered answer = Objects.requireNonNull(answers.get(path(described, day, position)));
        return answer.body.replaceAll("\"basis\":\\{[^}]*}", "").replaceAll("@\\d+", "");
    }

    @Test
    void what_holds_from_a_day_to_come_is_shown_for_that_day_and_not_before() {
        LocalDate day = LocalDate.of(2098, 5, 1);
        SERVICE.log.append(LeaMarsh.unit("GRP-9", null));
        SERVICE.log.append(LeaMarsh.unit("CIN-98", "GRP-9", day));
        SERVICE.log.append(LeaMarsh.closed("GRP-9", day.minusDays(1), null));
        awaitBoards();
        String known = "&knownAt=@" + SERVICE.log.end();
        String units = "/api/v1/programmes/lea-marsh/units?limit=500&effectiveOn=";

        assertThat(SERVICE.get(units + day + known, Role.STAFF).body())
                .contains("\"CIN-98\"")
                .doesNotContain("\"reference\":\"GRP-9\"");
        assertThat(SERVICE.get(units + day.minusDays(1) + known, Role.STAFF).body())
                .contains("\"reference\":\"GRP-9\"")
                .doesNotContain("\"CIN-98\"");
    }

    private static Map<String, Answered> answers(List<Long> positions) {
        var answers = new LinkedHashMap<String, Answered>();
        for (Described described : SERVICE.bean(Readings.class).all()) {
            for (LocalDate day : DAYS) {
                for (long position : positions) {
                    String path = path(described, day, position);
                    answers.put(path, Answered.of(SERVICE.get(path, Role.AUDITOR)));
                }
            }
        }
        return answers;
    }

    /** The reading's address with an example for everything that it needs. */
    private static String path(Described described, LocalDate day, long position) {
        String path = described.path();
        var query = new ArrayList<String>();
        for (Parameter parameter : described.parameters()) {
            String value = parameter.example().startsWith("@") ? "@5" : parameter.example();
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
            String inPath = path.replaceAll("\\{\\*?" + parameter.name() + "}", encoded);
            if (inPath.equals(path) && parameter.required()) {
                query.add(parameter.name() + "=" + encoded + "&");
            }
            path = inPath;
        }
        return path + "?" + String.join("", query) + "effectiveOn=" + day + "&knownAt=@" + position;
    }

    private static void awaitBoards() {
        long end = SERVICE.log.end();
        Boards boards = SERVICE.bean(Boards.class);
        await().atMost(Duration.ofSeconds(120))
                .until(() -> boards.standings().values().stream().allMatch(standing -> standing.position() >= end));
    }
}

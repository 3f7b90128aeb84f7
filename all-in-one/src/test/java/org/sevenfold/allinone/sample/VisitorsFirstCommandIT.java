package org.sevenfold.allinone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sevenfold.allinone.people.DemoPeople;
import org.sevenfold.command.edge.CommandDesk;
import org.sevenfold.command.edge.CommandDesk.Answer;
import org.sevenfold.events.Role;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.platform.testing.FreshDatabase;
import org.sevenfold.platform.testing.PostgresForTests;
import org.sevenfold.platform.time.London;

/** On the day of the first start, what a visitor is invited to send is answered as promised. */
class VisitorsFirstCommandIT {

    private static final LocalDate TODAY = London.day(Instant.now());
    private static final Caller LEARNING = new Caller(
            DemoPeople.ofTheSample().holding("learning-and-development").personId(),
            List.of(Role.LEARNING_AND_DEVELOPMENT));

    private static LoadedForTests loaded;

    @BeforeAll
    static void load() {
        FreshDatabase database = PostgresForTests.freshDatabase();
        loaded = LoadedForTests.since(SampleStart.resolve(database.command(), Optional.empty(), TODAY), database);
    }

    @AfterAll
    static void stop() {
        loaded.close();
    }

    @Test
    void a_social_worker_in_post_renewed_her_risk_management_yesterday() {
        assertThat(recordsYesterday("S-0001", "RSK-01")).isInstanceOf(Answer.Stored.class);
    }

    @Test
    void a_social_worker_whose_term_has_ended_completes_nothing_any_more() {
        assertThatThrownBy(() -> recordsYesterday("S-0049", "RSK-01"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.NOT_IN_POST_ON_DATE));
    }

    private static Answer recordsYesterday(String person, String course) {
        String body = """
            {"person": "%s", "course": "%s", "completedOn": "%s", "passed": true}
            """.formatted(person, course, TODAY.minusDays(1));
        return loaded.context
                .getBean(CommandDesk.class)
                .take(new CommandDesk.Incoming(
                        "record-training-completion",
                        body.getBytes(StandardCharsets.UTF_8),
                        LEARNING,
                        "api",
                        null,
                        null,
                        false,
                        "visitor"));
    }
}

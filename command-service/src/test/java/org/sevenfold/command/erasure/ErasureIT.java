package org.sevenfold.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sevenfold.command.edge.CommandServiceForTests;
import org.sevenfold.command.edge.CommandServiceForTests.Answer;
import org.sevenfold.command.erasure.ErasureRounds.Point;
import org.sevenfold.events.Role;
import org.sevenfold.ledger.Frontier;
import org.sevenfold.ledger.Hash;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.platform.testing.PostgresForTests;
import org.sevenfold.platform.testing.TestIssuer;
import org.sevenfold.platform.testing.WholeDatabase;
import org.sevenfold.platform.time.London;
import org.springframework.jdbc.core.JdbcTemplate;

/** Erasures that are killed at any point, and what a search of the whole database finds afterwards. */
@Timeout(300)
@SuppressWarnings("NullAway.Init")
class ErasureIT {

    private static final String SYSTEM = TestIssuer.token(Caller.SEVENFOLD, Role.SYSTEM);
    private static final LocalDate TODAY = London.day(Instant.now());

    /** The instance erases nothing by itself; the test does it. */
    private static CommandServiceForTests service;

    private static JdbcTemplate superuser;
    private static ErasureRounds rounds;
    private static String hr;
    private static String manager;
    private static int people;

    @BeforeAll
    static void start() {
        service = new CommandServiceForTests(PostgresForTests.freshDatabase(), Map.of("sevenfold.erasure.on", false));
        superuser = new JdbcTemplate(service.database.superuser());
        rounds = service.context.getBean(ErasureRounds.class);
        hr = service.token(UuidCreator.getTimeOrderedEpoch(), Role.HUMAN_RESOURCES);
        manager = service.token(UuidCreator.getTimeOrderedEpoch(), Role.PROGRAMME_MANAGER);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** What a process does that is killed: nothing more, from one moment to the next. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Somebody whom no other test knows, with all that says who it is. */
    private record Somebody(String id, String name, String workEmail, String staffNumber) {}

    private static Somebody registered(CommandServiceForTests at, String by) {
        int number = ++people;
        String name = "Rosalind Zweig" + "abcdefghijklmnopqrstuvwxyz".charAt(number);
        String email = "r.zweig%d@leamarsh.example".formatted(number);
        String staffNumber = "ZX-77%02d".formatted(number);
        Answer answer = at.send(
                "register-person",
                by,
                """
                {"staffNumber": "%s", "name": "%s", "workEmail": "%s", "from": "%s"}\
                """.formatted(staffNumber, name, email, TODAY),
                "Idempotency-Key",
                "registered-" + number);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return new Somebody(answer.json().path("streamId").stringValue(), name, email, staffNumber);
    }

    /** Has a row about the person refused, which is kept with what was sent. */
    private static void refusedRow(Somebody who) {
        Answer sent = service.send(HttpRequest.newBuilder(URI.create(service.url("/api/v1/imports/register-person")))
                .header("Authorization", "Bearer " + hr)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString("staffNumber,name,workEmail,from\n%s,%s,%s,%s\n"
                        .formatted(who.staffNumber(), who.name(), who.workEmail(), TODAY)))
                .build());
        String self = sent.response().headers().firstValue("Location").orElseThrow();
        while (!service.get(self, hr).json().path("state").stringValue("").equals("done")) {
            pause();
        }
        assertThat(service.get(self, hr).json().path("refused").intValue()).isEqualTo(1);
    }

    private static Answer requested(Somebody who) {
        Answer proposed = service.send("request-person-erasure", hr, """
            {"person": "%s", "legalBasis": "ERASURE_REQUEST", "reason": "Asked for in writing, letter 12."}\
            """.formatted(who.staffNumber()));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(202);
        Answer approved = service.send("approve-proposal", manager, """
            {"proposal": "%s"}\
            """.formatted(
                        proposed.json().path("proposal").stringValue()));
        assertThat(approved.status()).as(approved.body()).isLessThan(300);
        return approved;
    }

    private static void killedAt(Point last) {
        assertThatThrownBy(() -> rounds.round(point -> {
                    if (point == last) {
                        throw new Killed();
                    }
                }))
                .isInstanceOf(Killed.class);
    }

    @ParameterizedTest
    @EnumSource(Point.class)
    void killed_anywhere_the_next_round_ends_it(Point killed) {
        Somebody who = registered(service, hr);
        requested(who);

        killedAt(killed);
        assertThat(entries(who)).isEqualTo(killed == Point.BEFORE ? 1 : 0);
        assertThat(erasedEvents(who)).isEqualTo(killed == Point.RECORDED ? 1 : 0);

        for (int round = 1; round <= 2; round++) {
            rounds.round(point -> {});
            assertThat(entries(who)).isZero();
            assertThat(erasedEvents(who)).isEqualTo(1);
        }
    }

    @Test
    void afterwards_no_table_says_who_it_was_and_the_log_is_as_it_was() {
        Somebody who = registered(service, hr);
        Somebody other = registered(service, hr);
        refusedRow(who);
        refusedRow(other);
        long size = Objects.requireNonNull(superuser.queryForObject("SELECT size FROM log.tlog_head", Long.class));
        byte[] root = superuser.queryForObject("SELECT root FROM log.tlog_head", byte[].class);
        assertThat(placesOf(who))
                .as("the search finds what is there")
                .contains("erasable.person.name", "erasable.person.work_email", "erasable.person.staff_number")
                .anyMatch(place -> place.startsWith("erasable.import_row"));

        requested(who);
        rounds.round(point -> {});

        assertThat(placesOf(who)).isEmpty();
        assertThat(placesOf(other)).anyMatch(place -> place.startsWith("erasable.import_row"));
        assertThat(rootOfFirst(size)).isEqualTo(new Hash(Objects.requireNonNull(root)));
        assertThat(post("/api/v1/lookups/verify").json().path("drifted").asLong())
                .isZero();
        assertThat(service.send("place-legal-hold", manager, """
            {"person": "%s", "reason": "A claim came in too late."}\
            """.formatted(who.id()))
                        .code())
                .isEqualTo("invalid-transition");
    }

    @Test
    void a_row_that_nobody_has_answered_yet_is_not_lost_and_the_erasure_ends_once_it_is() {
        Somebody who = registered(service, hr);
        requested(who);
        UUID job = UuidCreator.getTimeOrderedEpoch();
        superuser.update(
                "INSERT INTO log.import_job (job_id, command_name, actor, roles, dry_run, format, separator, columns,"
                    + " rows, leased_until) VALUES (?, 'appoint-to-post', 'test', '', false, 'csv', ',', 'person', 1,"
                    + " now() + interval '1 hour')",
                job);
        superuser.update(
                "INSERT INTO erasable.import_row (job_id, row, key, sent) VALUES (?, 1, 'waiting', ?)",
                job,
                who.staffNumber() + ",P-0104");

        rounds.round(point -> {});
        assertThat(placesOf(who)).contains("erasable.import_row.sent", "erasable.person.staff_number");
        assertThat(erasedEvents(who)).isZero();

        superuser.update("UPDATE erasable.import_row SET outcome = 'refused' WHERE job_id = ?", job);
        rounds.round(point -> {});
        assertThat(placesOf(who)).isEmpty();
        assertThat(erasedEvents(who)).isEqualTo(1);
        superuser.update("UPDATE log.import_job SET state = 'done' WHERE job_id = ?", job);
    }

    @Test
    void what_is_recorded_says_on_which_basis_and_who_decided_it() {
        Somebody who = registered(service, hr);
        requested(who);
        rounds.round(point -> {});

        String decider = superuser.queryForObject(
                "SELECT convert_from(metadata, 'UTF8')::jsonb ->> 'actorId' FROM log.domain_event"
                        + " WHERE name = 'staff.person-erasure-requested' AND stream_id = ?",
                String.class,
                who.id());
        assertThat(superuser.queryForObject(
                        "SELECT convert_from(payload, 'UTF8') FROM log.domain_event"
                                + " WHERE name = 'staff.person-erased' AND stream_id = ?",
                        String.class,
                        who.id()))
                .isEqualTo("""
                    {"personId":"%s","legalBasis":"ERASURE_REQUEST","approvedBy":"%s","effectiveOn":"%s"}\
                    """.formatted(who.id(), decider, TODAY));
    }

    @Test
    void nobody_records_it_while_the_directory_still_says_who_it_is() {
        Somebody who = registered(service, hr);
        requested(who);
        String event = superuser.queryForObject(
                "SELECT event_id::text FROM log.domain_event"
                        + " WHERE name = 'staff.person-erasure-requested' AND stream_id = ?",
                String.class,
                who.id());

        Answer early = service.send("record-person-erasure", SYSTEM, """
            {"person": "%s", "request": "%s"}\
            """.formatted(who.id(), event));

        assertThat(early.code()).as(early.body()).isEqualTo("invalid-transition");
        assertThat(early.body()).contains("The directory still says who this is.");
        assertThat(erasedEvents(who)).isZero();
        rounds.round(point -> {});
        assertThat(erasedEvents(who)).isEqualTo(1);
    }

    @Test
    void one_instance_at_a_time() throws SQLException {
        Somebody who = registered(service, hr);
        requested(who);
        try (Connection another = service.database.superuser().getConnection()) {
            another.createStatement().execute("SELECT pg_advisory_lock(hashtext('sevenfold erasure'))");
            rounds.round(point -> {});
            assertThat(entries(who)).isEqualTo(1);
        }
        rounds.round(point -> {});
        assertThat(entries(who)).isZero();
    }

    @Test
    void by_itself_it_is_done_as_soon_as_it_is_decided() {
        CommandServiceForTests working = CommandServiceForTests.shared();
        String humanResources = working.token(UuidCreator.getTimeOrderedEpoch(), Role.HUMAN_RESOURCES);
        String programme = working.token(UuidCreator.getTimeOrderedEpoch(), Role.PROGRAMME_MANAGER);
        Somebody who = registered(working, humanResources);
        var database = new JdbcTemplate(working.database.superuser());

        Answer sent = working.send("request-person-erasure", programme, """
            {"person": "%s", "legalBasis": "RETENTION_ENDED", "reason": "The schedule keeps no longer."}\
            """.formatted(who.workEmail()));
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        String erased = "SELECT count(*) FROM log.domain_event WHERE name = 'staff.person-erased' AND stream_id = ?";
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (Objects.equals(database.queryForObject(erased, Long.class, who.id()), 0L)) {
            assertThat(System.nanoTime()).as("it is done soon").isLessThan(until);
            pause();
        }
    }

    private static long entries(Somebody who) {
        return Objects.requireNonNull(superuser.queryForObject(
                "SELECT count(*) FROM erasable.person WHERE person_id = ?::uuid", Long.class, who.id()));
    }

    private static long erasedEvents(Somebody who) {
        return Objects.requireNonNull(superuser.queryForObject(
                "SELECT count(*) FROM log.domain_event WHERE name = 'staff.person-erased' AND stream_id = ?",
                Long.class,
                who.id()));
    }

    private static TreeSet<String> placesOf(Somebody who) {
        return new WholeDatabase(superuser).placesOf(List.of(who.name(), who.workEmail(), who.staffNumber()));
    }

    /** The root of the first leaves, hashed anew from what the log holds now. */
    private static Hash rootOfFirst(long size) {
        List<Hash> leaves = superuser
                .queryForList(
                        "SELECT entry FROM log.tlog_leaf WHERE leaf_index < ? ORDER BY leaf_index", byte[].class, size)
                .stream()
                .map(Hash::leaf)
                .toList();
        return Frontier.EMPTY.append(leaves).frontier().root();
    }

    private static Answer post(String path) {
        return service.send(HttpRequest.newBuilder(URI.create(service.url(path)))
                .header("Authorization", "Bearer " + SYSTEM)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

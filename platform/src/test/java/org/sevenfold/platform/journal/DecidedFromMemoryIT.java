package org.sevenfold.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Role;
import org.sevenfold.events.skills.CourseId;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionRecorded;
import org.sevenfold.events.skills.TrainingRecordEvent.TrainingCompletionVoided;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.log.LogEngine;
import org.sevenfold.platform.log.LogEventStore;
import org.sevenfold.platform.log.LogReader;
import org.sevenfold.platform.log.LogSignal;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.testing.FreshDatabase;
import org.sevenfold.platform.testing.LogForTests;
import org.sevenfold.platform.testing.PostgresForTests;

/**
 * Two instances decide from what each holds in memory about the same few courses, of which each has three seats. Whatever
 * they hold, they accept and refuse as if they had read it all afresh.
 */
@Timeout(120)
class DecidedFromMemoryIT {

    private static final long SEED = 20_261_125L;
    private static final int SEATS = 3;
    private static final List<CourseId> COURSES =
            IntStream.range(0, 4).mapToObj(i -> new CourseId(UUID.randomUUID())).toList();

    private final FreshDatabase database = LogForTests.migrated(PostgresForTests.freshDatabase());
    private final HikariDataSource pool = JournalRaceIT.pool(database.command());
    private final AtomicInteger wrongAtFirst = new AtomicInteger();
    private final List<DecidingCommandBus> instances = List.of(instance(), instance());

    /** Takes a seat, or gives one back. Each has a stream of its own, so that nothing but the lookup guards the seats. */
    record Seat(String streamId, CourseId course, boolean taken) implements StreamCommand {

        Seat(CourseId course, boolean taken) {
            this(UUID.randomUUID().toString(), course, taken);
        }
    }

    /** How many seats of a course are taken. */
    record Taken(int seats) {}

    private static final Lookup<Taken> TAKEN = new Lookup<>() {
        @Override
        public String name() {
            return "taken";
        }

        @Override
        public Class<Taken> type() {
            return Taken.class;
        }

        @Override
        public List<String> keys(DomainEvent event) {
            return switch (event) {
                case TrainingCompletionRecorded e -> List.of(e.courseId().toString());
                case TrainingCompletionVoided e -> List.of(e.courseId().toString());
                default -> List.of();
            };
        }

        @Override
        public Taken evolve(@Nullable Taken before, String key, EventId id, DomainEvent event) {
            int seats = before == null ? 0 : before.seats;
            return new Taken(event instanceof TrainingCompletionRecorded ? seats + 1 : seats - 1);
        }
    };

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void one_after_the_other_each_is_accepted_or_refused_as_the_facts_are() throws Exception {
        var random = new SplittableRandom(SEED);
        Map<CourseId, Integer> taken = new HashMap<>();
        for (int i = 0; i < 400; i++) {
            CourseId course = COURSES.get(random.nextInt(COURSES.size()));
            boolean take = random.nextInt(5) < 3;
            int is = taken.getOrDefault(course, 0);
            boolean right = take ? is < SEATS : is > 0;

            boolean accepted = send(instances.get(random.nextInt(2)), new Seat(course, take));

            assertThat(accepted).as("seed %d, command %d", SEED, i).isEqualTo(right);
            taken.put(course, accepted ? is + (take ? 1 : -1) : is);
        }
        assertThat(wrongAtFirst)
                .as("without a second look this would have been wrong")
                .hasPositiveValue();
    }

    @Test
    void at_once_no_seat_is_ever_given_twice() throws SQLException {
        var clients = IntStream.range(0, 8)
                .mapToObj(client -> CompletableFuture.runAsync(() -> {
                    var random = new SplittableRandom(SEED + client);
                    for (int i = 0; i < 40; i++) {
                        send(
                                instances.get(client % 2),
                                new Seat(COURSES.get(random.nextInt(COURSES.size())), random.nextInt(5) < 3));
                    }
                }))
                .toList();
        clients.forEach(CompletableFuture::join);

        Map<String, Integer> taken = new HashMap<>();
        for (LogReader.Raw event : WholeLog.requireWhole(pool)) {
            DomainEvent fact = event.recorded().event();
            int seats = taken.merge(
                    TAKEN.keys(fact).getFirst(), fact instanceof TrainingCompletionRecorded ? 1 : -1, Integer::sum);
            assertThat(seats).as("at %d, seed %d", event.position(), SEED).isBetween(0, SEATS);
        }
    }

    private boolean send(DecidingCommandBus instance, Seat seat) {
        var envelope = new CommandEnvelope(
                UuidCreator.getTimeOrderedEpoch(),
                "seat",
                "somebody",
                List.of(Role.OPERATOR),
                "system",
                Instant.now(),
                "",
                null,
                null,
                CommandEnvelope.Purpose.STORE,
                null,
                null,
                "test");
        var callback = new FutureCallback<Seat, Object>();
        instance.dispatch(new GenericCommandMessage<>(seat, MetaData.from(envelope.toMetadata())), callback);
        CommandResultMessage<?> result = callback.getResult();
        return !result.isExceptional();
    }

    private DecidingCommandBus instance() {
        LogSignal signal = LogForTests.signal(database);
        var journal = new Journal(pool, Clock.systemUTC(), signal);
        var log = new LogReader(pool);
        var store = new LogEventStore(new JournalEngine(new LogEngine(log), journal), log, signal);
        var bus = new DecidingCommandBus(journal, pool, List.of(TAKEN), (command, attempt) -> {});
        bus.subscribe(Seat.class.getName(), message -> {
            decide((Seat) message.getPayload(), store);
            return null;
        });
        return bus;
    }

    private void decide(Seat seat, EventStore store) {
        Attempt attempt = Attempt.current();
        int seats =
                attempt.read(TAKEN, seat.course().toString()).map(Taken::seats).orElse(0);
        boolean free = seat.taken() ? seats < SEATS : seats > 0;
        if (!attempt.fresh() && seats != stored(seat)) {
            wrongAtFirst.incrementAndGet();
        }
        if (!free) {
            throw Refusal.because(Code.POST_OVERFILLED, "No seat.", "All are taken, or none is.");
        }
        var person = new PersonId(UUID.randomUUID());
        DomainEvent event = seat.taken()
                ? new TrainingCompletionRecorded(person, seat.course(), LocalDate.EPOCH, true, null)
                : new TrainingCompletionVoided(EventId.of(UUID.randomUUID().toString()), person, seat.course());
        store.publish(new GenericDomainEventMessage<>("TrainingRecord", seat.streamId(), 0, event));
    }

    private int stored(Seat seat) {
        return new LookupTable(pool)
                .read(TAKEN, seat.course().toString())
                .map(Taken::seats)
                .orElse(0);
    }
}

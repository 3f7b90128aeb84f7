package org.sevenfold.command.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CustomMatcher;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.edge.StreamAggregate;
import org.sevenfold.command.edge.Streams;
import org.sevenfold.command.lookups.KnownEvents;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Role;
import org.sevenfold.events.StoredStream;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeStarted;
import org.sevenfold.platform.journal.StreamCommand;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;

/**
 * Given events, when a command, then events or a refusal: Axon's fixture round the real aggregate of one stream. Events
 * of other streams are given in the same way; they, and the stream's own, reach the rules through the real lookups.
 */
public final class Rules {

    /** The day on which the commands come in, unless a test says otherwise. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    /** The programme that runs unless a test says otherwise. */
    public static final ProgrammeStarted PROGRAMME = new ProgrammeStarted(
            ProgrammeId.of("01936c6e-5000-7000-8000-000000000001"),
            "lea-marsh",
            "Reclaiming practice in Lea Marsh",
            LocalDate.of(2025, 10, 1),
            LocalDate.of(2026, 12, 31));

    /** Who sends the commands. */
    public static final String CALLER = "01936c6e-2000-7000-8000-0000000000ff";

    private static final List<Refusal.Details> REFUSED = new ArrayList<>();

    private final AggregateTestFixture<StreamAggregate> fixture;
    private final String streamId;
    private final KnownEvents known = new KnownEvents();
    private final List<Effect> effects = new ArrayList<>();
    private @Nullable TestExecutor<StreamAggregate> own;
    private List<Role> roles = List.of();
    private LocalDate today = TODAY;
    private boolean proposed;

    private Rules(AggregateTestFixture<StreamAggregate> fixture, String streamId) {
        this.fixture = fixture;
        this.streamId = streamId;
    }

    /** The rules of one stream, while the programme runs. */
    public static Rules of(StoredStream stream, Object streamId) {
        return beforeAnyProgramme(stream, streamId).given(PROGRAMME);
    }

    /** The rules of one stream, before there is a programme. */
    public static Rules beforeAnyProgramme(StoredStream stream, Object streamId) {
        var rules = new Rules(new AggregateTestFixture<>(StreamAggregate.class), streamId.toString());
        Decider<?, ?, ?> decider = Streams.ALL.stream()
                .filter(candidate -> candidate.stream().equals(stream))
                .findFirst()
                .orElseThrow();
        rules.fixture.registerAggregateFactory(Streams.factory());
        Streams.commands(decider)
                .forEach(command -> rules.fixture.registerCommandHandler(
                        command, Streams.handler(decider, rules.fixture::getRepository, rules.desk())));
        return rules;
    }

    private Desk desk() {
        return new Desk() {
            @Override
            public Circumstances circumstances() {
                return Rules.this.circumstances();
            }

            @Override
            public void perform(Effect effect) {
                effects.add(effect);
            }
        };
    }

    /** What was to be done besides events. */
    public List<Effect> effects() {
        return effects;
    }

    /** All that was refused so far, in any test. */
    public static List<Refusal.Details> refused() {
        return List.copyOf(REFUSED);
    }

    public Rules by(Role... caller) {
        roles = List.of(caller);
        return this;
    }

    public Rules on(LocalDate day) {
        today = day;
        return this;
    }

    /** The command is only proposed. */
    public Rules proposing() {
        proposed = true;
        return this;
    }

    public Rules given(DomainEvent... events) {
        for (DomainEvent event : events) {
            record(event);
        }
        return this;
    }

    /** Gives one more event, of this stream or another, and says under which id it was recorded. */
    public EventId record(DomainEvent event) {
        if (!event.streamId().equals(streamId)) {
            return known.add(event);
        }
        own = own == null ? fixture.given(event) : own.andGiven(event);
        EventId id = fixture.getEventStore()
                .readEvents(streamId)
                .asStream()
                .map(message -> EventId.of(message.getIdentifier()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        known.add(id, event);
        return id;
    }

    /** A recorded fact of this stream, as a command names it. */
    public FactRef fact(EventId id) {
        return new FactRef(id, streamId, "", CALLER, Instant.EPOCH);
    }

    public Then when(StreamCommand command) {
        TestExecutor<StreamAggregate> given = own == null ? fixture.givenNoPriorActivity() : own;
        return new Then(given.when(command));
    }

    /** What a decision that no stream can ask for any more would be refused with. */
    public static Refusal.Details refusal(Supplier<?> decision) {
        try {
            throw new AssertionError("not refused but " + decision.get());
        } catch (Refusal refusal) {
            REFUSED.add(refusal.details());
            return refusal.details();
        }
    }

    public Circumstances circumstances() {
        return new Circumstances(CALLER, roles, today, proposed, known);
    }

    /** What became of the command. */
    public static final class Then {

        private final ResultValidator<?> result;

        private Then(ResultValidator<?> result) {
            this.result = result;
        }

        public void then(DomainEvent... events) {
            result.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
        }

        /** Refused, for this reason and saying this in its detail; nothing was recorded. */
        public void refused(Code code, String detail) {
            Refusal.Details refusal = refusal();
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.detail()).isEqualTo(detail);
        }

        public Refusal.Details refusal() {
            var caught = new ArrayList<Refusal.Details>();
            result.expectNoEvents().expectException(new CustomMatcher<Throwable>("a refusal") {
                @Override
                public boolean matches(Object thrown) {
                    return thrown instanceof Refusal refusal && caught.add(refusal.details());
                }
            });
            Refusal.Details refusal = caught.getFirst();
            REFUSED.add(refusal);
            return refusal;
        }
    }
}

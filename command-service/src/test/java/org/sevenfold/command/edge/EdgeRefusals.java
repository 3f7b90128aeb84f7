package org.sevenfold.command.edge;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MetaData;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.FactRef;
import org.sevenfold.command.skills.TrainingRecordCommand.VoidFact;
import org.sevenfold.command.structure.UnitCommand.EstablishUnit;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Role;
import org.sevenfold.platform.journal.Accepted;
import org.sevenfold.platform.journal.CommandEnvelope;
import org.sevenfold.platform.journal.CommandEnvelope.Purpose;
import org.sevenfold.platform.journal.DecidingCommandBus;
import org.sevenfold.platform.journal.Journal;
import org.sevenfold.platform.journal.LookupTable;
import org.sevenfold.platform.journal.StoredAnswer;
import org.sevenfold.platform.log.LogReader;
import org.sevenfold.platform.log.LogSignal;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.signin.Caller;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What the edge refuses before any database is asked: the real endpoint, with a database that is away. */
public final class EdgeRefusals {

    private static final UUID CALLER = UUID.fromString("01936c6e-2000-7000-8000-0000000000ff");
    private static final EventId FACT = EventId.of("01936c6e-8a10-7c3e-9d55-0a1b2c3d4e5f");
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final String UNIT = """
        {"reference": "CIN-09", "name": "Wharf", "kind": "UNIT", "serviceArea": "Duty", "from": "2026-12-01"}\
        """;

    private static final DataSource AWAY = new AbstractDataSource() {
        @Override
        public java.sql.Connection getConnection() throws SQLException {
            throw new SQLException("nobody there", "08001");
        }

        @Override
        public java.sql.Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    };

    private static final Authority AS_SIGNED_IN = new Authority((envelope, lookups) -> envelope.roles());

    private final Journal journal = new Journal(AWAY, Clock.fixed(NOW, ZoneOffset.UTC), new LogSignal(() -> {
        throw new SQLException("nobody there", "08001");
    }));
    private final List<Refusal.Details> refused = new ArrayList<>();

    private EdgeRefusals() {}

    /** Each of them once, as it came out of the endpoint. */
    public static List<Refusal.Details> all() {
        var edge = new EdgeRefusals();
        edge.refuseWhatCannotBeRead();
        edge.refuseWhatIsIncomplete();
        edge.refuseWhoMayNot();
        edge.refuseWhatCannotBeDelivered();
        return edge.refused;
    }

    private void refuseWhatCannotBeRead() {
        CommandBus bus = deciding();
        send(bus, "build-castle", UNIT, request -> {});
        send(bus, "establish-unit", "{\"name\": \"a\", \"name\": \"b\"}", request -> {});
        send(bus, "establish-unit", UNIT, request -> request.setContentType("text/plain"));
        send(bus, "establish-unit", " ".repeat(256 * 1024 + 1), request -> {});
        send(bus, "establish-unit", UNIT, request -> request.addHeader("Idempotency-Key", "two words"));
        send(bus, "establish-unit", UNIT, request -> request.addHeader("If-Match", "latest"));
        send(bus, "establish-unit", UNIT, request -> request.setParameter("dryRun", "perhaps"));
    }

    private void refuseWhatIsIncomplete() {
        CommandBus bus = deciding();
        send(bus, "establish-unit", UNIT.replace("UNIT", "HOUSE"), request -> {});
        send(bus, "establish-unit", UNIT.replace("Wharf", "Call 020 7946 0000"), request -> {});
        send(bus, "establish-unit", "[]", request -> {});
        send(bus, "establish-unit", """
            {"unit": "1", "reference": " ", "name": 4, "kind": "HOUSE", "serviceArea": "a\\u0000", "group": 1,
             "from": "soon", "colour": "red"}\
            """, request -> {});
        send(bus, "establish-unit", UNIT.replace("CIN-09", "C".repeat(501)), request -> {});
        send(bus, "define-course", """
            {"code": "A", "title": "A", "mode": "ONLINE", "hours": 0, "from": "2026-12-01"}\
            """, request -> {});
        send(bus, "define-course", """
            {"code": "A", "title": "A", "mode": "ONLINE", "hours": "3", "validity": {"months": 2.5, "rule": 1},
             "from": "2026-12-01"}\
            """, request -> {});
        send(bus, "record-training-completion", """
            {"person": "01936c6e-2000-7000-8000-000000000001", "course": "01936c6e-4000-7000-8000-000000000001",
             "completedOn": "2026-05-04", "passed": "yes"}\
            """, request -> {});
    }

    private void refuseWhoMayNot() {
        SimpleCommandBus bus = deciding();
        bus.subscribe(EstablishUnit.class.getName(), message -> "never reached");
        bus.subscribe(VoidFact.class.getName(), message -> "never reached");
        send(bus, "establish-unit", UNIT, Role.READER, request -> {});
        var byAnother = new FactRef(FACT, "training-record-1", "TrainingRecord", "somebody else", NOW);
        dispatch(bus, new VoidFact(byAnother, "Recorded twice."), Role.GROUP_MANAGER);
        dispatch(bus, new VoidFact(byAnother, "Recorded twice."), Role.CONSULTANT_SOCIAL_WORKER);
        dispatch(bus, new VoidFact(byAnother, "Recorded twice."), Role.GROUP_MANAGER, Role.CONSULTANT_SOCIAL_WORKER);
        dispatch(bus, new VoidFact(byAnother, "Recorded twice."), Role.STAFF);
    }

    private void refuseWhatCannotBeDelivered() {
        Logger log = (Logger) LoggerFactory.getLogger(CommandDesk.class);
        log.setLevel(Level.OFF); // it would tell the operator
        send(deciding(), "establish-unit", UNIT, request -> {});
        log.setLevel(null);

        SimpleCommandBus answeredBefore = SimpleCommandBus.builder().build();
        var accepted = new Accepted("stream", 1, List.of(), 1, null);
        answeredBefore.subscribe(EstablishUnit.class.getName(), message -> new StoredAnswer("another hash", accepted));
        send(answeredBefore, "establish-unit", UNIT, request -> {});
    }

    private DecidingCommandBus deciding() {
        return new DecidingCommandBus(journal, AWAY, List.of(), AS_SIGNED_IN);
    }

    private void send(CommandBus bus, String command, String body, Consumer<MockHttpServletRequest> more) {
        send(bus, command, body, Role.PROGRAMME_MANAGER, more);
    }

    private void send(CommandBus bus, String command, String body, Role role, Consumer<MockHttpServletRequest> more) {
        var references = new References(AWAY, new LookupTable(AWAY), new LogReader(AWAY));
        var binder = new CommandBinder(references, new Screening(AWAY));
        var desk = new CommandDesk(
                new CommandForms(binder),
                AS_SIGNED_IN,
                new LookupTable(AWAY),
                bus,
                journal,
                Clock.fixed(NOW, ZoneOffset.UTC));
        var api = new CommandsApi(desk);
        var request = new MockHttpServletRequest("POST", "/api/v1/commands/" + command);
        request.setContentType("application/json");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        request.setParameter("dryRun", "true");
        more.accept(request);
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(new Caller(CALLER, List.of(role)), ""));
        try {
            throw new AssertionError(command + " was not refused but " + api.take(command, request));
        } catch (Refusal refusal) {
            refused.add(refusal.details());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void dispatch(CommandBus bus, Change command, Role... roles) {
        var envelope = new CommandEnvelope(
                new UUID(0, 1),
                "void-fact",
                CALLER.toString(),
                List.of(roles),
                "api",
                NOW,
                "",
                null,
                null,
                Purpose.TRY,
                null,
                null,
                "correlation");
        var callback = new FutureCallback<Change, Object>();
        bus.dispatch(new GenericCommandMessage<>(command, MetaData.from(envelope.toMetadata())), callback);
        Throwable failure = callback.getResult().exceptionResult();
        refused.add(((CommandExecutionException) failure)
                .<Refusal.Details>getDetails()
                .orElseThrow(() -> new AssertionError(failure)));
    }
}

package org.sevenfold.command.edge;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.OnFact;
import org.sevenfold.ledger.Hash;
import org.sevenfold.platform.database.Read;
import org.sevenfold.platform.journal.Accepted;
import org.sevenfold.platform.journal.CommandEnvelope;
import org.sevenfold.platform.journal.Decided;
import org.sevenfold.platform.journal.Journal;
import org.sevenfold.platform.journal.StoredAnswer;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.signin.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Takes a command from whatever way it came in, and answers it: once for each key, and with a refusal that is kept for
 * the auditor where it is refused.
 */
@Component
public final class CommandDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);
    private static final long WAIT_SECONDS = 30;

    private final CommandBinder binder;
    private final CommandBus commands;
    private final Journal journal;
    private final Clock clock;

    CommandDesk(CommandBinder binder, CommandBus commands, Journal journal, Clock clock) {
        this.binder = binder;
        this.commands = commands;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A command as it comes in.
     *
     * @param body the request as JSON text
     * @param key the caller's idempotency key; null where none was given
     * @param ifMatch the version that the caller had read; null where none was given
     */
    public record Incoming(
            String name,
            byte[] body,
            Caller caller,
            String channel,
            @Nullable String key,
            @Nullable Long ifMatch,
            boolean dryRun,
            String correlationId) {}

    /** What became of a command that was not refused. */
    public sealed interface Answer {

        /** Stored now, or earlier under the same key. */
        record Stored(Accepted accepted) implements Answer {}

        /** It would be accepted; nothing was stored. */
        record WouldStore(Decided decided) implements Answer {}
    }

    /** Decides and stores the command; throws the refusal where it is refused, also for a dry run. */
    public Answer take(Incoming incoming) {
        List<CommandDeclaration> declared = CommandCatalogue.named(incoming.name());
        if (declared.isEmpty()) {
            throw unknownCommand();
        }
        Optional<JsonNode> body = RequestJson.read(incoming.body());
        CommandEnvelope envelope = envelope(incoming, body);
        try {
            Change command = bind(declared, body.orElseThrow(RequestJson::unreadable));
            return answer(dispatch(command, withReason(envelope, command)), envelope);
        } catch (Refusal refusal) {
            return answeredBefore(envelope, refusal).orElseThrow(() -> kept(envelope, refusal));
        } catch (Read.DatabaseFailed e) {
            throw unavailable(e, envelope);
        }
    }

    private Change bind(List<CommandDeclaration> declared, JsonNode body) {
        Change command = binder.bind(declared.getFirst(), body);
        if (!(command instanceof OnFact onFact)) {
            return command;
        }
        String streamType = onFact.eventId().streamType();
        for (CommandDeclaration declaration : declared) {
            if (declaration.streamType().equals(streamType)) {
                return declaration == declared.getFirst() ? command : binder.bind(declaration, body);
            }
        }
        throw Refusal.because(
                        Code.INVALID_TRANSITION,
                        "This entry cannot be changed in this way.",
                        "It is of a kind that declares no such command.")
                .remedy("Look up which commands there are for what the entry is about.")
                .with(
                        "allowed",
                        declared.stream().map(CommandDeclaration::streamType).toList());
    }

    private Object dispatch(Change command, CommandEnvelope envelope) {
        CommandMessage<Change> message = new GenericCommandMessage<>(command, MetaData.from(envelope.toMetadata()));
        var callback = new FutureCallback<Change, Object>();
        commands.dispatch(message, callback);
        try {
            CommandResultMessage<?> result = callback.get(WAIT_SECONDS, TimeUnit.SECONDS);
            if (result.isExceptional()) {
                throw refusal(result.exceptionResult(), envelope);
            }
            return result.getPayload();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e, envelope);
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable(e, envelope);
        }
    }

    private static Refusal refusal(Throwable failure, CommandEnvelope envelope) {
        if (failure instanceof CommandExecutionException execution
                && execution.getDetails().orElse(null) instanceof Refusal.Details details) {
            return new Refusal(details);
        }
        return unavailable(failure, envelope);
    }

    private static Refusal unavailable(Throwable failure, CommandEnvelope envelope) {
        LOG.warn("command {} {} got no answer: {}", envelope.commandName(), envelope.commandId(), failure.toString());
        return Refusal.because(
                        Code.UNAVAILABLE,
                        "The command could not be delivered.",
                        "Nobody was there to decide it, or the answer was lost on the way.")
                .remedy("Send it again with the same key in a few seconds; it will not be done twice.")
                .with("retryAfterSeconds", 5);
    }

    private static Answer answer(Object result, CommandEnvelope envelope) {
        return switch (result) {
            case Accepted accepted -> new Answer.Stored(accepted);
            case Decided decided -> new Answer.WouldStore(decided);
            case StoredAnswer before -> sameRequest(before, envelope);
            default -> throw new IllegalStateException("a command was answered with " + result.getClass());
        };
    }

    private static Answer sameRequest(StoredAnswer before, CommandEnvelope envelope) {
        if (before.requestHash().equals(envelope.requestHash())) {
            return new Answer.Stored(before.accepted());
        }
        throw Refusal.because(
                        Code.IDEMPOTENCY_KEY_REUSED,
                        "This key was used for another request.",
                        "A key stands for one request; the one that it answered had another content.")
                .remedy("Choose a new key for a new request.");
    }

    /** A request that was stored is answered as it was then, even where it would be refused today. */
    private Optional<Answer> answeredBefore(CommandEnvelope envelope, Refusal refusal) {
        String key = envelope.idempotencyKey();
        if (key == null || refusal.code() == Code.IDEMPOTENCY_KEY_REUSED || refusal.code() == Code.UNAVAILABLE) {
            return Optional.empty();
        }
        return journal.answered(envelope.actor(), key).map(before -> sameRequest(before, envelope));
    }

    private Refusal kept(CommandEnvelope envelope, Refusal refusal) {
        if (!envelope.dryRun() && refusal.code() != Code.UNAVAILABLE) {
            journal.refused(envelope, refusal.details());
        }
        return refusal;
    }

    private CommandEnvelope envelope(Incoming in, Optional<JsonNode> body) {
        byte[] content = body.map(RequestJson::canonical).orElse(in.body());
        byte[] name =
                (in.name() + "\n" + (in.ifMatch() == null ? "" : in.ifMatch()) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] hashed = Arrays.copyOf(name, name.length + content.length);
        System.arraycopy(content, 0, hashed, name.length, content.length);
        return new CommandEnvelope(
                UuidCreator.getTimeOrderedEpoch(),
                in.name(),
                in.caller().personId().toString(),
                in.caller().roles(),
                in.channel(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                HexFormat.of().formatHex(Hash.sha256(hashed).bytes()),
                in.dryRun() ? null : in.key(),
                in.ifMatch(),
                in.dryRun(),
                null,
                in.correlationId());
    }

    private static CommandEnvelope withReason(CommandEnvelope e, Change command) {
        return !(command instanceof OnFact onFact)
                ? e
                : new CommandEnvelope(
                        e.commandId(),
                        e.commandName(),
                        e.actor(),
                        e.roles(),
                        e.channel(),
                        e.receivedAt(),
                        e.requestHash(),
                        e.idempotencyKey(),
                        e.ifMatch(),
                        e.dryRun(),
                        onFact.reason(),
                        e.correlationId());
    }

    static Refusal unknownCommand() {
        List<String> names =
                CommandCatalogue.all().stream().map(CommandDeclaration::name).toList();
        return Refusal.because(Code.NOT_FOUND, "There is no such command.", "Nothing is declared under this name.")
                .remedy("Choose one of the commands listed.")
                .with("commands", names);
    }
}

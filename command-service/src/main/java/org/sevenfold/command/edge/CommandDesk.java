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
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.command.governance.ProposalCommand.ProposeChange;
import org.sevenfold.command.lookups.Lookups;
import org.sevenfold.command.lookups.Proposals;
import org.sevenfold.command.lookups.Proposals.ProposalFacts;
import org.sevenfold.events.Role;
import org.sevenfold.events.catalogue.EventCatalogue;
import org.sevenfold.events.governance.ProposalEvent.ChangeProposed;
import org.sevenfold.events.governance.ProposalEvent.WouldDo;
import org.sevenfold.events.governance.ProposalId;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.ledger.Hash;
import org.sevenfold.platform.database.Read;
import org.sevenfold.platform.journal.Accepted;
import org.sevenfold.platform.journal.CommandEnvelope;
import org.sevenfold.platform.journal.CommandEnvelope.Purpose;
import org.sevenfold.platform.journal.Decided;
import org.sevenfold.platform.journal.Journal;
import org.sevenfold.platform.journal.LookupTable;
import org.sevenfold.platform.journal.StoredAnswer;
import org.sevenfold.platform.journal.StreamCommand;
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

    private static final String PROPOSED =
            EventCatalogue.of(ChangeProposed.class).name();

    private final CommandForms forms;
    private final Authority authority;
    private final Lookups lookups;
    private final CommandBus commands;
    private final Journal journal;
    private final Clock clock;

    CommandDesk(
            CommandForms forms,
            Authority authority,
            LookupTable table,
            CommandBus commands,
            Journal journal,
            Clock clock) {
        this.forms = forms;
        this.authority = authority;
        this.lookups = table::read;
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

        /** It waits for somebody else's decision, under this reference. */
        record Proposed(Accepted accepted, String reference) implements Answer {}

        /** It would wait for the decision of somebody in one of these roles; nothing was stored. */
        record WouldPropose(Decided decided, List<Role> decidableBy) implements Answer {}
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
            Change command = forms.bind(declared, body.orElseThrow(RequestJson::unreadable));
            return decide(command, withReason(envelope, command));
        } catch (Refusal refusal) {
            return answeredBefore(envelope, refusal).orElseThrow(() -> kept(envelope, refusal));
        } catch (Read.DatabaseFailed e) {
            throw unavailable(e, envelope);
        }
    }

    private Answer decide(Change command, CommandEnvelope envelope) {
        return switch (authority.standing(command, envelope, lookups)) {
            case MAY_PROPOSE -> propose(command, envelope);
            case MAY_SEND, MAY_NOT -> answer(dispatch(command, envelope), envelope);
        };
    }

    /** Checks what may only be proposed as if it were sent, and keeps it for whoever may decide it. */
    private Answer propose(Change command, CommandEnvelope envelope) {
        Decided would = (Decided) dispatch(command, envelope.to(Purpose.PROPOSE));
        List<Role> decidableBy = Authority.decidableBy(command);
        if (envelope.purpose() == Purpose.TRY) {
            return new Answer.WouldPropose(would, decidableBy);
        }
        var proposal = new ProposeChange(
                new ProposalId(UuidCreator.getTimeOrderedEpoch()),
                envelope.commandName(),
                forms.payload(command),
                would.events().stream()
                        .map(event -> new WouldDo(event.name(), event.payload()))
                        .toList(),
                decidableBy,
                PersonId.of(envelope.actor()));
        return answer(dispatch(proposal, envelope), envelope);
    }

    private Object dispatch(StreamCommand command, CommandEnvelope envelope) {
        CommandMessage<StreamCommand> message =
                new GenericCommandMessage<>(command, MetaData.from(envelope.toMetadata()));
        var callback = new FutureCallback<StreamCommand, Object>();
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

    private Answer stored(Accepted accepted) {
        boolean proposal = accepted.events().stream()
                .anyMatch(event ->
                        event.name().equals(PROPOSED) && event.streamId().equals(accepted.streamId()));
        if (!proposal) {
            return new Answer.Stored(accepted);
        }
        ProposalId id = ProposalId.of(accepted.streamId());
        String reference = Proposals.byId(lookups, id)
                .map(ProposalFacts::reference)
                .orElseThrow(() -> new IllegalStateException("a proposal without a reference: " + id));
        return new Answer.Proposed(accepted, reference);
    }

    private Answer answer(Object result, CommandEnvelope envelope) {
        return switch (result) {
            case Accepted accepted -> stored(accepted);
            case Decided decided -> new Answer.WouldStore(decided);
            case StoredAnswer before -> sameRequest(before, envelope);
            default -> throw new IllegalStateException("a command was answered with " + result.getClass());
        };
    }

    private Answer sameRequest(StoredAnswer before, CommandEnvelope envelope) {
        if (before.requestHash().equals(envelope.requestHash())) {
            return stored(before.accepted());
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
        if (envelope.purpose() == Purpose.STORE && refusal.code() != Code.UNAVAILABLE) {
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
                in.dryRun() ? Purpose.TRY : Purpose.STORE,
                null,
                null,
                in.correlationId());
    }

    private static CommandEnvelope withReason(CommandEnvelope envelope, Change command) {
        return command instanceof Reasoned reasoned ? envelope.saying(reasoned.reason(), null) : envelope;
    }

    static Refusal unknownCommand() {
        List<String> names =
                CommandCatalogue.all().stream().map(CommandDeclaration::name).toList();
        return Refusal.because(Code.NOT_FOUND, "There is no such command.", "Nothing is declared under this name.")
                .remedy("Choose one of the commands listed.")
                .with("commands", names);
    }
}

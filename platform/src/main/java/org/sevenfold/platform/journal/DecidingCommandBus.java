package org.sevenfold.platform.journal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.messaging.MessageHandler;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.database.Read;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides each command, at first from what is held in memory, and hands what was decided to the journal. It decides
 * again, at most three times and always from fresh reads, where something that was read has changed meanwhile, and where
 * the command would be refused for what was found in memory. Its result is {@link Accepted} or {@link Decided}; a refusal leaves it as the
 * details of a {@link CommandExecutionException}, because that is what arrives whole over any bus.
 */
public final class DecidingCommandBus extends SimpleCommandBus {

    private static final Logger LOG = LoggerFactory.getLogger(DecidingCommandBus.class);
    private static final int DECIDE_AGAIN = 3;

    private final Journal journal;
    private final HeldLookups held;
    private final List<Lookup<?>> lookups;
    private final Guard guard;
    private final Map<String, MessageHandler<? super CommandMessage<?>>> handlers = new ConcurrentHashMap<>();

    /** Asked for each command before it is decided, in the same attempt; throws a refusal where the caller may not. */
    @FunctionalInterface
    public interface Guard {
        void check(Object command, Attempt attempt);
    }

    public DecidingCommandBus(Journal journal, DataSource dataSource, List<Lookup<?>> lookups, Guard guard) {
        super(SimpleCommandBus.builder().transactionManager(NoTransactionManager.INSTANCE));
        this.journal = journal;
        this.held = new HeldLookups(new LookupTable(dataSource));
        this.lookups = List.copyOf(lookups);
        this.guard = guard;
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        handlers.put(commandName, handler);
        return super.subscribe(commandName, handler);
    }

    @Override
    @SuppressWarnings("unchecked")
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        CommandResultMessage<?> result;
        try {
            result = new GenericCommandResultMessage<>(decide(command, handler));
        } catch (Refusal refusal) {
            result = new GenericCommandResultMessage<>(
                    new CommandExecutionException(refusal.getMessage(), null, refusal.details()));
        }
        callback.onResult(command, (CommandResultMessage<R>) result);
    }

    private Object decide(CommandMessage<?> command, MessageHandler<? super CommandMessage<?>> handler) {
        CommandEnvelope envelope = CommandEnvelope.of(command.getMetaData());
        for (int again = 0; again <= DECIDE_AGAIN; again++) {
            // What is not stored is not compared, so nobody would notice that what it had read was out of date.
            var attempt = new Attempt(
                    envelope, held, lookups, again > 0 || envelope.purpose() != CommandEnvelope.Purpose.STORE);
            CommandResultMessage<?> result = once(command, handler, attempt);
            Throwable failure = failure(result);
            if (failure != null) {
                if (attempt.unchecked() && !Read.connectionLost(failure)) {
                    continue;
                }
                throw refusal(failure, envelope);
            }
            if (envelope.purpose() != CommandEnvelope.Purpose.STORE) {
                return Decided.of(attempt.decided());
            }
            Outcome outcome = attempt.outcome();
            if (outcome == null) {
                if (attempt.unchecked()) {
                    continue;
                }
                outcome = storeNoEvents(command, attempt, envelope);
            }
            switch (outcome) {
                case Outcome.Done done -> {
                    return done.accepted();
                }
                case Outcome.AnsweredBefore before -> {
                    return before.answer();
                }
                case Outcome.Moved moved -> {}
            }
        }
        throw Refusal.because(
                        Code.CONCURRENT_CHANGE,
                        "Others were changing the same thing.",
                        "It was looked at four times, and each time somebody else was quicker; nothing was stored.")
                .remedy("Send it again.");
    }

    private static @Nullable Throwable failure(CommandResultMessage<?> result) {
        if (!result.isExceptional() || result.exceptionResult() instanceof Attempt.NothingStored) {
            return null;
        }
        return result.exceptionResult();
    }

    private Outcome storeNoEvents(CommandMessage<?> command, Attempt attempt, CommandEnvelope envelope) {
        try {
            return attempt.storeNoEvents(journal, ((StreamCommand) command.getPayload()).streamId());
        } catch (RuntimeException e) {
            throw refusal(e, envelope);
        }
    }

    private CommandResultMessage<?> once(
            CommandMessage<?> command, MessageHandler<? super CommandMessage<?>> handler, Attempt attempt) {
        var result = new AtomicReference<CommandResultMessage<?>>();
        super.<Object, Object>handle(
                asObject(command),
                message -> {
                    attempt.begin();
                    guard.check(message.getPayload(), attempt);
                    Object answer = handler.handle(message);
                    decideFurther(message, attempt);
                    return answer;
                },
                (message, outcome) -> result.set(outcome));
        CommandResultMessage<?> outcome = result.get();
        if (outcome == null) {
            throw new IllegalStateException("the command bus gave no result");
        }
        return outcome;
    }

    private void decideFurther(CommandMessage<?> first, Attempt attempt) throws Exception {
        for (StreamCommand next = attempt.next(); next != null; next = attempt.next()) {
            guard.check(next, attempt);
            CommandMessage<?> message = new GenericCommandMessage<>(next, first.getMetaData());
            MessageHandler<? super CommandMessage<?>> handler = handlers.get(message.getCommandName());
            if (handler == null) {
                throw new IllegalStateException("nobody decides " + message.getCommandName());
            }
            handler.handle(message);
        }
    }

    @SuppressWarnings("unchecked")
    private static CommandMessage<Object> asObject(CommandMessage<?> command) {
        return (CommandMessage<Object>) command;
    }

    private static Refusal refusal(Throwable failure, CommandEnvelope envelope) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof Attempt.StaleVersion stale) {
                return staleVersion(stale);
            }
        }
        if (Read.connectionLost(failure)) {
            return Failures.away(failure);
        }
        LOG.error("command {} {} failed", envelope.commandName(), envelope.commandId(), failure);
        return Refusal.because(
                        Code.UNAVAILABLE,
                        "This could not be done just now.",
                        "Something went wrong on our side; nothing was stored in part.")
                .remedy("Send it again with the same key; if it happens again, give the correlation id to your"
                        + " operator.");
    }

    private static Refusal staleVersion(Attempt.StaleVersion stale) {
        return Refusal.because(
                        Code.VERSION_CONFLICT,
                        "Somebody else changed this after you had read it.",
                        "You had read version %d; there are now %d entries in it. Your change was not saved."
                                .formatted(stale.wanted, stale.found))
                .remedy("Look at what changed, then send yours again with the current version.")
                .with("currentVersion", stale.found)
                .with("streamId", stale.streamId);
    }
}

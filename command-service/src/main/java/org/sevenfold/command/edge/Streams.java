package org.sevenfold.command.edge;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.Repository;
import org.sevenfold.command.audit.VerificationCommand;
import org.sevenfold.command.change.Decider;
import org.sevenfold.command.change.Desk;
import org.sevenfold.command.change.NewId;
import org.sevenfold.command.governance.PolicyCommand;
import org.sevenfold.command.governance.ProposalCommand;
import org.sevenfold.command.governance.RoleCommand;
import org.sevenfold.command.initiative.AlignmentCommand;
import org.sevenfold.command.initiative.InitiativeCommand;
import org.sevenfold.command.plan.MilestoneCommand;
import org.sevenfold.command.plan.PlanCommand;
import org.sevenfold.command.plan.ProgrammeCommand;
import org.sevenfold.command.sharedvalues.ValueStatementCommand;
import org.sevenfold.command.skills.CourseCommand;
import org.sevenfold.command.skills.TrainingRecordCommand;
import org.sevenfold.command.skills.TrainingRequirementCommand;
import org.sevenfold.command.staff.PersonCommand;
import org.sevenfold.command.staff.PostCommand;
import org.sevenfold.command.structure.UnitCommand;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.StoredStream;
import org.sevenfold.events.catalogue.EventCatalogue;
import org.sevenfold.platform.journal.StreamCommand;

/**
 * Every stream that decides something, one line each: its commands, their endpoints and forms, its handlers and its place
 * in memory follow from that line.
 */
public final class Streams {

    public static final List<Decider<?, ?, ?>> ALL = List.of(
            UnitCommand.DECIDER,
            PersonCommand.DECIDER,
            PostCommand.DECIDER,
            CourseCommand.DECIDER,
            TrainingRecordCommand.DECIDER,
            TrainingRequirementCommand.DECIDER,
            ProgrammeCommand.DECIDER,
            PolicyCommand.DECIDER,
            RoleCommand.DECIDER,
            ProposalCommand.DECIDER,
            InitiativeCommand.DECIDER,
            MilestoneCommand.DECIDER,
            ValueStatementCommand.DECIDER,
            PlanCommand.DECIDER,
            AlignmentCommand.DECIDER,
            VerificationCommand.DECIDER);

    private static final Map<StoredStream, Decider<?, ?, ?>> BY_STREAM =
            ALL.stream().collect(Collectors.toMap(Decider::stream, Function.identity()));
    private static final Map<Class<?>, List<RecordComponent>> NEW_IDS = new ConcurrentHashMap<>();

    private Streams() {}

    /** The records of a stream's commands. */
    public static Stream<Class<? extends StreamCommand>> commands(Decider<?, ?, ?> decider) {
        return records(decider.commands()).map(type -> type.asSubclass(StreamCommand.class));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(Streams::records);
    }

    /** Decides the commands of a stream: loads what it has come to, or begins it. */
    public static MessageHandler<CommandMessage<?>> handler(
            Decider<?, ?, ?> decider, Supplier<Repository<StreamAggregate>> streams, Desk desk) {
        return message -> {
            StreamCommand command = (StreamCommand) message.getPayload();
            if (begins(command)) {
                // A stream that is only now given its id is not looked for.
                streams.get()
                        .newInstance(
                                () -> new StreamAggregate(decider),
                                stream -> stream.execute(begun -> begun.handle(command, desk)));
            } else {
                streams.get()
                        .loadOrCreate(command.streamId(), () -> new StreamAggregate(decider))
                        .execute(stream -> stream.handle(command, desk));
            }
            return null;
        };
    }

    /** Makes a stream anew from its first event. */
    public static AbstractAggregateFactory<StreamAggregate> factory() {
        return new AbstractAggregateFactory<>(StreamAggregate.class) {
            @Override
            @SuppressWarnings("rawtypes") // as the framework declares it
            protected StreamAggregate doCreateAggregate(String id, DomainEventMessage first) {
                return new StreamAggregate(of((DomainEvent) first.getPayload()));
            }
        };
    }

    private static Decider<?, ?, ?> of(DomainEvent event) {
        Decider<?, ?, ?> decider = BY_STREAM.get(EventCatalogue.streamOf(event.getClass()));
        if (decider == null) {
            throw new IllegalStateException("no stream decides what follows from " + event.getClass());
        }
        return decider;
    }

    private static boolean begins(StreamCommand command) {
        return NEW_IDS.computeIfAbsent(command.getClass(), Streams::newIds).stream()
                .anyMatch(component -> command.streamId().equals(value(component, command)));
    }

    private static List<RecordComponent> newIds(Class<?> command) {
        return Stream.of(command.getRecordComponents())
                .filter(Streams::isNew)
                .peek(component -> component.getAccessor().setAccessible(true))
                .toList();
    }

    private static boolean isNew(RecordComponent component) {
        NewId id = component.getAnnotation(NewId.class);
        return id != null && !id.mayExist();
    }

    private static String value(RecordComponent component, StreamCommand command) {
        try {
            return String.valueOf(component.getAccessor().invoke(command));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

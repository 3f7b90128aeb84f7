package org.sevenfold.events.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.StoredStream;
import org.sevenfold.events.StoredStream.StoredEvent;
import org.sevenfold.events.audit.VerificationEvent;
import org.sevenfold.events.governance.PolicyEvent;
import org.sevenfold.events.governance.ProposalEvent;
import org.sevenfold.events.governance.RoleEvent;
import org.sevenfold.events.initiative.AlignmentEvent;
import org.sevenfold.events.initiative.InitiativeEvent;
import org.sevenfold.events.plan.MilestoneEvent;
import org.sevenfold.events.plan.PlanEvent;
import org.sevenfold.events.plan.ProgrammeEvent;
import org.sevenfold.events.sharedvalues.ValueStatementEvent;
import org.sevenfold.events.skills.CourseEvent;
import org.sevenfold.events.skills.TrainingRecordEvent;
import org.sevenfold.events.skills.TrainingRequirementEvent;
import org.sevenfold.events.staff.PersonEvent;
import org.sevenfold.events.staff.PostEvent;
import org.sevenfold.events.structure.UnitEvent;

/** Every stream there is, one line each. What is not listed here cannot be stored, and cannot be read either. */
public final class EventCatalogue {

    public static final List<StoredStream> STREAMS = List.of(
            UnitEvent.STREAM, //
            PersonEvent.STREAM,
            PostEvent.STREAM,
            CourseEvent.STREAM,
            TrainingRecordEvent.STREAM,
            TrainingRequirementEvent.STREAM,
            ValueStatementEvent.STREAM,
            ProgrammeEvent.STREAM,
            PolicyEvent.STREAM,
            RoleEvent.STREAM,
            ProposalEvent.STREAM,
            InitiativeEvent.STREAM,
            MilestoneEvent.STREAM,
            PlanEvent.STREAM,
            AlignmentEvent.STREAM,
            VerificationEvent.STREAM);

    private static final Map<String, StoredEvent> BY_NAME = new HashMap<>();
    private static final Map<Class<?>, StoredEvent> BY_CLASS = new HashMap<>();
    private static final Map<Class<?>, StoredStream> STREAM_OF = new HashMap<>();

    static {
        for (StoredStream stream : STREAMS) {
            for (StoredEvent event : stream.events().values()) {
                if (BY_NAME.put(event.name(), event) != null || BY_CLASS.put(event.payload(), event) != null) {
                    throw new IllegalStateException("listed twice: " + event.name());
                }
                STREAM_OF.put(event.payload(), stream);
            }
        }
    }

    private EventCatalogue() {}

    /** The event stored under this name; throws {@link UnknownEventName} where the catalogue lacks it. */
    public static StoredEvent named(String name) {
        StoredEvent event = BY_NAME.get(name);
        if (event == null) {
            throw new UnknownEventName(name);
        }
        return event;
    }

    /** The stored form of this kind of event; throws where its stream does not list it. */
    public static StoredEvent of(Class<? extends DomainEvent> payload) {
        StoredEvent event = BY_CLASS.get(payload);
        if (event == null) {
            throw new IllegalStateException(payload.getName() + " has no stored name");
        }
        return event;
    }

    /** The stream that stores this kind of event. */
    public static StoredStream streamOf(Class<? extends DomainEvent> payload) {
        StoredStream stream = STREAM_OF.get(payload);
        if (stream == null) {
            throw new IllegalStateException(payload.getName() + " belongs to no stream");
        }
        return stream;
    }
}

package org.sevenfold.events.initiative;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Ending;
import org.sevenfold.events.Overridden;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.StoredStream;
import org.sevenfold.events.sharedvalues.ValueStatementId;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.structure.UnitId;

/** What happens to an initiative; each of its milestones is a stream of its own. */
public sealed interface InitiativeEvent extends DomainEvent {

    StoredStream STREAM = StoredStream.of("Initiative", InitiativeEvent.class)
            .stores("programme.initiative-registered", InitiativeRegistered.class)
            .stores("programme.dimension-impact-declared", DimensionImpactDeclared.class)
            .stores("programme.dimension-declared-not-affected", DimensionDeclaredNotAffected.class)
            .stores("programme.initiative-linked-to-value", InitiativeLinkedToValue.class)
            .stores("programme.initiative-unlinked-from-value", InitiativeUnlinkedFromValue.class)
            .stores("programme.initiative-approved", InitiativeApproved.class)
            .stores("programme.initiative-assigned", InitiativeAssigned.class)
            .stores("programme.initiative-rated", InitiativeRated.class)
            .stores("programme.initiative-closed", InitiativeClosed.class);

    InitiativeId initiativeId();

    @Override
    default String streamId() {
        return initiativeId().toString();
    }

    /**
     * A piece of change work is known to the programme.
     *
     * @param reference what people call it, such as {@code LM-014}
     * @param unitIds the units that it changes; none where it changes no unit directly
     * @param registeredBy who registered it, and so does not approve it
     * @param effectiveOn the day on which it was registered
     */
    record InitiativeRegistered(
            InitiativeId initiativeId,
            ProgrammeId programmeId,
            String reference,
            String title,
            Dimension primaryDimension,
            PersonId ownerId,
            List<UnitId> unitIds,
            LocalDate plannedStart,
            LocalDate plannedEnd,
            PersonId registeredBy,
            LocalDate effectiveOn)
            implements InitiativeEvent {

        public InitiativeRegistered {
            unitIds = List.copyOf(unitIds);
        }
    }

    /**
     * Somebody said what the initiative does to a dimension.
     *
     * @param mitigation what is done about it; null where nothing needs to be
     * @param reviewBy by when it is looked at again; null where nobody said
     */
    record DimensionImpactDeclared(
            InitiativeId initiativeId,
            Dimension dimension,
            String effect,
            @Nullable String mitigation,
            @Nullable LocalDate reviewBy,
            LocalDate effectiveOn)
            implements InitiativeEvent {}

    /** Somebody said why the initiative does nothing to a dimension. */
    record DimensionDeclaredNotAffected(
            InitiativeId initiativeId,
            Dimension dimension,
            String rationale,
            @Nullable LocalDate reviewBy,
            LocalDate effectiveOn)
            implements InitiativeEvent {}

    /** The initiative serves a value, in a way that somebody put into words. */
    record InitiativeLinkedToValue(
            InitiativeId initiativeId, ValueStatementId valueId, String how, LocalDate effectiveOn)
            implements InitiativeEvent {}

    /** The initiative serves a value no longer. */
    record InitiativeUnlinkedFromValue(InitiativeId initiativeId, ValueStatementId valueId, LocalDate lastDay)
            implements InitiativeEvent, Ending {}

    /** The initiative may begin. */
    record InitiativeApproved(InitiativeId initiativeId, LocalDate effectiveOn) implements InitiativeEvent {}

    /**
     * The initiative has another owner, other units, or both, from a day on.
     *
     * @param previousOwnerId who owned it until then, perhaps the same person
     */
    record InitiativeAssigned(
            InitiativeId initiativeId,
            PersonId previousOwnerId,
            PersonId ownerId,
            List<UnitId> unitIds,
            LocalDate effectiveOn)
            implements InitiativeEvent {

        public InitiativeAssigned {
            unitIds = List.copyOf(unitIds);
        }
    }

    /**
     * Somebody rated how the initiative stands; why stands with the event.
     *
     * @param overridden set where the facts spoke against the rating and somebody entitled accepted it
     */
    record InitiativeRated(
            InitiativeId initiativeId,
            Rag rag,
            LocalDate effectiveOn,
            @Nullable Overridden overridden) implements InitiativeEvent {}

    /** The initiative is over. */
    record InitiativeClosed(InitiativeId initiativeId, InitiativeOutcome outcome, LocalDate lastDay)
            implements InitiativeEvent, Ending {}
}

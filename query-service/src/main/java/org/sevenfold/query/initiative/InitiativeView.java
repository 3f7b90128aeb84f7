package org.sevenfold.query.initiative;

import java.util.ArrayList;
import java.util.List;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.initiative.InitiativeEvent;
import org.sevenfold.events.initiative.InitiativeEvent.DimensionDeclaredNotAffected;
import org.sevenfold.events.initiative.InitiativeEvent.DimensionImpactDeclared;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeApproved;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeAssigned;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeClosed;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeLinkedToValue;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeRated;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeRegistered;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeUnlinkedFromValue;
import org.sevenfold.query.board.Timeline;
import org.sevenfold.query.board.View;

/** The life of one initiative under its owners, so that a month that is over keeps the owner that it had. */
final class InitiativeView implements View<InitiativeEvent, InitiativeRow> {

    @Override
    public List<InitiativeRow> evolve(List<InitiativeRow> timeline, Recorded<? extends InitiativeEvent> recorded) {
        return switch (recorded.event()) {
            case InitiativeRegistered e -> List.of(row(recorded.id(), e));
            case InitiativeAssigned e -> assigned(timeline, recorded.id(), e);
            case InitiativeApproved e ->
                timeline.stream().map(row -> row.approved(e.effectiveOn())).toList();
            case InitiativeClosed e ->
                timeline.stream()
                        .map(row -> row.closed(e.effectiveOn(), e.outcome()))
                        .toList();
            case DimensionImpactDeclared e -> timeline;
            case DimensionDeclaredNotAffected e -> timeline;
            case InitiativeLinkedToValue e -> timeline;
            case InitiativeUnlinkedFromValue e -> timeline;
            case InitiativeRated e -> timeline;
        };
    }

    private static List<InitiativeRow> assigned(List<InitiativeRow> timeline, EventId id, InitiativeAssigned e) {
        var rows = new ArrayList<>(Timeline.ended(timeline, row -> true, e.effectiveOn(), InitiativeRow::over));
        rows.add(timeline.getLast().ownedBy(id, e.ownerId(), e.effectiveOn()));
        return rows;
    }

    private static InitiativeRow row(EventId id, InitiativeRegistered e) {
        return new InitiativeRow(
                id,
                e.initiativeId(),
                e.programmeId(),
                e.reference(),
                e.title(),
                e.primaryDimension(),
                e.ownerId(),
                e.registeredBy(),
                e.plannedStart(),
                e.plannedEnd(),
                e.effectiveOn(),
                null,
                null,
                null,
                e.effectiveOn(),
                null);
    }
}

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

/** The values that one initiative serves, served and will. */
final class ValueLinkView implements View<InitiativeEvent, ValueLinkRow> {

    @Override
    public List<ValueLinkRow> evolve(List<ValueLinkRow> timeline, Recorded<? extends InitiativeEvent> recorded) {
        return switch (recorded.event()) {
            case InitiativeLinkedToValue e -> linked(timeline, recorded.id(), e);
            case InitiativeUnlinkedFromValue e -> unlinked(timeline, e);
            case InitiativeRegistered e -> timeline;
            case InitiativeAssigned e -> timeline;
            case DimensionImpactDeclared e -> timeline;
            case DimensionDeclaredNotAffected e -> timeline;
            case InitiativeApproved e -> timeline;
            case InitiativeRated e -> timeline;
            case InitiativeClosed e -> timeline;
        };
    }

    private static List<ValueLinkRow> linked(List<ValueLinkRow> timeline, EventId id, InitiativeLinkedToValue e) {
        var rows = new ArrayList<>(timeline);
        rows.add(new ValueLinkRow(id, e.initiativeId(), e.valueId(), e.how(), e.effectiveOn(), null));
        return rows;
    }

    private static List<ValueLinkRow> unlinked(List<ValueLinkRow> timeline, InitiativeUnlinkedFromValue e) {
        return Timeline.ended(timeline, row -> row.valueId().equals(e.valueId()), e.effectiveOn(), ValueLinkRow::over);
    }
}

package org.sevenfold.query.initiative;

import java.util.ArrayList;
import java.util.List;
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

/** What was said of one initiative and each of the seven dimensions, the last word from a day on. */
final class DimensionImpactView implements View<InitiativeEvent, DimensionImpactRow> {

    @Override
    public List<DimensionImpactRow> evolve(
            List<DimensionImpactRow> timeline, Recorded<? extends InitiativeEvent> recorded) {
        return switch (recorded.event()) {
            case DimensionImpactDeclared e -> said(timeline, DimensionImpactRow.of(recorded.id(), e));
            case DimensionDeclaredNotAffected e -> said(timeline, DimensionImpactRow.of(recorded.id(), e));
            case InitiativeRegistered e -> timeline;
            case InitiativeAssigned e -> timeline;
            case InitiativeLinkedToValue e -> timeline;
            case InitiativeUnlinkedFromValue e -> timeline;
            case InitiativeApproved e -> timeline;
            case InitiativeRated e -> timeline;
            case InitiativeClosed e -> timeline;
        };
    }

    private static List<DimensionImpactRow> said(List<DimensionImpactRow> timeline, DimensionImpactRow said) {
        var rows = new ArrayList<>(Timeline.ended(
                timeline, row -> row.dimension() == said.dimension(), said.validFrom(), DimensionImpactRow::over));
        rows.add(said);
        return rows;
    }
}

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

/** How one initiative was rated from day to day. */
final class RatingView implements View<InitiativeEvent, RatingRow> {

    @Override
    public List<RatingRow> evolve(List<RatingRow> timeline, Recorded<? extends InitiativeEvent> recorded) {
        return switch (recorded.event()) {
            case InitiativeRated e -> rated(timeline, recorded, e);
            case InitiativeRegistered e -> timeline;
            case InitiativeAssigned e -> timeline;
            case DimensionImpactDeclared e -> timeline;
            case DimensionDeclaredNotAffected e -> timeline;
            case InitiativeLinkedToValue e -> timeline;
            case InitiativeUnlinkedFromValue e -> timeline;
            case InitiativeApproved e -> timeline;
            case InitiativeClosed e -> timeline;
        };
    }

    private static List<RatingRow> rated(
            List<RatingRow> timeline, Recorded<? extends InitiativeEvent> recorded, InitiativeRated e) {
        var rows = new ArrayList<>(Timeline.ended(timeline, row -> true, e.effectiveOn(), RatingRow::over));
        rows.add(new RatingRow(
                recorded.id(),
                e.initiativeId(),
                e.rag(),
                recorded.metadata().get("reason"),
                e.overridden() != null,
                e.effectiveOn(),
                null));
        return rows;
    }
}

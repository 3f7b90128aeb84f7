package org.sevenfold.query.initiative;

import java.time.LocalDate;
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
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.query.board.Timeline;
import org.sevenfold.query.board.View;

/** The units that one initiative changes, changed and will. */
final class InitiativeUnitView implements View<InitiativeEvent, InitiativeUnitRow> {

    @Override
    public List<InitiativeUnitRow> evolve(
            List<InitiativeUnitRow> timeline, Recorded<? extends InitiativeEvent> recorded) {
        return switch (recorded.event()) {
            case InitiativeRegistered e -> from(timeline, e.initiativeId(), e.unitIds(), e.effectiveOn());
            case InitiativeAssigned e -> from(timeline, e.initiativeId(), e.unitIds(), e.effectiveOn());
            case DimensionImpactDeclared e -> timeline;
            case DimensionDeclaredNotAffected e -> timeline;
            case InitiativeLinkedToValue e -> timeline;
            case InitiativeUnlinkedFromValue e -> timeline;
            case InitiativeApproved e -> timeline;
            case InitiativeRated e -> timeline;
            case InitiativeClosed e -> timeline;
        };
    }

    private static List<InitiativeUnitRow> from(
            List<InitiativeUnitRow> timeline, InitiativeId initiative, List<UnitId> units, LocalDate day) {
        var rows = new ArrayList<>(Timeline.ended(timeline, row -> true, day, InitiativeUnitRow::over));
        units.forEach(unit -> rows.add(new InitiativeUnitRow(initiative, unit, day, null)));
        return rows;
    }
}

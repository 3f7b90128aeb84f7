package org.sevenfold.query.initiative;

import java.time.LocalDate;
import java.util.List;
import org.sevenfold.events.Days;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
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
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;

/** The units that one initiative changes, changed and will. */
@ReadTable
final class InitiativeUnitsBoard extends Board<InitiativeEvent, InitiativeUnitsBoard.Row> {

    record Row(InitiativeId initiativeId, UnitId unitId) {}

    InitiativeUnitsBoard() {
        super("initiative_units", Span.DAYS, InitiativeEvent.class, Row.class);
        index("initiative_id").including("unit_id");
        index("unit_id").including("initiative_id");
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends InitiativeEvent> recorded) {
        return switch (recorded.event()) {
            case InitiativeRegistered e -> from(e.effectiveOn(), recorded.id(), known, e.initiativeId(), e.unitIds());
            case InitiativeAssigned e -> from(e.effectiveOn(), recorded.id(), known, e.initiativeId(), e.unitIds());
            case InitiativeLinkedToValue _, InitiativeUnlinkedFromValue _, InitiativeApproved _ -> known;
            case DimensionImpactDeclared _, DimensionDeclaredNotAffected _ -> known;
            case InitiativeRated _, InitiativeClosed _ -> known;
        };
    }

    private static Timeline<Row> from(
            LocalDate day, EventId id, Timeline<Row> known, InitiativeId initiative, List<UnitId> units) {
        Timeline<Row> changed = known.until(day);
        for (UnitId unit : units) {
            changed = changed.with(Days.from(day), id, new Row(initiative, unit));
        }
        return changed;
    }
}

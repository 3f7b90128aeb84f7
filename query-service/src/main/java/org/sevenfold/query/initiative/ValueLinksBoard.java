package org.sevenfold.query.initiative;

import org.sevenfold.events.Days;
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
import org.sevenfold.events.sharedvalues.ValueStatementId;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;

/** The values that one initiative serves, served and will, and how. */
@ReadTable
final class ValueLinksBoard extends Board<InitiativeEvent, ValueLinksBoard.Row> {

    record Row(InitiativeId initiativeId, ValueStatementId valueId, String how) {}

    ValueLinksBoard() {
        super("value_links", Span.DAYS, InitiativeEvent.class, Row.class);
        namesEvents();
        index("initiative_id").including("value_id", "event_id");
        index("value_id").including("initiative_id", "event_id");
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends InitiativeEvent> recorded) {
        return switch (recorded.event()) {
            case InitiativeLinkedToValue e ->
                known.with(Days.from(e.effectiveOn()), recorded.id(), new Row(e.initiativeId(), e.valueId(), e.how()));
            case InitiativeUnlinkedFromValue e ->
                known.ended(e.lastDay(), link -> link.value().valueId().equals(e.valueId()));
            case InitiativeRegistered _, InitiativeAssigned _, InitiativeApproved _, InitiativeRated _ -> known;
            case DimensionImpactDeclared _, DimensionDeclaredNotAffected _, InitiativeClosed _ -> known;
        };
    }
}

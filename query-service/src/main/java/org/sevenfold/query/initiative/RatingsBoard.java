package org.sevenfold.query.initiative;

import org.jspecify.annotations.Nullable;
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
import org.sevenfold.events.initiative.Rag;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;

/** How one initiative stood from day to day in the eyes of who rated it. */
@ReadTable
final class RatingsBoard extends Board<InitiativeEvent, RatingsBoard.Row> {

    /**
     * @param reason why it was rated so
     * @param overridden whether the facts spoke against it and somebody entitled accepted it
     */
    record Row(InitiativeId initiativeId, Rag rag, @Nullable String reason, boolean overridden) {}

    RatingsBoard() {
        super("ratings", Span.DAYS, InitiativeEvent.class, Row.class);
        namesEvents();
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends InitiativeEvent> recorded) {
        return switch (recorded.event()) {
            case InitiativeRated e -> {
                String reason = recorded.metadata().get("reason");
                yield known.then(
                        e.effectiveOn(),
                        recorded.id(),
                        new Row(e.initiativeId(), e.rag(), reason, e.overridden() != null));
            }
            case InitiativeRegistered _, InitiativeAssigned _, InitiativeApproved _, InitiativeClosed _ -> known;
            case InitiativeLinkedToValue _, InitiativeUnlinkedFromValue _ -> known;
            case DimensionImpactDeclared _, DimensionDeclaredNotAffected _ -> known;
        };
    }
}

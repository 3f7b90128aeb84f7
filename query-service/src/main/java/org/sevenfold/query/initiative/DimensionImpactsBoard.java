package org.sevenfold.query.initiative;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Days;
import org.sevenfold.events.Dimension;
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
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;

/** What one initiative does to each of the seven dimensions, or why nothing; the last word from a day on. */
@ReadTable
final class DimensionImpactsBoard extends Board<InitiativeEvent, DimensionImpactsBoard.Row> {

    record Row(
            InitiativeId initiativeId,
            Dimension dimension,
            boolean affected,
            @Nullable String effect,
            @Nullable String mitigation,
            @Nullable String rationale,
            @Nullable LocalDate reviewBy) {

        static Row of(DimensionImpactDeclared e) {
            return new Row(e.initiativeId(), e.dimension(), true, e.effect(), e.mitigation(), null, e.reviewBy());
        }

        static Row of(DimensionDeclaredNotAffected e) {
            return new Row(e.initiativeId(), e.dimension(), false, null, null, e.rationale(), e.reviewBy());
        }
    }

    DimensionImpactsBoard() {
        super("dimension_impacts", Span.DAYS, InitiativeEvent.class, Row.class);
        namesEvents();
        index("initiative_id", "dimension").including("affected", "event_id");
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends InitiativeEvent> recorded) {
        return switch (recorded.event()) {
            case DimensionImpactDeclared e -> said(known, e.effectiveOn(), recorded.id(), Row.of(e));
            case DimensionDeclaredNotAffected e -> said(known, e.effectiveOn(), recorded.id(), Row.of(e));
            case InitiativeRegistered _, InitiativeAssigned _, InitiativeApproved _, InitiativeClosed _ -> known;
            case InitiativeLinkedToValue _, InitiativeUnlinkedFromValue _, InitiativeRated _ -> known;
        };
    }

    private static Timeline<Row> said(Timeline<Row> known, LocalDate day, EventId id, Row said) {
        return known.until(day, row -> row.value().dimension() == said.dimension())
                .with(Days.from(day), id, said);
    }
}

package org.sevenfold.query.structure;

import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Days;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.structure.UnitEvent;
import org.sevenfold.events.structure.UnitEvent.GroupManagerAssigned;
import org.sevenfold.events.structure.UnitEvent.UnitClosed;
import org.sevenfold.events.structure.UnitEvent.UnitEstablished;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.events.structure.UnitKind;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;
import org.sevenfold.query.board.Reference;

/** The life of one unit, group or team, whoever manages it; its last day is a day of its life. */
@ReadTable
final class UnitsBoard extends Board<UnitEvent, UnitsBoard.Row> {

    /** @param successorId the unit that goes on with its work once it is closed; null where none does */
    record Row(
            UnitId unitId,
            @Reference String reference,
            String name,
            UnitKind kind,
            String serviceArea,
            @Nullable UnitId groupId,
            @Nullable UnitId successorId) {

        Row succeededBy(@Nullable UnitId successor) {
            return new Row(unitId, reference, name, kind, serviceArea, groupId, successor);
        }
    }

    UnitsBoard() {
        super("units", Span.DAYS, UnitEvent.class, Row.class);
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends UnitEvent> recorded) {
        return switch (recorded.event()) {
            case UnitEstablished e ->
                Timeline.of(
                        Days.from(e.effectiveOn()),
                        recorded.id(),
                        new Row(e.unitId(), e.reference(), e.name(), e.kind(), e.serviceArea(), e.groupId(), null));
            case UnitClosed e -> known.ended(e.lastDay()).each(unit -> unit.succeededBy(e.successorId()));
            case GroupManagerAssigned _ -> known;
        };
    }
}

package org.sevenfold.query.structure;

import org.sevenfold.events.Days;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.structure.UnitEvent;
import org.sevenfold.events.structure.UnitEvent.GroupManagerAssigned;
import org.sevenfold.events.structure.UnitEvent.UnitClosed;
import org.sevenfold.events.structure.UnitEvent.UnitEstablished;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;

/** Who manages one unit or group. Who takes over ends the time of whom they succeed; a closed unit has no manager. */
@ReadTable
final class GroupManagersBoard extends Board<UnitEvent, GroupManagersBoard.Row> {

    record Row(UnitId unitId, PersonId personId) {}

    GroupManagersBoard() {
        super("group_managers", Span.DAYS, UnitEvent.class, Row.class);
        namesEvents();
        index("unit_id").including("person_id");
        index("person_id").including("unit_id");
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends UnitEvent> recorded) {
        return switch (recorded.event()) {
            case GroupManagerAssigned e ->
                known.until(
                                e.effectiveOn(),
                                manager -> manager.value().personId().equals(e.previousHolderId())
                                        && manager.days().hold(e.effectiveOn()))
                        .with(
                                Days.between(e.effectiveOn(), e.lastDay()),
                                recorded.id(),
                                new Row(e.unitId(), e.personId()));
            case UnitClosed e -> known.ended(e.lastDay());
            case UnitEstablished _ -> known;
        };
    }
}

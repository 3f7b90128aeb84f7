package org.sevenfold.query.structure;

import java.util.List;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.structure.UnitEvent;
import org.sevenfold.events.structure.UnitEvent.GroupManagerAssigned;
import org.sevenfold.events.structure.UnitEvent.UnitClosed;
import org.sevenfold.events.structure.UnitEvent.UnitEstablished;
import org.sevenfold.query.board.View;

/** The life of one unit, whoever manages it. Its last day is a day of its life, so it ends on the day after. */
final class UnitView implements View<UnitEvent, UnitRow> {

    @Override
    public List<UnitRow> evolve(List<UnitRow> timeline, Recorded<? extends UnitEvent> recorded) {
        return switch (recorded.event()) {
            case UnitEstablished unit ->
                List.of(new UnitRow(
                        unit.unitId(),
                        unit.reference(),
                        unit.name(),
                        unit.kind(),
                        unit.serviceArea(),
                        unit.groupId(),
                        null,
                        unit.effectiveOn(),
                        null));
            case GroupManagerAssigned manager -> timeline;
            case UnitClosed closed ->
                timeline.stream().map(row -> until(row, closed)).toList();
        };
    }

    private static UnitRow until(UnitRow row, UnitClosed closed) {
        return new UnitRow(
                row.unitId(),
                row.reference(),
                row.name(),
                row.kind(),
                row.serviceArea(),
                row.groupId(),
                closed.successorId(),
                row.validFrom(),
                closed.effectiveOn().plusDays(1));
    }
}

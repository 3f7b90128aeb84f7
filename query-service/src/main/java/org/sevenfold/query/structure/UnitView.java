package org.sevenfold.query.structure;

import java.util.List;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.structure.UnitEvent;
import org.sevenfold.events.structure.UnitEvent.UnitEstablished;
import org.sevenfold.query.board.View;

/** The life of one unit. */
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
                        unit.effectiveOn(),
                        null));
        };
    }
}

package org.sevenfold.query.structure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.structure.UnitEvent;
import org.sevenfold.events.structure.UnitEvent.GroupManagerAssigned;
import org.sevenfold.events.structure.UnitEvent.UnitClosed;
import org.sevenfold.events.structure.UnitEvent.UnitEstablished;
import org.sevenfold.query.board.View;

/** Who manages one unit or group. Who takes over ends the time of whom they succeed; a closed unit has no manager. */
final class GroupManagerView implements View<UnitEvent, GroupManagerRow> {

    @Override
    public List<GroupManagerRow> evolve(List<GroupManagerRow> timeline, Recorded<? extends UnitEvent> recorded) {
        return switch (recorded.event()) {
            case UnitEstablished unit -> timeline;
            case GroupManagerAssigned assigned -> assigned(timeline, recorded.id(), assigned);
            case UnitClosed closed ->
                timeline.stream()
                        .filter(row -> !row.validFrom().isAfter(closed.effectiveOn()))
                        .map(row -> until(row, closed.effectiveOn().plusDays(1)))
                        .toList();
        };
    }

    private static List<GroupManagerRow> assigned(
            List<GroupManagerRow> timeline, EventId id, GroupManagerAssigned assigned) {
        LocalDate from = assigned.effectiveOn();
        @Nullable LocalDate lastDay = assigned.lastDay();
        var grown = new ArrayList<GroupManagerRow>();
        for (GroupManagerRow row : timeline) {
            boolean succeeded = row.personId().equals(assigned.previousHolderId()) && row.holdsOn(from);
            grown.add(succeeded ? until(row, from) : row);
        }
        grown.add(new GroupManagerRow(
                id, assigned.unitId(), assigned.personId(), from, lastDay == null ? null : lastDay.plusDays(1)));
        return grown;
    }

    private static GroupManagerRow until(GroupManagerRow row, LocalDate end) {
        @Nullable LocalDate validTo = row.validTo();
        return validTo != null && !validTo.isAfter(end)
                ? row
                : new GroupManagerRow(row.eventId(), row.unitId(), row.personId(), row.validFrom(), end);
    }
}

package org.sevenfold.query.governance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.governance.RoleEvent;
import org.sevenfold.events.governance.RoleEvent.RoleGranted;
import org.sevenfold.events.governance.RoleEvent.RoleRevoked;
import org.sevenfold.query.board.View;

/** The roles of one person. A last day is a day with the role, so it ends on the day after. */
final class RoleView implements View<RoleEvent, RoleRow> {

    @Override
    public List<RoleRow> evolve(List<RoleRow> timeline, Recorded<? extends RoleEvent> recorded) {
        var rows = new ArrayList<>(timeline);
        switch (recorded.event()) {
            case RoleGranted e -> {
                LocalDate last = e.lastDay();
                rows.add(new RoleRow(
                        recorded.id(),
                        e.personId(),
                        e.role(),
                        e.effectiveOn(),
                        last == null ? null : last.plusDays(1)));
            }
            case RoleRevoked e -> {
                rows.replaceAll(row -> row.eventId().equals(e.grant())
                        ? new RoleRow(row.eventId(), row.personId(), row.role(), row.validFrom(), e.effectiveOn())
                        : row);
                rows.removeIf(row ->
                        row.eventId().equals(e.grant()) && !row.validFrom().isBefore(e.effectiveOn()));
            }
        }
        return rows;
    }
}

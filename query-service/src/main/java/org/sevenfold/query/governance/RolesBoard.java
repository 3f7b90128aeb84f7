package org.sevenfold.query.governance;

import org.sevenfold.events.Days;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Role;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.governance.RoleEvent;
import org.sevenfold.events.governance.RoleEvent.RoleGranted;
import org.sevenfold.events.governance.RoleEvent.RoleRevoked;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;
import org.sevenfold.query.board.Reference;

/** The roles of one person; a last day is a day with the role, and a day of revocation is none. */
@ReadTable
final class RolesBoard extends Board<RoleEvent, RolesBoard.Row> {

    record Row(PersonId personId, @Reference Role role) {}

    RolesBoard() {
        super("roles", Span.DAYS, RoleEvent.class, Row.class);
        namesEvents();
        index("person_id").including("role");
        index("role").including("person_id");
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends RoleEvent> recorded) {
        return switch (recorded.event()) {
            case RoleGranted e ->
                known.with(Days.between(e.effectiveOn(), e.lastDay()), recorded.id(), new Row(e.personId(), e.role()));
            case RoleRevoked e -> known.ended(e.lastDay(), held -> held.by().equals(e.grant()));
        };
    }
}

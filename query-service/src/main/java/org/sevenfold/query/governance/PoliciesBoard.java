package org.sevenfold.query.governance;

import java.math.BigDecimal;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.governance.Policy;
import org.sevenfold.events.governance.PolicyEvent;
import org.sevenfold.events.governance.PolicyEvent.PolicySet;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;
import org.sevenfold.query.board.Reference;

/** The thresholds of one programme. A value holds until the next day for which one was set, whichever came first. */
@ReadTable
final class PoliciesBoard extends Board<PolicyEvent, PoliciesBoard.Row> {

    record Row(ProgrammeId programmeId, @Reference Policy policy, BigDecimal value) {}

    PoliciesBoard() {
        super("policies", Span.DAYS, PolicyEvent.class, Row.class);
        index("policy").including("value");
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends PolicyEvent> recorded) {
        return switch (recorded.event()) {
            case PolicySet e ->
                known.from(
                        e.effectiveOn(),
                        recorded.id(),
                        new Row(e.programmeId(), e.policy(), e.value()),
                        set -> set.value().policy() == e.policy());
        };
    }
}

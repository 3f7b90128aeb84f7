package org.sevenfold.query.governance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.governance.PolicyEvent;
import org.sevenfold.events.governance.PolicyEvent.PolicySet;
import org.sevenfold.query.board.View;

/** The thresholds of one programme. A value holds until the next day for which one was set, whichever came first. */
final class PolicyView implements View<PolicyEvent, PolicyRow> {

    @Override
    public List<PolicyRow> evolve(List<PolicyRow> timeline, Recorded<? extends PolicyEvent> recorded) {
        return switch (recorded.event()) {
            case PolicySet e -> set(timeline, e);
        };
    }

    private static List<PolicyRow> set(List<PolicyRow> timeline, PolicySet e) {
        var rows = new ArrayList<PolicyRow>();
        LocalDate day = e.effectiveOn();
        @Nullable LocalDate until = null;
        for (PolicyRow row : timeline) {
            if (row.policy() != e.policy()) {
                rows.add(row);
            } else if (row.holdsOn(day)) {
                until = row.validTo();
                if (row.validFrom().isBefore(day)) {
                    rows.add(new PolicyRow(row.programmeId(), row.policy(), row.value(), row.validFrom(), day));
                }
            } else {
                rows.add(row);
                boolean later = row.validFrom().isAfter(day);
                if (later && (until == null || row.validFrom().isBefore(until))) {
                    until = row.validFrom();
                }
            }
        }
        rows.add(new PolicyRow(e.programmeId(), e.policy(), e.value(), day, until));
        return rows;
    }
}

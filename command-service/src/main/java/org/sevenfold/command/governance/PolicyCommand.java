package org.sevenfold.command.governance;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Decider;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.Says;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.Policy;
import org.sevenfold.events.governance.PolicyEvent;

/** What can be asked of a programme's thresholds. */
public sealed interface PolicyCommand extends Change {

    Decider<PolicyCommand, ?, PolicyEvent> DECIDER = Decider.of(
            PolicyEvent.STREAM, PolicyCommand.class, Thresholds.NONE, Thresholds::decide, Thresholds::evolve);

    ProgrammeId programme();

    @Override
    default String streamId() {
        return PolicyEvent.streamIdOf(programme());
    }

    @Override
    default Subject subject() {
        return new Subject.Council();
    }

    @Declared(
            summary = "Sets a threshold that rules and measures compare with, from a day on.",
            allowed = @Allowed(role = Role.SENIOR_RESPONSIBLE_OWNER),
            proposed = @Allowed(role = Role.PROGRAMME_MANAGER),
            example = """
                {"programme": "lea-marsh", "policy": "GREEN_LATE_DAYS", "value": 10, "from": "2026-12-01"}\
                """)
    record SetPolicy(
            @Says("The programme, by reference or id.") ProgrammeId programme,
            @Says("The threshold.") Policy policy,

            @Says("Its value, a whole number from 0 to 1000.")
            BigDecimal value,

            @Says("The first day on which it holds, today or later.")
            LocalDate from)
            implements PolicyCommand {

        private static final BigDecimal MOST = new BigDecimal(1000);

        public SetPolicy {
            if (value.signum() < 0
                    || value.compareTo(MOST) > 0
                    || value.stripTrailingZeros().scale() > 0) {
                throw new IllegalArgumentException("A threshold is a whole number from 0 to 1000.");
            }
        }
    }
}

package org.sevenfold.command.governance;

import java.math.BigDecimal;
import java.util.List;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.governance.PolicyCommand.SetPolicy;
import org.sevenfold.command.lookups.Policies;
import org.sevenfold.events.governance.PolicyEvent;
import org.sevenfold.events.governance.PolicyEvent.PolicySet;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/** A programme's thresholds. A value never changes for days that are over, because what they allowed was allowed. */
record Thresholds(int settings) {

    static final Thresholds NONE = new Thresholds(0);

    static List<PolicyEvent> decide(PolicyCommand command, Thresholds state, Circumstances in) {
        return switch (command) {
            case SetPolicy c -> set(c, in);
        };
    }

    static Thresholds evolve(Thresholds state, PolicyEvent event) {
        return switch (event) {
            case PolicySet e -> new Thresholds(state.settings + 1);
        };
    }

    private static List<PolicyEvent> set(SetPolicy c, Circumstances in) {
        in.requireOpen(c.programme());
        if (c.from().isBefore(in.today())) {
            throw Refusal.because(
                            Code.BACK_DATING_LIMIT,
                            "A threshold cannot change for days that are over.",
                            "%s has passed; what was allowed on that day stays allowed."
                                    .formatted(London.spoken(c.from())))
                    .remedy("Let it hold from today or later.");
        }
        BigDecimal now = Policies.of(in.lookups(), c.programme()).on(c.policy(), c.from());
        if (now.compareTo(c.value()) == 0) {
            throw Refusal.because(
                            Code.DUPLICATE,
                            "Nothing would change.",
                            "On %s this threshold is %s already: %s."
                                    .formatted(
                                            London.spoken(c.from()),
                                            now.toPlainString(),
                                            c.policy().meaning()))
                    .remedy("Nothing needs doing.");
        }
        return List.of(new PolicySet(c.programme(), c.policy(), c.value(), c.from()));
    }
}

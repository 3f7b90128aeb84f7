package org.sevenfold.command.initiative;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.change.Listed;
import org.sevenfold.command.initiative.Initiative.Assigned;
import org.sevenfold.command.initiative.Initiative.Open;
import org.sevenfold.command.initiative.InitiativeCommand.ApproveInitiative;
import org.sevenfold.command.lookups.ValueStatements;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.initiative.InitiativeEvent;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeApproved;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/** Whether an initiative may begin: seven dimensions considered, a value served, and another pair of eyes. */
final class InitiativeApproval {

    private InitiativeApproval() {}

    static List<InitiativeEvent> approve(ApproveInitiative c, Open initiative, Circumstances in) {
        LocalDate approved = initiative.approvedOn();
        if (approved != null) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The initiative is approved already.",
                            "%s was approved on %s.".formatted(initiative.spoken(), London.spoken(approved)))
                    .remedy("Nothing needs doing.")
                    .with("allowed", List.of());
        }
        requireConsidered(initiative);
        requireValue(initiative, in);
        // Whoever proposes it does not approve it; that is asked of who runs the proposal.
        if (!in.proposed() && in.callerId().equals(initiative.registeredBy().toString())) {
            throw Refusal.because(
                            Code.SEPARATION_OF_DUTIES,
                            "Nobody approves what they registered themselves.",
                            "%s was registered by you.".formatted(initiative.spoken()))
                    .remedy("Ask another senior responsible owner to approve it.");
        }
        Assigned assigned = initiative.on(in.today());
        Ownership.requireInPost(assigned.owner(), in.today(), in);
        Ownership.requireUnits(assigned.units(), in.today(), in);
        return List.of(new InitiativeApproved(c.initiative(), in.today()));
    }

    private static void requireConsidered(Open initiative) {
        List<Dimension> missing = Arrays.stream(Dimension.values())
                .filter(dimension -> !initiative.considered().containsKey(dimension))
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.because(
                            Code.DIMENSIONS_INCOMPLETE,
                            "Not every dimension is considered yet.",
                            "%s cannot be approved yet: nobody has said what it does to %s."
                                    .formatted(
                                            initiative.spoken(),
                                            Listed.of(missing.stream()
                                                    .map(Dimension::spoken)
                                                    .toList())))
                    .remedy(
                            missing.size() == 1
                                    ? "Say how it is affected, or why it is not."
                                    : "For each, say how it is affected, or why it is not.")
                    .with("missing", missing.stream().map(Dimension::text).toList());
        }
    }

    private static void requireValue(Open initiative, Circumstances in) {
        if (ValueStatements.heldOnOrAfter(in.lookups(), initiative.values(), in.today())
                .isEmpty()) {
            throw Refusal.because(
                            Code.NO_VALUE_LINK,
                            "The initiative serves no value yet.",
                            "%s cannot be approved yet: nobody has said which of the service's values it serves."
                                    .formatted(initiative.spoken()))
                    .remedy("Link it to at least one value, and say how it serves it.");
        }
    }
}

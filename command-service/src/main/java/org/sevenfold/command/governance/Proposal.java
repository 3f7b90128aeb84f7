package org.sevenfold.command.governance;

import java.util.List;
import java.util.Map;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.change.Decision;
import org.sevenfold.command.change.Effect.AlsoDecide;
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.command.governance.ProposalCommand.ApproveProposal;
import org.sevenfold.command.governance.ProposalCommand.DeclineProposal;
import org.sevenfold.command.governance.ProposalCommand.ProposeChange;
import org.sevenfold.command.lookups.Proposals;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.ProposalEvent;
import org.sevenfold.events.governance.ProposalEvent.ChangeProposed;
import org.sevenfold.events.governance.ProposalEvent.ProposalApproved;
import org.sevenfold.events.governance.ProposalEvent.ProposalDeclined;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;

/** A command that waits for a decision. It is decided once, and never approved by who proposed it. */
sealed interface Proposal {

    /** Nothing has happened yet. */
    record NotYet() implements Proposal {}

    /** It waits. */
    record Waiting(
            String reference, String command, Map<String, Object> payload, List<Role> decidableBy, PersonId proposedBy)
            implements Proposal {}

    /** It was decided. */
    record Decided(String reference, boolean approved) implements Proposal {}

    private static List<ProposalEvent> propose(ProposeChange c, Circumstances in) {
        return List.of(new ChangeProposed(
                c.proposal(),
                Proposals.nextReference(in.lookups()),
                c.command(),
                c.payload(),
                c.wouldDo(),
                c.decidableBy(),
                c.proposedBy()));
    }

    static Decision<ProposalEvent> decide(ProposalCommand command, Proposal state, Circumstances in) {
        return switch (command) {
            case ProposeChange c -> Decision.of(propose(c, in));
            case ApproveProposal c -> approve(c, waiting(state), in);
            case DeclineProposal c -> decline(c, waiting(state), in);
        };
    }

    /** With the approval, what was proposed is decided in the same attempt. */
    private static Decision<ProposalEvent> approve(ApproveProposal c, Waiting proposal, Circumstances in) {
        if (own(proposal, in)) {
            throw Refusal.because(
                            Code.SEPARATION_OF_DUTIES,
                            "Nobody approves what they proposed themselves.",
                            "%s is your own proposal.".formatted(proposal.reference))
                    .remedy("It can be approved by: " + who(proposal) + ".");
        }
        return Decision.<ProposalEvent>of(List.of(new ProposalApproved(c.proposal())))
                .and(new AlsoDecide(proposal.command, proposal.payload, proposal.proposedBy));
    }

    private static Decision<ProposalEvent> decline(DeclineProposal c, Waiting proposal, Circumstances in) {
        Reasoned.require(c.reason());
        if (!own(proposal, in)) {
            requireEntitled(proposal, in);
        }
        return Decision.of(List.of(new ProposalDeclined(c.proposal())));
    }

    private static boolean own(Waiting proposal, Circumstances in) {
        return proposal.proposedBy.toString().equals(in.callerId());
    }

    static Proposal evolve(Proposal state, ProposalEvent event) {
        return switch (event) {
            case ChangeProposed e ->
                new Waiting(e.reference(), e.command(), e.payload(), e.decidableBy(), e.proposedBy());
            case ProposalApproved e -> new Decided(((Waiting) state).reference, true);
            case ProposalDeclined e -> new Decided(((Waiting) state).reference, false);
        };
    }

    private static void requireEntitled(Waiting proposal, Circumstances in) {
        if (proposal.decidableBy.stream().noneMatch(in.roles()::contains)) {
            throw Refusal.because(
                            Code.ROLE_NOT_PERMITTED,
                            "Your role does not decide this.",
                            "%s is decided by: %s.".formatted(proposal.reference, who(proposal)))
                    .remedy("Ask one of them to decide it.");
        }
    }

    private static String who(Waiting proposal) {
        return String.join(
                " or ", proposal.decidableBy.stream().map(Role::spoken).toList());
    }

    private static Waiting waiting(Proposal state) {
        return switch (state) {
            case Waiting proposal -> proposal;
            case Decided proposal ->
                throw Refusal.because(
                                Code.INVALID_TRANSITION,
                                "This proposal is decided already.",
                                "%s was %s.".formatted(proposal.reference, proposal.approved ? "approved" : "declined"))
                        .remedy(
                                proposal.approved
                                        ? "What it asked for is done; change that if it is wrong."
                                        : "If it is wanted after all, it can be proposed again.")
                        .with("allowed", List.of());
            case NotYet none ->
                throw Refusal.because(Code.NOT_FOUND, "There is no such proposal.", "Nobody has made it.")
                        .remedy("Check which proposal you named.");
        };
    }
}

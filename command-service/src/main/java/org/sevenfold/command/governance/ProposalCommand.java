package org.sevenfold.command.governance;

import java.util.List;
import java.util.Map;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Decider;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.command.change.Says;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.ProposalEvent;
import org.sevenfold.events.governance.ProposalEvent.WouldDo;
import org.sevenfold.events.governance.ProposalId;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.journal.StreamCommand;

/** What can be asked of a proposal. Whether the caller may decide it depends on what was proposed. */
public sealed interface ProposalCommand extends StreamCommand {

    Decider<ProposalCommand, ?, ProposalEvent> DECIDER = new Decider<ProposalCommand, Proposal, ProposalEvent>(
            ProposalEvent.STREAM,
            ProposalCommand.class,
            new Proposal.NotYet(),
            Proposal::decide,
            (state, id, event) -> Proposal.evolve(state, event));

    ProposalId proposal();

    @Override
    default String streamId() {
        return proposal().toString();
    }

    /** What somebody who may send it says of a proposal. */
    sealed interface Verdict extends ProposalCommand, Change {

        @Override
        default Subject subject() {
            return new Subject.Council();
        }
    }

    /**
     * Keeps a command that its sender may only propose. Nobody sends this: it is what becomes of a command of theirs.
     *
     * @param payload the command, with ids for all that it refers to
     * @param decidableBy the roles that may decide it
     */
    record ProposeChange(
            ProposalId proposal,
            String command,
            Map<String, Object> payload,
            List<WouldDo> wouldDo,
            List<Role> decidableBy,
            PersonId proposedBy)
            implements ProposalCommand {}

    @Declared(
            summary = "Approves what somebody else proposed; it is done at once, under the rules of today.",
            allowed = {
                @Allowed(role = Role.SENIOR_RESPONSIBLE_OWNER),
                @Allowed(role = Role.PROGRAMME_MANAGER),
                @Allowed(role = Role.GROUP_MANAGER),
                @Allowed(role = Role.LEARNING_AND_DEVELOPMENT),
                @Allowed(role = Role.HUMAN_RESOURCES)
            },
            example = """
                {"proposal": "PR-0012"}\
                """)
    record ApproveProposal(
            @Says("The proposal, by reference or id.") ProposalId proposal) implements Verdict {}

    @Declared(
            summary = "Declines what somebody else proposed, or takes back a proposal of one's own.",
            allowed = {
                @Allowed(role = Role.SENIOR_RESPONSIBLE_OWNER),
                @Allowed(role = Role.PROGRAMME_MANAGER),
                @Allowed(role = Role.GROUP_MANAGER),
                @Allowed(role = Role.CONSULTANT_SOCIAL_WORKER),
                @Allowed(role = Role.STAFF),
                @Allowed(role = Role.LEARNING_AND_DEVELOPMENT),
                @Allowed(role = Role.HUMAN_RESOURCES)
            },
            example = """
                {"proposal": "PR-0012", "reason": "The budget for it is not agreed yet."}\
                """)
    record DeclineProposal(
            @Says("The proposal, by reference or id.") ProposalId proposal,

            @Says("Why, in 10 characters or more.") String reason)
            implements Verdict, Reasoned {}
}

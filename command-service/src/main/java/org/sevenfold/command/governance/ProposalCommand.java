package org.sevenfold.command.governance;

import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.command.change.Says;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.ProposalId;

/** What can be asked of a proposal. Whether the caller may decide it depends on what was proposed. */
public sealed interface ProposalCommand extends Change {

    ProposalId proposal();

    @Override
    default String streamId() {
        return proposal().toString();
    }

    @Override
    default Subject subject() {
        return new Subject.Council();
    }

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
            @Says("The proposal, by reference or id.") ProposalId proposal) implements ProposalCommand {}

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
            implements ProposalCommand, Reasoned {}
}

package org.sevenfold.command.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.change.Effect.AlsoDecide;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.governance.ProposalCommand.ApproveProposal;
import org.sevenfold.command.governance.ProposalCommand.DeclineProposal;
import org.sevenfold.command.governance.ProposalCommand.ProposeChange;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.ProposalEvent;
import org.sevenfold.events.governance.ProposalEvent.ChangeProposed;
import org.sevenfold.events.governance.ProposalEvent.ProposalApproved;
import org.sevenfold.events.governance.ProposalEvent.ProposalDeclined;
import org.sevenfold.events.governance.ProposalEvent.WouldDo;
import org.sevenfold.events.governance.ProposalId;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.problem.Code;

class ProposalTest {

    private static final ProposalId ID = ProposalId.of("01936c6e-8000-7000-8000-000000000001");
    private static final ProposalId EARLIER = ProposalId.of("01936c6e-8000-7000-8000-000000000002");
    private static final PersonId IDRIS = PersonId.of("01936c6e-2000-7000-8000-000000000003");
    private static final PersonId CALLER = PersonId.of(Rules.CALLER);
    private static final String WHY = "The budget for it is not agreed yet.";

    private final Rules rules = Rules.of(ProposalEvent.STREAM, ID).by(Role.SENIOR_RESPONSIBLE_OWNER);

    private static ChangeProposed proposed(ProposalId id, String reference, PersonId by) {
        return new ChangeProposed(
                id,
                reference,
                "extend-programme",
                Map.of("lastDay", "2027-06-30"),
                List.of(new WouldDo("programme.programme-extended", Map.of("lastDay", "2027-06-30"))),
                List.of(Role.SENIOR_RESPONSIBLE_OWNER),
                by);
    }

    @Test
    void a_proposal_gets_the_next_number() {
        ChangeProposed next = proposed(ID, "PR-0008", IDRIS);
        rules.given(proposed(EARLIER, "PR-0007", IDRIS))
                .when(new ProposeChange(ID, next.command(), next.payload(), next.wouldDo(), next.decidableBy(), IDRIS))
                .then(next);
    }

    @Nested
    class while_it_waits {

        @Test
        void somebody_else_approves_it_and_it_is_done_with_the_approval() {
            rules.given(proposed(ID, "PR-0001", IDRIS))
                    .when(new ApproveProposal(ID))
                    .then(new ProposalApproved(ID));
            assertThat(rules.effects())
                    .containsExactly(new AlsoDecide("extend-programme", Map.of("lastDay", "2027-06-30"), IDRIS));
        }

        @Test
        void who_proposed_it_does_not_approve_it() {
            rules.given(proposed(ID, "PR-0001", CALLER))
                    .when(new ApproveProposal(ID))
                    .refused(Code.SEPARATION_OF_DUTIES, "PR-0001 is your own proposal.");
        }

        @Test
        void somebody_else_declines_it() {
            rules.given(proposed(ID, "PR-0001", IDRIS))
                    .when(new DeclineProposal(ID, WHY))
                    .then(new ProposalDeclined(ID));
        }

        @Test
        void who_proposed_it_takes_it_back() {
            rules.by(Role.STAFF)
                    .given(proposed(ID, "PR-0001", CALLER))
                    .when(new DeclineProposal(ID, WHY))
                    .then(new ProposalDeclined(ID));
        }

        @Test
        void it_is_not_declined_by_who_could_not_decide_it() {
            rules.by(Role.STAFF)
                    .given(proposed(ID, "PR-0001", IDRIS))
                    .when(new DeclineProposal(ID, WHY))
                    .refused(Code.ROLE_NOT_PERMITTED, "PR-0001 is decided by: senior responsible owner.");
        }
    }

    @Nested
    class once_it_is_decided {

        @Test
        void it_is_not_approved_again() {
            rules.given(proposed(ID, "PR-0001", IDRIS), new ProposalApproved(ID))
                    .when(new ApproveProposal(ID))
                    .refused(Code.INVALID_TRANSITION, "PR-0001 was approved.");
        }

        @Test
        void it_is_not_approved_after_it_was_declined() {
            rules.given(proposed(ID, "PR-0001", IDRIS), new ProposalDeclined(ID))
                    .when(new ApproveProposal(ID))
                    .refused(Code.INVALID_TRANSITION, "PR-0001 was declined.");
        }
    }

    @Test
    void nothing_is_decided_that_nobody_proposed() {
        var in = rules.circumstances();
        assertThat(Rules.refusal(() -> Proposal.decide(new ApproveProposal(ID), new Proposal.NotYet(), in))
                        .code())
                .isEqualTo(Code.NOT_FOUND);
    }
}

package org.sevenfold.events.governance;

import java.util.List;
import java.util.Map;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Role;
import org.sevenfold.events.StoredStream;
import org.sevenfold.events.staff.PersonId;

/** What happens to a command that its sender may only propose. */
public sealed interface ProposalEvent extends DomainEvent {

    StoredStream STREAM = StoredStream.of("Proposal", ProposalEvent.class)
            .stores("programme.change-proposed", ChangeProposed.class)
            .stores("programme.proposal-approved", ProposalApproved.class)
            .stores("programme.proposal-declined", ProposalDeclined.class);

    ProposalId proposalId();

    @Override
    default String streamId() {
        return proposalId().toString();
    }

    /**
     * Somebody asks for a command that somebody else has to decide.
     *
     * @param reference what people call it, such as {@code PR-0012}
     * @param command the command's name
     * @param payload the command, with ids for all that it refers to
     * @param wouldDo what the command would have stored when it was proposed
     * @param decidableBy the roles that could decide it then
     */
    record ChangeProposed(
            ProposalId proposalId,
            String reference,
            String command,
            Map<String, Object> payload,
            List<WouldDo> wouldDo,
            List<Role> decidableBy,
            PersonId proposedBy)
            implements ProposalEvent {

        public ChangeProposed {
            wouldDo = List.copyOf(wouldDo);
            decidableBy = List.copyOf(decidableBy);
        }
    }

    /** One event that a proposed command would store, under its stored name. */
    record WouldDo(String name, Map<String, Object> payload) {}

    /** It was decided and done: what it asked for stands beside this in the log, by the same command. */
    record ProposalApproved(ProposalId proposalId) implements ProposalEvent {}

    /** It was decided against, or taken back by who had proposed it; the reason stands with the event. */
    record ProposalDeclined(ProposalId proposalId) implements ProposalEvent {}
}

package org.sevenfold.command.governance;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Desk;
import org.sevenfold.command.change.ProposeChange;
import org.sevenfold.command.governance.ProposalCommand.ApproveProposal;
import org.sevenfold.command.governance.ProposalCommand.DeclineProposal;
import org.sevenfold.events.governance.ProposalEvent;

/** The shell round {@link Proposal}; with an approval, what was proposed is decided in the same attempt. */
@Aggregate(type = "Proposal", commandTargetResolver = "streamOfCommand")
class ProposalAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private Proposal state = new Proposal.NotYet();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(ProposeChange command, Desk desk) {
        Proposal.propose(command, desk.circumstances()).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ApproveProposal command, Desk desk) {
        Proposal before = state;
        decide(command, desk);
        if (before instanceof Proposal.Waiting proposal) {
            desk.alsoDecide(proposal.command(), proposal.payload(), proposal.proposedBy());
        }
    }

    @CommandHandler
    void handle(DeclineProposal command, Desk desk) {
        decide(command, desk);
    }

    private void decide(ProposalCommand command, Desk desk) {
        Proposal.decide(command, state, desk.circumstances()).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(ProposalEvent event) {
        id = event.streamId();
        state = Proposal.evolve(state, event);
    }
}

package org.sevenfold.command.lookups;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.Proposals.ProposalFacts;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.governance.ProposalEvent.ChangeProposed;
import org.sevenfold.events.governance.ProposalId;
import org.sevenfold.platform.journal.Lookup;

/** Proposals, by id and by reference, and how many there were. */
public final class Proposals implements Lookup<ProposalFacts> {

    public static final Proposals LOOKUP = new Proposals();
    private static final String LAST = "last";

    /** What is known of a proposal: under which number it was made. */
    public record ProposalFacts(ProposalId proposalId, String reference, int number) {}

    private Proposals() {}

    public static Optional<ProposalFacts> byId(Lookups lookups, ProposalId id) {
        return lookups.find(LOOKUP, id.toString());
    }

    /** By reference, in any case of letters. */
    public static Optional<ProposalId> byReference(Lookups lookups, String reference) {
        return lookups.find(LOOKUP, Key.named("reference", reference)).map(ProposalFacts::proposalId);
    }

    /** The reference that the next proposal gets. */
    public static String nextReference(Lookups lookups) {
        int last = lookups.find(LOOKUP, LAST).map(ProposalFacts::number).orElse(0);
        return "PR-%04d".formatted(last + 1);
    }

    @Override
    public String name() {
        return "proposals";
    }

    @Override
    public Class<ProposalFacts> type() {
        return ProposalFacts.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return event instanceof ChangeProposed e
                ? List.of(e.proposalId().toString(), Key.named("reference", e.reference()), LAST)
                : List.of();
    }

    @Override
    public ProposalFacts evolve(@Nullable ProposalFacts before, String key, EventId id, DomainEvent event) {
        if (event instanceof ChangeProposed e) {
            String number = e.reference().substring(e.reference().indexOf('-') + 1);
            return new ProposalFacts(e.proposalId(), e.reference(), Integer.parseInt(number));
        }
        throw new IllegalStateException("proposals do not follow from " + event);
    }
}

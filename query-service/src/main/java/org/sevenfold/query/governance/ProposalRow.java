package org.sevenfold.query.governance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.governance.ProposalId;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.query.board.Row;

/**
 * A command that somebody asked for, and what became of it.
 *
 * @param payload the command as JSON, with ids for all that it refers to
 * @param wouldDo the stored names of what it would have stored, separated by blanks
 * @param decidableBy the roles that could decide it, separated by blanks
 * @param reason why it was declined; null otherwise
 * @param effectiveOn the day on which it was proposed
 */
record ProposalRow(
        ProposalId proposalId,
        String reference,
        String command,
        String payload,
        String wouldDo,
        String decidableBy,
        PersonId proposedBy,
        State state,
        @Nullable PersonId decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String reason,
        LocalDate effectiveOn)
        implements Row.Point {

    enum State {
        WAITING,
        APPROVED,
        DECLINED
    }

    ProposalRow decided(State now, @Nullable PersonId by, LocalDate on, @Nullable String why) {
        return new ProposalRow(
                proposalId,
                reference,
                command,
                payload,
                wouldDo,
                decidableBy,
                proposedBy,
                now,
                by,
                on,
                why,
                effectiveOn);
    }
}

package org.sevenfold.query.governance;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Days;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Role;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.governance.ProposalEvent;
import org.sevenfold.events.governance.ProposalEvent.ChangeProposed;
import org.sevenfold.events.governance.ProposalEvent.ProposalApproved;
import org.sevenfold.events.governance.ProposalEvent.ProposalDeclined;
import org.sevenfold.events.governance.ProposalEvent.WouldDo;
import org.sevenfold.events.governance.ProposalId;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.log.EventCodec;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;
import org.sevenfold.query.board.Reference;
import org.sevenfold.query.question.References;

/** A command that somebody asked for, and what became of it. */
@ReadTable
final class ProposalsBoard extends Board<ProposalEvent, ProposalsBoard.Row> {

    /**
     * @param payload the command as JSON, with ids for all that it refers to
     * @param wouldDo the stored names of what it would have stored, separated by blanks
     * @param decidableBy the roles that could decide it, separated by blanks
     * @param reason why it was declined; null otherwise
     */
    record Row(
            ProposalId proposalId,
            @Reference String reference,
            String command,
            String payload,
            String wouldDo,
            String decidableBy,
            PersonId proposedBy,
            State state,
            @Nullable PersonId decidedBy,
            @Nullable LocalDate decidedOn,
            @Nullable String reason) {

        static Row of(ChangeProposed e) {
            return new Row(
                    e.proposalId(),
                    e.reference(),
                    e.command(),
                    EventCodec.JSON.writeValueAsString(e.payload()),
                    e.wouldDo().stream().map(WouldDo::name).collect(Collectors.joining(" ")),
                    e.decidableBy().stream().map(Role::text).collect(Collectors.joining(" ")),
                    e.proposedBy(),
                    State.WAITING,
                    null,
                    null,
                    null);
        }

        Row decided(State now, Recorded<?> by, @Nullable String why) {
            PersonId decider = References.uuid(by.metadata().getOrDefault("actorId", ""))
                    .map(PersonId::new)
                    .orElse(null);
            LocalDate on = London.day(by.recordedAt());
            return new Row(
                    proposalId, reference, command, payload, wouldDo, decidableBy, proposedBy, now, decider, on, why);
        }
    }

    enum State {
        WAITING,
        APPROVED,
        DECLINED
    }

    ProposalsBoard() {
        super("proposals", Span.ONE_DAY, ProposalEvent.class, Row.class);
        index("proposed_by");
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends ProposalEvent> recorded) {
        return switch (recorded.event()) {
            case ChangeProposed e -> Timeline.of(Days.on(London.day(recorded.recordedAt())), recorded.id(), Row.of(e));
            case ProposalApproved _ -> known.each(row -> row.decided(State.APPROVED, recorded, null));
            case ProposalDeclined _ ->
                known.each(row -> row.decided(
                        State.DECLINED, recorded, recorded.metadata().get("reason")));
        };
    }
}

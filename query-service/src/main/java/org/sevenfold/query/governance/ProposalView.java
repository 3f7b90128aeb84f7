package org.sevenfold.query.governance;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.ProposalEvent;
import org.sevenfold.events.governance.ProposalEvent.ChangeProposed;
import org.sevenfold.events.governance.ProposalEvent.ProposalApproved;
import org.sevenfold.events.governance.ProposalEvent.ProposalDeclined;
import org.sevenfold.events.governance.ProposalEvent.WouldDo;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.log.EventCodec;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.board.View;
import org.sevenfold.query.governance.ProposalRow.State;
import org.sevenfold.query.question.References;

/** The life of one proposal. */
final class ProposalView implements View<ProposalEvent, ProposalRow> {

    @Override
    public List<ProposalRow> evolve(List<ProposalRow> timeline, Recorded<? extends ProposalEvent> recorded) {
        LocalDate on = London.day(recorded.recordedAt());
        return switch (recorded.event()) {
            case ChangeProposed e -> List.of(row(e, on));
            case ProposalApproved e -> List.of(timeline.getFirst().decided(State.APPROVED, actor(recorded), on, null));
            case ProposalDeclined e ->
                List.of(timeline.getFirst()
                        .decided(
                                State.DECLINED,
                                actor(recorded),
                                on,
                                recorded.metadata().get("reason")));
        };
    }

    private static ProposalRow row(ChangeProposed e, LocalDate on) {
        return new ProposalRow(
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
                null,
                on);
    }

    private static @Nullable PersonId actor(Recorded<?> recorded) {
        return References.uuid(recorded.metadata().getOrDefault("actorId", ""))
                .map(PersonId::new)
                .orElse(null);
    }
}

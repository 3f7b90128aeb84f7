package org.sevenfold.command.initiative;

import java.time.LocalDate;
import java.util.List;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.change.Listed;
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.command.initiative.Initiative.Open;
import org.sevenfold.command.initiative.InitiativeCommand.CloseInitiative;
import org.sevenfold.command.lookups.Milestones;
import org.sevenfold.command.lookups.Milestones.MilestoneFacts;
import org.sevenfold.events.initiative.InitiativeEvent;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeClosed;
import org.sevenfold.events.initiative.InitiativeOutcome;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/** Whether an initiative may end: delivered only once nothing is open, and never before something of it was done. */
final class InitiativeClosing {

    private InitiativeClosing() {}

    static List<InitiativeEvent> close(CloseInitiative c, Open initiative, Circumstances in) {
        Reasoned.require(c.reason());
        in.requireNotFuture(c.lastDay(), "The last day of an initiative");
        List<MilestoneFacts> milestones = Milestones.of(in.lookups(), initiative.id());
        requireNothingLater(c, initiative, milestones);
        if (c.outcome() == InitiativeOutcome.DELIVERED) {
            requireDelivered(initiative, milestones);
        }
        return List.of(new InitiativeClosed(c.initiative(), c.outcome(), c.lastDay()));
    }

    private static void requireNothingLater(CloseInitiative c, Open initiative, List<MilestoneFacts> milestones) {
        LocalDate registered = initiative.assignments().getFirst().from();
        if (c.lastDay().isBefore(registered)) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "An initiative cannot end before it was registered.",
                            "%s is registered since %s.".formatted(initiative.spoken(), London.spoken(registered)))
                    .remedy("Give its last day.")
                    .with("allowed", List.of());
        }
        for (MilestoneFacts milestone : milestones) {
            LocalDate metOn = milestone.metOn();
            if (metOn != null && metOn.isAfter(c.lastDay())) {
                throw Refusal.because(
                                Code.INVALID_TRANSITION,
                                "Something of the initiative was done after that day.",
                                "%s '%s' was met on %s."
                                        .formatted(milestone.reference(), milestone.title(), London.spoken(metOn)))
                        .remedy("Give that day or a later one as its last.")
                        .with("allowed", List.of());
            }
        }
    }

    private static void requireDelivered(Open initiative, List<MilestoneFacts> milestones) {
        if (initiative.approvedOn() == null) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "An initiative that was never approved is not delivered.",
                            "%s waits for approval.".formatted(initiative.spoken()))
                    .remedy("Have it approved, or close it as stopped.")
                    .with("allowed", List.of("approve-initiative"));
        }
        List<String> open = milestones.stream()
                .filter(milestone -> milestone.metOn() == null && milestone.cancelledOn() == null)
                .map(milestone -> "%s '%s'".formatted(milestone.reference(), milestone.title()))
                .toList();
        if (!open.isEmpty()) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The initiative is not delivered yet.",
                            "Not met and not cancelled in %s: %s.".formatted(initiative.spoken(), Listed.of(open)))
                    .remedy("Record those that are met, cancel those that nobody needs, or close it as stopped.")
                    .with("allowed", List.of("complete-milestone", "cancel-milestone"));
        }
    }
}

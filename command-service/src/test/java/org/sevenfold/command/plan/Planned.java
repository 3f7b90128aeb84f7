package org.sevenfold.command.plan;

import static org.sevenfold.command.change.Rules.PROGRAMME;

import java.time.LocalDate;
import java.util.List;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeClosed;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeRegistered;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.initiative.InitiativeOutcome;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneAdded;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCancelled;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCompleted;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneReforecast;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.events.staff.PersonId;

/** Two initiatives of the programme and one of another, with milestones that a plan can join. */
final class Planned {

    static final ProgrammeId LEA_MARSH = PROGRAMME.programmeId();
    static final ProgrammeId ELSEWHERE = ProgrammeId.of("01936c6e-5000-7000-8000-000000000002");
    static final LocalDate MAY = LocalDate.of(2026, 5, 4);

    private static final PersonId SOMEBODY = PersonId.of("01936c6e-2000-7000-8000-000000000001");

    static final InitiativeRegistered LM_014 = initiative("14", "LM-014", LEA_MARSH);
    static final InitiativeRegistered LM_021 = initiative("21", "LM-021", LEA_MARSH);
    static final InitiativeRegistered XY_001 = initiative("01", "XY-001", ELSEWHERE);

    static final MilestoneAdded DRAFTED = milestone(LM_014, 1, "Job descriptions drafted", LocalDate.of(2026, 11, 9));
    static final MilestoneAdded APPROVED =
            milestone(LM_014, 2, "Job descriptions approved", LocalDate.of(2026, 11, 16));
    static final MilestoneAdded TRAINED = milestone(LM_021, 1, "Everybody trained", LocalDate.of(2026, 11, 23));
    static final MilestoneAdded LIVE = milestone(LM_021, 2, "First unit live", LocalDate.of(2026, 12, 1));
    static final MilestoneAdded OTHER = milestone(XY_001, 1, "Something else", LocalDate.of(2026, 12, 1));

    private Planned() {}

    static InitiativeRegistered initiative(String number, String reference, ProgrammeId programme) {
        return new InitiativeRegistered(
                InitiativeId.of("01936c6e-6000-7000-8000-0000000000" + number),
                programme,
                reference,
                "Initiative " + reference,
                Dimension.STRUCTURE,
                SOMEBODY,
                List.of(),
                MAY,
                LocalDate.of(2026, 12, 20),
                SOMEBODY,
                MAY);
    }

    static MilestoneAdded milestone(InitiativeRegistered initiative, int number, String title, LocalDate dueOn) {
        String id =
                initiative.initiativeId().toString().replace("-6000-", "-6100-").replaceFirst("00(..)$", "$1");
        return new MilestoneAdded(
                initiative.initiativeId(),
                MilestoneId.of(id + "%02d".formatted(number)),
                number,
                initiative.reference() + "/" + number,
                title,
                dueOn,
                MAY);
    }

    static MilestoneReforecast expected(MilestoneAdded milestone, LocalDate on) {
        return new MilestoneReforecast(
                milestone.initiativeId(), milestone.milestoneId(), milestone.dueOn(), on, LocalDate.of(2026, 10, 26));
    }

    static MilestoneCompleted met(MilestoneAdded milestone, LocalDate on) {
        return new MilestoneCompleted(milestone.initiativeId(), milestone.milestoneId(), on, null, null);
    }

    static MilestoneCancelled cancelled(MilestoneAdded milestone, LocalDate on) {
        return new MilestoneCancelled(milestone.initiativeId(), milestone.milestoneId(), on);
    }

    static InitiativeClosed stopped(InitiativeRegistered initiative, LocalDate on) {
        return new InitiativeClosed(initiative.initiativeId(), InitiativeOutcome.STOPPED, on);
    }
}

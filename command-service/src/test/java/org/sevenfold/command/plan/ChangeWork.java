package org.sevenfold.command.plan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.sharedvalues.Values;
import org.sevenfold.command.staff.Staff;
import org.sevenfold.command.structure.Structure;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Role;
import org.sevenfold.events.initiative.InitiativeEvent.DimensionImpactDeclared;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeApproved;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeLinkedToValue;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeRegistered;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneAdded;
import org.sevenfold.events.plan.MilestoneEvent.MilestoneCompleted;
import org.sevenfold.events.plan.MilestoneId;
import org.sevenfold.events.sharedvalues.ValueStatementId;
import org.sevenfold.events.staff.PersonId;

/** LM-014, its milestones and the values that it serves, as tests give them. */
public final class ChangeWork {

    public static final InitiativeId LM_014 = InitiativeId.of("01936c6e-6000-7000-8000-000000000014");
    public static final MilestoneId FIRST = MilestoneId.of("01936c6e-6100-7000-8000-000000001401");
    public static final MilestoneId SECOND = MilestoneId.of("01936c6e-6100-7000-8000-000000001402");

    public static final LocalDate REGISTERED_ON = LocalDate.of(2026, 5, 4);
    public static final LocalDate BEGINS = LocalDate.of(2026, 6, 1);
    public static final LocalDate ENDS = LocalDate.of(2026, 12, 18);
    public static final PersonId REGISTRANT = PersonId.of("01936c6e-2000-7000-8000-0000000000aa");

    public static final InitiativeRegistered REGISTERED = registeredBy(REGISTRANT);
    public static final InitiativeApproved APPROVED = new InitiativeApproved(LM_014, REGISTERED_ON.plusDays(7));
    public static final MilestoneAdded AGREED =
            milestone(FIRST, 1, "Job descriptions agreed", LocalDate.of(2026, 10, 5));
    public static final MilestoneAdded APPOINTED =
            milestone(SECOND, 2, "Consultant in post", LocalDate.of(2026, 11, 16));

    private ChangeWork() {}

    public static InitiativeRegistered registeredBy(PersonId who) {
        return new InitiativeRegistered(
                LM_014,
                Rules.PROGRAMME.programmeId(),
                "LM-014",
                "Units in Child in Need",
                Dimension.STRUCTURE,
                Staff.ADA,
                List.of(Structure.CIN_04),
                BEGINS,
                ENDS,
                who,
                REGISTERED_ON);
    }

    /** Something is said of each of these dimensions. */
    public static DomainEvent[] considered(Dimension... dimensions) {
        return Arrays.stream(dimensions)
                .map(dimension -> new DimensionImpactDeclared(
                        LM_014, dimension, "It works in another way.", null, null, REGISTERED_ON))
                .toArray(DomainEvent[]::new);
    }

    public static InitiativeLinkedToValue serves(ValueStatementId value) {
        return new InitiativeLinkedToValue(LM_014, value, "One unit knows the family throughout.", REGISTERED_ON);
    }

    public static MilestoneAdded milestone(MilestoneId id, int number, String title, LocalDate dueOn) {
        return new MilestoneAdded(LM_014, id, number, "LM-014/" + number, title, dueOn, REGISTERED_ON);
    }

    public static MilestoneCompleted met(MilestoneId milestone, LocalDate on) {
        return new MilestoneCompleted(LM_014, milestone, on, null, null);
    }

    /** The unit, and the owner in post there; what an initiative needs around it. */
    public static Stream<DomainEvent> around() {
        return Stream.of(
                Structure.GROUP_A,
                Structure.CHILD_IN_NEED_4,
                Staff.ADA_REGISTERED,
                Staff.BEN_REGISTERED,
                Staff.POST_104,
                Staff.POST_105,
                Staff.ADA_IN_104,
                Values.VISION,
                Values.PRINCIPLE);
    }

    /** The rules of the initiative or of a milestone, with all that it needs around it, for the programme manager. */
    public static Rules with(Rules rules) {
        return rules.by(Role.PROGRAMME_MANAGER).given(around().toArray(DomainEvent[]::new));
    }
}

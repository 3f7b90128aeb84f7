package org.sevenfold.command.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Decider;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.NewId;
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.command.change.Says;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Role;
import org.sevenfold.events.plan.ProgrammeEvent;

/** What can be asked of a programme as a whole. */
public sealed interface ProgrammeCommand extends Change {

    Decider<ProgrammeCommand, ?, ProgrammeEvent> DECIDER = Decider.of(
            ProgrammeEvent.STREAM,
            ProgrammeCommand.class,
            new Programme.NotYet(),
            Programme::decide,
            Programme::evolve);

    ProgrammeId programme();

    @Override
    default String streamId() {
        return programme().toString();
    }

    @Override
    default Subject subject() {
        return new Subject.Council();
    }

    @Declared(
            summary = "Starts a change programme, for twelve months unless another end is given.",
            allowed = @Allowed(role = Role.SENIOR_RESPONSIBLE_OWNER),
            proposed = @Allowed(role = Role.PROGRAMME_MANAGER),
            example = """
                {"reference": "lea-marsh", "title": "Reclaiming practice in Lea Marsh", "startOn": "2026-12-01"}\
                """)
    record StartProgramme(
            @NewId ProgrammeId programme,

            @Says("What people call it; no other programme may be called so.")
            String reference,

            @Says("Its title.") String title,
            @Says("Its first day.") LocalDate startOn,

            @Says("Its last day; twelve months from the start if left out.") @Nullable
            LocalDate lastDay)
            implements ProgrammeCommand {

        public StartProgramme {
            if (lastDay != null && !lastDay.isAfter(startOn)) {
                throw new IllegalArgumentException("The last day of a programme lies after its first.");
            }
        }
    }

    @Declared(
            summary = "Moves the end of the programme to a later day.",
            allowed = @Allowed(role = Role.SENIOR_RESPONSIBLE_OWNER),
            proposed = @Allowed(role = Role.PROGRAMME_MANAGER),
            example = """
                {"programme": "lea-marsh", "lastDay": "2027-06-30", "reason": "Fifteen of 48 units are live."}\
                """)
    record ExtendProgramme(
            @Says("The programme, by reference or id.") ProgrammeId programme,
            @Says("The new last day.") LocalDate lastDay,

            @Says("Why, in 10 characters or more.") String reason)
            implements ProgrammeCommand, Reasoned {}

    @Declared(
            summary = "Closes the programme on its last day, with what was learnt and what is handed on.",
            allowed = @Allowed(role = Role.SENIOR_RESPONSIBLE_OWNER),
            proposed = @Allowed(role = Role.PROGRAMME_MANAGER),
            example = """
                {"programme": "lea-marsh", "lastDay": "2026-11-30", "lessons": "Job descriptions come first.",
                 "openItems": "Three units go live in autumn."}\
                """)
    record CloseProgramme(
            @Says("The programme, by reference or id.") ProgrammeId programme,
            @Says("Its last day, today or before.") LocalDate lastDay,
            @Says("What was learnt.") String lessons,

            @Says("What is handed on to the service.") @Nullable
            String openItems)
            implements ProgrammeCommand {}

    @Declared(
            summary = "Locks a month once it is reported; what is recorded for it later is marked as late.",
            allowed = {@Allowed(role = Role.SENIOR_RESPONSIBLE_OWNER), @Allowed(role = Role.PROGRAMME_MANAGER)},
            example = """
                {"programme": "lea-marsh", "month": "2026-10"}\
                """)
    record LockPeriod(
            @Says("The programme, by reference or id.") ProgrammeId programme,
            @Says("The month, which has to be over.") YearMonth month)
            implements ProgrammeCommand {}
}

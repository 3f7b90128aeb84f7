package org.sevenfold.command.sharedvalues;

import java.time.LocalDate;
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
import org.sevenfold.events.sharedvalues.ValueStatementEvent;
import org.sevenfold.events.sharedvalues.ValueStatementId;
import org.sevenfold.events.sharedvalues.ValueStatementKind;

/** What can be asked of a value statement. Its words are always approved by somebody else than who wrote them. */
public sealed interface ValueStatementCommand extends Change {

    Decider<ValueStatementCommand, ?, ValueStatementEvent> DECIDER = Decider.of(
            ValueStatementEvent.STREAM,
            ValueStatementCommand.class,
            new ValueStatement.NotYet(),
            ValueStatement::decide,
            ValueStatement::evolve);

    ValueStatementId value();

    @Override
    default String streamId() {
        return value().toString();
    }

    @Override
    default Subject subject() {
        return new Subject.Council();
    }

    @Declared(
            summary = "Adopts a statement of what the service stands for, from a day on.",
            allowed = @Allowed(role = Role.SENIOR_RESPONSIBLE_OWNER),
            proposed = @Allowed(role = Role.PROGRAMME_MANAGER),
            example = """
                {"programme": "lea-marsh", "reference": "VAL-05", "kind": "PRINCIPLE",
                 "text": "Families help to shape the service that they use.", "from": "2026-12-01"}\
                """)
    record AdoptValueStatement(
            @NewId ValueStatementId value,
            @Says("The programme, by reference or id.") ProgrammeId programme,

            @Says("What people call it, such as VAL-01; no other statement may be called so.")
            String reference,

            @Says("What it is; there is one vision at a time.")
            ValueStatementKind kind,

            @Says("Its words.") String text,
            @Says("The first day on which it is held.") LocalDate from)
            implements ValueStatementCommand {}

    @Declared(
            summary = "Puts a value statement into other words from a day on.",
            allowed = @Allowed(role = Role.SENIOR_RESPONSIBLE_OWNER),
            proposed = @Allowed(role = Role.PROGRAMME_MANAGER),
            example = """
                {"value": "VAL-05", "text": "Children and families help to shape the service that they use.",
                 "from": "2026-12-01"}\
                """)
    record ReviseValueStatement(
            @Says("The value statement, by reference or id.")
            ValueStatementId value,

            @Says("Its new words.") String text,

            @Says("The first day on which they hold, later than the first of the present ones.")
            LocalDate from)
            implements ValueStatementCommand {}

    @Declared(
            summary = "Retires a value statement from a day on.",
            allowed = @Allowed(role = Role.SENIOR_RESPONSIBLE_OWNER),
            proposed = @Allowed(role = Role.PROGRAMME_MANAGER),
            example = """
                {"value": "VAL-05", "lastDay": "2026-12-31", "reason": "It is part of the vision now."}\
                """)
    record RetireValueStatement(
            @Says("The value statement, by reference or id.")
            ValueStatementId value,

            @Says("The last day on which it is held.") LocalDate lastDay,

            @Says("Why, in 10 characters or more.") String reason)
            implements ValueStatementCommand, Reasoned {}
}

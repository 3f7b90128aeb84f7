package org.sevenfold.command.staff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Decider;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.FactRef;
import org.sevenfold.command.change.ForTheDirectory;
import org.sevenfold.command.change.NewId;
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.command.change.Says;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.Role;
import org.sevenfold.events.staff.LegalBasis;
import org.sevenfold.events.staff.PersonEvent;
import org.sevenfold.events.staff.PersonId;

/** What can be asked of a person's entry. */
public sealed interface PersonCommand extends Change {

    Decider<PersonCommand, ?, PersonEvent> DECIDER =
            new Decider<>(PersonEvent.STREAM, PersonCommand.class, new Person.NotYet(), Person::decide, Person::evolve);

    PersonId person();

    @Override
    default String streamId() {
        return person().toString();
    }

    @Override
    default Subject subject() {
        return new Subject.Council();
    }

    @Declared(
            summary = "Registers a person; name and numbers go to the directory, never into an event.",
            allowed = @Allowed(role = Role.HUMAN_RESOURCES),
            example = """
                {"staffNumber": "S-9001", "name": "Robin Example", "workEmail": "robin.example@leamarsh.example",
                 "from": "2026-11-02"}\
                """)
    record RegisterPerson(
            @NewId PersonId person,

            @ForTheDirectory @Says("The council's own number for the person; nobody else may have it.")
            String staffNumber,

            @ForTheDirectory @Says("The name by which colleagues know the person.")
            String name,

            @ForTheDirectory @Says("The work e-mail address; nobody else may have it.")
            String workEmail,

            @ForTheDirectory @Says("The Social Work England number, where there is one.") @Nullable
            String registrationNumber,

            @Says("The first day on which the person is known to the council.")
            LocalDate from)
            implements PersonCommand {}

    @Declared(
            summary = "Has everything erased that says who a person is; what was recorded stays, under an id.",
            allowed = @Allowed(role = Role.PROGRAMME_MANAGER),
            proposed = @Allowed(role = Role.HUMAN_RESOURCES),
            importable = false,
            example = """
                {"person": "S-9001", "legalBasis": "RETENTION_ENDED",
                 "reason": "Left six years ago; the schedule keeps no longer."}\
                """)
    record RequestPersonErasure(
            @Says("The person, by staff number, work e-mail or id.")
            PersonId person,

            @Says("Why it may be erased, or must be.") LegalBasis legalBasis,
            @Says("Why now, without saying who it is.") String reason)
            implements PersonCommand, Reasoned {}

    @Declared(
            summary = "Holds what says who a person is, so that it cannot be erased.",
            allowed = @Allowed(role = Role.PROGRAMME_MANAGER),
            importable = false,
            example = """
                {"person": "S-9001", "reason": "A claim before the tribunal is open."}\
                """)
    record PlaceLegalHold(
            @Says("The person, by staff number, work e-mail or id.")
            PersonId person,

            @Says("Why it is held, without saying who it is.")
            String reason)
            implements PersonCommand, Reasoned {}

    @Declared(
            summary = "Ends a legal hold, so that what says who the person is may be erased again.",
            allowed = @Allowed(role = Role.PROGRAMME_MANAGER),
            importable = false,
            example = """
                {"person": "S-9001", "reason": "The claim before the tribunal is settled."}\
                """)
    record ReleaseLegalHold(
            @Says("The person, by staff number, work e-mail or id.")
            PersonId person,

            @Says("Why it ends, without saying who it is.") String reason)
            implements PersonCommand, Reasoned {}

    @Declared(
            summary = "Records that nothing is held any more that says who a person is.",
            allowed = @Allowed(role = Role.SYSTEM),
            importable = false,
            example = """
                {"person": "01936c6e-2000-7000-8000-000000000001", "request": "01936c6e-9000-7000-8000-000000000001"}\
                """)
    record RecordPersonErasure(
            @Says("The person, by id.") PersonId person,
            @Says("The event by which it was decided.") FactRef request) implements PersonCommand {}
}

package org.sevenfold.command.staff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.ForTheDirectory;
import org.sevenfold.command.change.NewId;
import org.sevenfold.command.change.Says;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.Role;
import org.sevenfold.events.staff.PersonId;

/** What can be asked of a person's entry. */
public sealed interface PersonCommand extends Change {

    PersonId person();

    @Override
    default String streamId() {
        return person().toString();
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
            implements PersonCommand {

        @Override
        public Subject subject() {
            return new Subject.Council();
        }
    }
}

package org.sevenfold.command.governance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Decider;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.Says;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.RoleEvent;
import org.sevenfold.events.staff.PersonId;

/** What can be asked of a person's roles. */
public sealed interface RoleCommand extends Change {

    Decider<RoleCommand, ?, RoleEvent> DECIDER = Decider.of(
            RoleEvent.STREAM, RoleCommand.class, RolesOfPerson.NONE, RolesOfPerson::decide, RolesOfPerson::evolve);

    PersonId person();

    @Override
    default String streamId() {
        return RoleEvent.streamIdOf(person());
    }

    @Override
    default Subject subject() {
        return new Subject.Council();
    }

    @Declared(
            summary = "Grants a person a role from a day on.",
            allowed = {@Allowed(role = Role.SENIOR_RESPONSIBLE_OWNER), @Allowed(role = Role.OPERATOR)},
            proposed = @Allowed(role = Role.PROGRAMME_MANAGER),
            example = """
                {"person": "S-0001", "role": "GROUP_MANAGER", "from": "2026-12-01"}\
                """)
    record GrantRole(
            @Says("The person, by staff number, work e-mail or id; an id may be granted a role before its person is"
                    + " registered.")
            PersonId person,

            @Says("The role.") Role role,
            @Says("The first day, today or later.") LocalDate from,

            @Says("The last day, where the role is for a time.") @Nullable
            LocalDate lastDay)
            implements RoleCommand {

        public GrantRole {
            if (lastDay != null && lastDay.isBefore(from)) {
                throw new IllegalArgumentException("The last day of a role cannot lie before the first.");
            }
        }
    }

    @Declared(
            summary = "Takes a role from a person from a day on.",
            allowed = @Allowed(role = Role.SENIOR_RESPONSIBLE_OWNER),
            proposed = @Allowed(role = Role.PROGRAMME_MANAGER),
            example = """
                {"person": "S-0001", "role": "GROUP_MANAGER", "lastDay": "2026-12-31"}\
                """)
    record RevokeRole(
            @Says("The person, by staff number, work e-mail or id.")
            PersonId person,

            @Says("The role.") Role role,

            @Says("The last day with it, yesterday or later.")
            LocalDate lastDay)
            implements RoleCommand {}
}

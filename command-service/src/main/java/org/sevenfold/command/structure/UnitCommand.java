package org.sevenfold.command.structure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Decider;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.NewId;
import org.sevenfold.command.change.Overridable;
import org.sevenfold.command.change.RuleOverride;
import org.sevenfold.command.change.Says;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.Role;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.structure.UnitEvent;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.events.structure.UnitKind;

/** What can be asked of a unit. */
public sealed interface UnitCommand extends Change {

    Decider<UnitCommand, ?, UnitEvent> DECIDER =
            Decider.of(UnitEvent.STREAM, UnitCommand.class, new Unit.NotYet(), Unit::decide, Unit::evolve);

    UnitId unit();

    @Override
    default String streamId() {
        return unit().toString();
    }

    @Declared(
            summary = "Establishes a social work unit, an old team or a group from a day on.",
            allowed = @Allowed(role = Role.PROGRAMME_MANAGER),
            example = """
                {"reference": "CIN-09", "name": "Child in Need 9", "kind": "UNIT",
                 "serviceArea": "Child in Need", "group": "GRP-A", "from": "2026-12-01"}\
                """)
    record EstablishUnit(
            @NewId UnitId unit,

            @Says("What people call it, such as CIN-04; nobody else may be called so.")
            String reference,

            @Says("Its full name; no other unit may bear it.")
            String name,

            @Says("UNIT, TEAM (an old team) or GROUP (units under one group manager).")
            UnitKind kind,

            @Says("The service area that it works in.") String serviceArea,

            @Says("The group that it belongs to; a group belongs to none.") @Nullable
            UnitId group,

            @Says("The first day on which it exists.") LocalDate from,

            @Says("Accepts more units than agreed for one group manager, with a reason and what is done about it.")
            @Nullable
            RuleOverride override)
            implements UnitCommand, Overridable {

        @Override
        public Subject subject() {
            return new Subject.Council();
        }
    }

    @Declared(
            summary = "Has somebody manage a unit, or all units of a group, from a day on.",
            allowed = @Allowed(role = Role.PROGRAMME_MANAGER),
            example = """
                {"unit": "GRP-A", "person": "S-0001", "from": "2026-12-01", "succeeds": true}\
                """)
    record AssignGroupManager(
            @Says("The unit or the group, by reference or id; a group means all its units.")
            UnitId unit,

            @Says("Who manages it, by staff number, work e-mail or id; somebody in post on the first day.")
            PersonId person,

            @Says("The first day.") LocalDate from,

            @Says("The last day, where it is for a time.") @Nullable
            LocalDate lastDay,

            @Says("Whether this person takes over from whoever manages it on that day; that one's last day is then the"
                    + " day before.")
            @Nullable
            Boolean succeeds,

            @Says("Accepts more units than agreed for one group manager, with a reason and what is done about it.")
            @Nullable
            RuleOverride override)
            implements UnitCommand, Overridable {

        public AssignGroupManager {
            if (lastDay != null && lastDay.isBefore(from)) {
                throw new IllegalArgumentException("The last day of a group manager cannot lie before the first.");
            }
        }

        @Override
        public Subject subject() {
            return new Subject.OfUnit(unit, from);
        }
    }

    @Declared(
            summary = "Closes a unit, an old team or a group that is empty from the day after on.",
            allowed = @Allowed(role = Role.SENIOR_RESPONSIBLE_OWNER),
            proposed = {@Allowed(role = Role.PROGRAMME_MANAGER), @Allowed(role = Role.HUMAN_RESOURCES)},
            example = """
                {"unit": "TEAM-3", "lastDay": "2026-12-31", "successor": "CIN-04"}\
                """)
    record CloseUnit(
            @Says("The unit, by reference or id.") UnitId unit,
            @Says("Its last day.") LocalDate lastDay,

            @Says("The unit that goes on with its work.") @Nullable
            UnitId successor)
            implements UnitCommand {

        @Override
        public Subject subject() {
            return new Subject.OfUnit(unit, lastDay);
        }
    }
}

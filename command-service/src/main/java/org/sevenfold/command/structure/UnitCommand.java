package org.sevenfold.command.structure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.NewId;
import org.sevenfold.command.change.Says;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.Role;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.events.structure.UnitKind;

/** What can be asked of a unit. */
public sealed interface UnitCommand extends Change {

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

            @Says("The first day on which it exists.") LocalDate from)
            implements UnitCommand {

        @Override
        public Subject subject() {
            return new Subject.Council();
        }
    }
}

package org.sevenfold.query.plan;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Standpoint;

/** Whether only what touches one unit is asked for. */
final class UnitAsked {

    static final Parameter PARAMETER = Parameter.optional(
            "unit", "Only initiatives that touch this unit, by its reference or id; without it, all.", "CIN-04");

    private UnitAsked() {}

    /** Whether an initiative touches the unit that is asked for; each does where none is. */
    static Predicate<PlannedInitiative> of(Standpoint at) {
        Optional<UUID> unit =
                at.parameter(PARAMETER.name()).map(text -> References.require(at, Kind.UNIT, PARAMETER.name(), text));
        return initiative -> unit.isEmpty() || initiative.units().contains(unit.get());
    }
}

package org.sevenfold.command.structure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.lookups.Units;
import org.sevenfold.command.lookups.Units.UnitFacts;
import org.sevenfold.command.structure.UnitCommand.EstablishUnit;
import org.sevenfold.events.structure.UnitEvent;
import org.sevenfold.events.structure.UnitEvent.UnitEstablished;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.events.structure.UnitKind;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/** A unit, of which there is one by each reference and one by each name. */
sealed interface Unit {

    /** Nothing has happened yet. */
    record NotYet() implements Unit {}

    /** It exists from a day on. */
    record Established(String reference, LocalDate from) implements Unit {}

    static List<UnitEvent> decide(UnitCommand command, Unit state, Circumstances in) {
        return switch (command) {
            case EstablishUnit c -> establish(c, in);
        };
    }

    static Unit evolve(Unit state, UnitEvent event) {
        return switch (event) {
            case UnitEstablished e -> new Established(e.reference(), e.effectiveOn());
        };
    }

    private static List<UnitEvent> establish(EstablishUnit c, Circumstances in) {
        refuseTaken(Units.byId(in.lookups(), c.unit()), "identity");
        refuseTaken(Units.byReference(in.lookups(), c.reference()), "reference");
        refuseTaken(Units.byName(in.lookups(), c.name()), "name");
        in.requireWithinBackDating(c.from());
        UnitId group = c.group();
        if (group != null) {
            requireGroup(c, group, in);
        }
        return List.of(
                new UnitEstablished(c.unit(), c.reference(), c.name(), c.kind(), c.serviceArea(), group, c.from()));
    }

    private static void refuseTaken(Optional<UnitFacts> taken, String what) {
        taken.ifPresent(unit -> {
            throw Refusal.because(
                            Code.DUPLICATE,
                            "There is such a unit already.",
                            "%s '%s' has this %s; it exists from %s on."
                                    .formatted(unit.reference(), unit.name(), what, London.spoken(unit.from())))
                    .remedy("Use the existing unit, or give the new one another " + what + ".")
                    .with("existingId", unit.unitId().toString());
        });
    }

    private static void requireGroup(EstablishUnit c, UnitId group, Circumstances in) {
        if (c.kind() == UnitKind.GROUP) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "A group cannot belong to a group.",
                            "%s is to be a group, and groups stand side by side.".formatted(c.reference()))
                    .remedy("Leave the group out.");
        }
        UnitFacts found = Units.byId(in.lookups(), group).orElseThrow(() -> unknownGroup());
        if (found.kind() != UnitKind.GROUP) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "A unit belongs to a group, not to another unit.",
                            "%s '%s' is not a group.".formatted(found.reference(), found.name()))
                    .remedy("Name the group that the unit belongs to.");
        }
        if (c.from().isBefore(found.from())) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The group does not exist yet on that day.",
                            "%s '%s' exists from %s on."
                                    .formatted(found.reference(), found.name(), London.spoken(found.from())))
                    .remedy("Begin on that day or later, or leave the group out.");
        }
    }

    private static Refusal unknownGroup() {
        return Refusal.because(Code.NOT_FOUND, "There is no such group.", "Nobody has established it.")
                .remedy("Establish the group first.");
    }
}

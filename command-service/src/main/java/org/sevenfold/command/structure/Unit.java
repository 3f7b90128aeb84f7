package org.sevenfold.command.structure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.lookups.Units;
import org.sevenfold.command.lookups.Units.UnitFacts;
import org.sevenfold.command.structure.UnitCommand.AssignGroupManager;
import org.sevenfold.command.structure.UnitCommand.CloseUnit;
import org.sevenfold.command.structure.UnitCommand.EstablishUnit;
import org.sevenfold.events.Overridden;
import org.sevenfold.events.structure.UnitEvent;
import org.sevenfold.events.structure.UnitEvent.GroupManagerAssigned;
import org.sevenfold.events.structure.UnitEvent.UnitClosed;
import org.sevenfold.events.structure.UnitEvent.UnitEstablished;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.events.structure.UnitKind;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/**
 * A unit, of which there is one by each reference and one by each name. It is closed once, when nothing is left in it,
 * and its reference and name stay taken.
 */
sealed interface Unit {

    /** Nothing has happened yet. */
    record NotYet() implements Unit {}

    /**
     * It exists from a day on.
     *
     * @param lastDay inclusive; null while nobody has closed it
     */
    record Established(
            String reference,
            String name,
            UnitKind kind,
            LocalDate from,
            @Nullable LocalDate lastDay) implements Unit {

        String spoken() {
            return "%s '%s'".formatted(reference, name);
        }
    }

    static List<UnitEvent> decide(UnitCommand command, Unit state, Circumstances in) {
        return switch (command) {
            case EstablishUnit c -> establish(c, in);
            case AssignGroupManager c -> List.of(Management.assign(c, existing(state), in));
            case CloseUnit c -> List.of(Closing.close(c, existing(state), in));
        };
    }

    static Unit evolve(Unit state, UnitEvent event) {
        return switch (event) {
            case UnitEstablished e -> new Established(e.reference(), e.name(), e.kind(), e.effectiveOn(), null);
            case GroupManagerAssigned e -> state;
            case UnitClosed e -> {
                Established unit = (Established) state;
                yield new Established(unit.reference, unit.name, unit.kind, unit.from, e.lastDay());
            }
        };
    }

    private static Established existing(Unit state) {
        return switch (state) {
            case Established unit -> unit;
            case NotYet none ->
                throw Refusal.because(Code.NOT_FOUND, "There is no such unit.", "Nobody has established it.")
                        .remedy("Check which unit you named.");
        };
    }

    private static List<UnitEvent> establish(EstablishUnit c, Circumstances in) {
        refuseTaken(Units.byId(in.lookups(), c.unit()), "identity");
        refuseTaken(Units.byReference(in.lookups(), c.reference()), "reference");
        refuseTaken(Units.byName(in.lookups(), c.name()), "name");
        in.requireWithinBackDating(c.from());
        UnitId group = c.group();
        Overridden accepted = null;
        if (group != null) {
            requireGroup(c, group, in);
            accepted = Management.requireRoomInGroup(c, group, in);
        }
        return List.of(new UnitEstablished(
                c.unit(), c.reference(), c.name(), c.kind(), c.serviceArea(), group, c.from(), accepted));
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
        if (found.lastDay() != null) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The group closes, so it takes no new units.",
                            "The last day of %s '%s' is %s."
                                    .formatted(found.reference(), found.name(), London.spoken(found.lastDay())))
                    .remedy("Name another group, or leave the group out.");
        }
    }

    private static Refusal unknownGroup() {
        return Refusal.because(Code.NOT_FOUND, "There is no such group.", "Nobody has established it.")
                .remedy("Establish the group first.");
    }
}

package org.sevenfold.command.initiative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.initiative.InitiativeCommand.RegisterInitiative;
import org.sevenfold.command.initiative.InitiativeCommand.ServedValue;
import org.sevenfold.command.lookups.Initiatives;
import org.sevenfold.command.lookups.Initiatives.InitiativeFacts;
import org.sevenfold.command.lookups.Programmes.ProgrammeFacts;
import org.sevenfold.events.initiative.InitiativeEvent;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeLinkedToValue;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeRegistered;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;

/** Whether an initiative may be registered, with all that is said of it at once. */
final class InitiativeRegistration {

    private InitiativeRegistration() {}

    static List<InitiativeEvent> register(RegisterInitiative c, Circumstances in) {
        ProgrammeFacts programme = in.requireOpen(c.programme());
        requireNew(c, in);
        in.requireInWindow(programme, c.plannedStart(), "An initiative's first day");
        in.requireInWindow(programme, c.plannedEnd(), "An initiative's last day");
        Ownership.requireInPost(c.owner(), in.today(), in);
        List<UnitId> units = InitiativeCommand.orNone(c.units());
        Ownership.requireUnits(units, c.plannedStart(), in);
        var events = new ArrayList<InitiativeEvent>();
        events.add(new InitiativeRegistered(
                c.initiative(),
                c.programme(),
                c.reference(),
                c.title(),
                c.primaryDimension(),
                c.owner(),
                units,
                c.plannedStart(),
                c.plannedEnd(),
                PersonId.of(in.callerId()),
                in.today()));
        String spoken = "%s '%s'".formatted(c.reference(), c.title());
        for (Consideration said : InitiativeCommand.orNone(c.impacts())) {
            events.add(InitiativeConsiderations.said(c.initiative(), spoken, c.primaryDimension(), said, in));
        }
        for (ServedValue served : InitiativeCommand.orNone(c.values())) {
            InitiativeConsiderations.requireHeld(served.value(), in);
            events.add(new InitiativeLinkedToValue(c.initiative(), served.value(), served.how(), in.today()));
        }
        return events;
    }

    private static void requireNew(RegisterInitiative c, Circumstances in) {
        Optional<InitiativeFacts> sameReference =
                Initiatives.byReference(in.lookups(), c.reference()).flatMap(id -> Initiatives.byId(in.lookups(), id));
        Stream.of(Initiatives.byId(in.lookups(), c.initiative()), sameReference)
                .flatMap(Optional::stream)
                .forEach(taken -> {
                    throw Refusal.because(
                                    Code.DUPLICATE,
                                    "There is such an initiative already.",
                                    "%s '%s' is registered.".formatted(taken.reference(), taken.title()))
                            .remedy("Use the existing initiative, or give the new one another reference.")
                            .with("existingId", taken.initiativeId().toString());
                });
    }
}

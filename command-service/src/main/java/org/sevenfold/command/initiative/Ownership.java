package org.sevenfold.command.initiative;

import java.time.LocalDate;
import java.util.List;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.lookups.Appointments;
import org.sevenfold.command.lookups.Units;
import org.sevenfold.command.lookups.Units.UnitFacts;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/** Who may own an initiative, and which units it may change: somebody in post, and units that are live or planned. */
final class Ownership {

    private Ownership() {}

    static void requireInPost(PersonId owner, LocalDate day, Circumstances in) {
        if (!in.knows(owner)) {
            throw Refusal.because(Code.NOT_FOUND, "There is no such person.", "Nobody has registered this person.")
                    .remedy("Ask human resources to register the person first.");
        }
        if (!Appointments.of(in.lookups(), owner).inPostOn(day)) {
            throw Refusal.because(
                            Code.NOT_IN_POST_ON_DATE,
                            "The owner is not in post on that day.",
                            "Nobody appointed the person to a post for %s.".formatted(London.spoken(day)))
                    .remedy("Choose an owner who is in post on that day, or ask human resources to record the"
                            + " appointment first.");
        }
    }

    /** Units that begin on a later day are planned, and may be changed as much as those that are live. */
    static void requireUnits(List<UnitId> units, LocalDate day, Circumstances in) {
        for (UnitId id : units) {
            UnitFacts unit = Units.byId(in.lookups(), id)
                    .orElseThrow(() -> Refusal.because(
                                    Code.NOT_FOUND, "There is no such unit.", "Nobody has established it.")
                            .remedy("Establish the unit first."));
            LocalDate lastDay = unit.lastDay();
            if (lastDay != null && day.isAfter(lastDay)) {
                throw Refusal.because(
                                Code.INVALID_TRANSITION,
                                "A unit that is closed is not changed any more.",
                                "%s '%s' exists until %s."
                                        .formatted(unit.reference(), unit.name(), London.spoken(lastDay)))
                        .remedy("Choose units that are live or planned.")
                        .with("allowed", List.of());
            }
        }
    }
}

package org.sevenfold.command.staff;

import java.time.LocalDate;
import java.util.List;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.command.lookups.Appointments;
import org.sevenfold.command.lookups.Roles;
import org.sevenfold.command.staff.Person.Erasing;
import org.sevenfold.command.staff.Person.Registered;
import org.sevenfold.command.staff.PersonCommand.PlaceLegalHold;
import org.sevenfold.command.staff.PersonCommand.RecordPersonErasure;
import org.sevenfold.command.staff.PersonCommand.ReleaseLegalHold;
import org.sevenfold.command.staff.PersonCommand.RequestPersonErasure;
import org.sevenfold.events.Days;
import org.sevenfold.events.staff.PersonEvent;
import org.sevenfold.events.staff.PersonEvent.LegalHoldPlaced;
import org.sevenfold.events.staff.PersonEvent.LegalHoldReleased;
import org.sevenfold.events.staff.PersonEvent.PersonErased;
import org.sevenfold.events.staff.PersonEvent.PersonErasureRequested;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/** Whether what says who a person is may be erased: not under a legal hold, and not while the person works here. */
final class Erasure {

    private Erasure() {}

    static List<PersonEvent> request(RequestPersonErasure c, Registered person, Circumstances in) {
        Reasoned.require(c.reason());
        LocalDate held = person.heldFrom();
        if (held != null) {
            throw Refusal.because(
                            Code.LEGAL_HOLD,
                            "This person is under a legal hold.",
                            "Since %s nothing of this person may be erased.".formatted(London.spoken(held)))
                    .remedy("Once the hold has no ground any more, have it ended with release-legal-hold; then ask"
                            + " again.");
        }
        boolean inPost = Appointments.of(in.lookups(), c.person()).appointments().stream()
                .anyMatch(appointment -> appointment.holdsOn(in.today()) || appointment.holdsAfter(in.today()));
        if (inPost) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "This person is in post.",
                            "Somebody who works here, or will, is not erased.")
                    .remedy("Have the appointment ended first; ask again when its last day is over.");
        }
        boolean inRole = Roles.of(in.lookups(), c.person()).grants().stream()
                .anyMatch(grant -> grant.lastDay() == null || !grant.lastDay().isBefore(in.today()));
        if (inRole) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "This person holds a role.",
                            "Somebody who may act here, or will, is not erased.")
                    .remedy("Have the role ended first with revoke-role; ask again when its last day is over.");
        }
        return List.of(new PersonErasureRequested(c.person(), c.legalBasis(), in.today()));
    }

    static List<PersonEvent> hold(PlaceLegalHold c, Registered person, Circumstances in) {
        Reasoned.require(c.reason());
        LocalDate held = person.heldFrom();
        if (held != null) {
            throw Refusal.because(
                            Code.DUPLICATE,
                            "This person is under a legal hold already.",
                            "It was placed on %s.".formatted(London.spoken(held)))
                    .remedy("Nothing needs doing.");
        }
        return List.of(new LegalHoldPlaced(c.person(), in.today()));
    }

    static List<PersonEvent> release(ReleaseLegalHold c, Registered person, Circumstances in) {
        Reasoned.require(c.reason());
        if (person.heldFrom() == null) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "This person is under no legal hold.",
                            "Nobody has placed one, or it was released before.")
                    .remedy("Nothing needs doing.");
        }
        return List.of(new LegalHoldReleased(c.person(), Days.before(in.today())));
    }

    static List<PersonEvent> record(RecordPersonErasure c, Person state, Circumstances in) {
        if (!(state instanceof Erasing person)
                || !person.request().equals(c.request().eventId())) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "There is no erasure to record.",
                            "Nobody has decided it in this way, or it is recorded already.")
                    .remedy("Have it requested with request-person-erasure.");
        }
        PersonId approvedBy = PersonId.of(c.request().recordedBy());
        return List.of(new PersonErased(c.person(), person.legalBasis(), approvedBy, in.today()));
    }
}

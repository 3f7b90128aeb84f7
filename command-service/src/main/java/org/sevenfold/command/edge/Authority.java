package org.sevenfold.command.edge;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Limits;
import org.sevenfold.command.change.Lookups;
import org.sevenfold.command.change.Scope;
import org.sevenfold.command.change.Subject;
import org.sevenfold.command.lookups.Appointments;
import org.sevenfold.command.lookups.Units;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.journal.Attempt;
import org.sevenfold.platform.journal.CommandEnvelope;
import org.sevenfold.platform.journal.DecidingCommandBus;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.signin.Role;
import org.sevenfold.platform.time.London;
import org.springframework.stereotype.Component;

/**
 * Whether the caller may send a command: one of the caller's roles must be allowed it, and reach as far as what it is
 * about. The role must be held today; the unit is judged on the day that the command is about.
 */
@Component
final class Authority implements DecidingCommandBus.Guard {

    @Override
    public void check(Object command, Attempt attempt) {
        Change change = (Change) command;
        CommandDeclaration declaration = CommandCatalogue.of(change.getClass()).orElseThrow();
        CommandEnvelope envelope = attempt.envelope();
        List<Allowed> held = held(declaration, envelope.roles());
        Lookups lookups = attempt::read;
        if (held.stream().noneMatch(allowed -> reaches(allowed.scope(), change.subject(), envelope, lookups))) {
            String limits =
                    held.stream().map(allowed -> allowed.scope().words()).collect(Collectors.joining(" or "));
            throw Refusal.because(
                            Code.NOT_AUTHORISED_FOR_UNIT,
                            "This is outside what your role reaches.",
                            "People in your role may do this only " + limits + "; this is about something else.")
                    .remedy("Ask somebody of that unit or group, or: " + declaration.allowedWords() + ".");
        }
    }

    /** The lines of the role matrix that these roles fill; refuses whoever fills none. */
    static List<Allowed> held(CommandDeclaration declaration, List<Role> roles) {
        List<Allowed> held = declaration.allowed().stream()
                .filter(allowed -> roles.contains(allowed.role()))
                .toList();
        if (held.isEmpty()) {
            throw Refusal.because(
                            Code.ROLE_NOT_PERMITTED,
                            "Your role does not allow this.",
                            "This can be done by: " + declaration.allowedWords() + ".")
                    .remedy("Ask one of them to do it.");
        }
        return held;
    }

    private static boolean reaches(Scope scope, Subject subject, CommandEnvelope envelope, Lookups lookups) {
        return switch (scope) {
            case ANYWHERE -> true;
            case OWN_RECORDS ->
                subject instanceof Subject.OfFact of && of.fact().recordedBy().equals(envelope.actor());
            case OWN_RECENT_RECORDS ->
                subject instanceof Subject.OfFact of
                        && of.fact().recordedBy().equals(envelope.actor())
                        && Duration.between(of.fact().recordedAt(), envelope.receivedAt())
                                        .compareTo(Duration.ofDays(Limits.DEFAULT.recentDays()))
                                <= 0;
            case OWN_UNIT ->
                unitsOf(subject, lookups).stream().anyMatch(own(envelope, day(subject, envelope), lookups)::contains);
            case OWN_GROUP -> {
                Set<UnitId> own = own(envelope, day(subject, envelope), lookups);
                yield unitsOf(subject, lookups).stream()
                        .anyMatch(unit -> own.contains(unit)
                                || Units.byId(lookups, unit)
                                        .map(facts -> facts.groupId() != null && own.contains(facts.groupId()))
                                        .orElse(false));
            }
        };
    }

    private static Set<UnitId> own(CommandEnvelope envelope, LocalDate day, Lookups lookups) {
        return new HashSet<>(Appointments.unitsOf(lookups, PersonId.of(envelope.actor()), day));
    }

    private static List<UnitId> unitsOf(Subject subject, Lookups lookups) {
        return switch (subject) {
            case Subject.Council council -> List.of();
            case Subject.OfFact fact -> List.of();
            case Subject.OfUnit of -> List.of(of.unit());
            case Subject.OfPerson of -> Appointments.unitsOf(lookups, of.person(), of.on());
        };
    }

    private static LocalDate day(Subject subject, CommandEnvelope envelope) {
        return switch (subject) {
            case Subject.OfUnit of -> of.on();
            case Subject.OfPerson of -> of.on();
            case Subject.Council council -> London.day(envelope.receivedAt());
            case Subject.OfFact fact -> London.day(envelope.receivedAt());
        };
    }
}

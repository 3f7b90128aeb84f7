package org.sevenfold.command.edge;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Overridable;
import org.sevenfold.command.change.Scope;
import org.sevenfold.command.change.Subject;
import org.sevenfold.command.lookups.Appointments;
import org.sevenfold.command.lookups.GroupManagers;
import org.sevenfold.command.lookups.Initiatives;
import org.sevenfold.command.lookups.Lookups;
import org.sevenfold.command.lookups.Milestones;
import org.sevenfold.command.lookups.Policies;
import org.sevenfold.command.lookups.Programmes;
import org.sevenfold.command.lookups.Roles;
import org.sevenfold.command.lookups.Units;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.Policy;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.journal.Attempt;
import org.sevenfold.platform.journal.CommandEnvelope;
import org.sevenfold.platform.journal.CommandEnvelope.Purpose;
import org.sevenfold.platform.journal.DecidingCommandBus;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;
import org.springframework.stereotype.Component;

/**
 * Whether the caller may send a command, or only propose it: one of the caller's roles must be allowed it, and reach as
 * far as what it is about. The role must be held today; the unit is judged on the day that the command is about. What
 * sets a rule aside is the programme manager's or the senior responsible owner's to decide, whoever else may send it.
 */
@Component
final class Authority implements DecidingCommandBus.Guard {

    private static final Set<Role> MAY_OVERRIDE = EnumSet.of(Role.PROGRAMME_MANAGER, Role.SENIOR_RESPONSIBLE_OWNER);

    private final RolesAtHand rolesAtHand;

    /** Which roles count for the sender of a command. */
    @FunctionalInterface
    interface RolesAtHand {
        List<Role> of(CommandEnvelope envelope, Lookups lookups);
    }

    Authority() {
        this(Authority::granted);
    }

    Authority(RolesAtHand rolesAtHand) {
        this.rolesAtHand = rolesAtHand;
    }

    /** What somebody may do with a command. */
    enum Standing {
        MAY_SEND,
        MAY_PROPOSE,
        MAY_NOT
    }

    @Override
    public void check(Object command, Attempt attempt) {
        if (!(command instanceof Change change)) {
            return; // what no caller can send is nobody's to forbid
        }
        CommandEnvelope envelope = attempt.envelope();
        Lookups lookups = attempt::read;
        Standing standing = standing(change, envelope, lookups);
        boolean enough = standing == Standing.MAY_SEND
                || standing == Standing.MAY_PROPOSE && envelope.purpose() == Purpose.PROPOSE;
        if (!enough) {
            throw refusal(change, envelope, lookups);
        }
    }

    /** What the caller may do with this command. */
    Standing standing(Change change, CommandEnvelope envelope, Lookups lookups) {
        CommandDeclaration declaration = declaration(change);
        boolean setsAside = setsAside(change);
        List<Role> roles = roles(envelope, lookups);
        boolean may = declaration.allowed().stream()
                .anyMatch(line -> roles.contains(line.role()) && reaches(line.scope(), change, envelope, lookups));
        if (may && (!setsAside || roles.stream().anyMatch(MAY_OVERRIDE::contains))) {
            return Standing.MAY_SEND;
        }
        boolean mayPropose = may
                || declaration.proposed().stream()
                        .anyMatch(line ->
                                roles.contains(line.role()) && reaches(line.scope(), change, envelope, lookups));
        return mayPropose ? Standing.MAY_PROPOSE : Standing.MAY_NOT;
    }

    /** The roles that decide a proposal of this command. */
    static List<Role> decidableBy(Change change) {
        return declaration(change).allowed().stream()
                .map(Allowed::role)
                .filter(role -> !setsAside(change) || MAY_OVERRIDE.contains(role))
                .toList();
    }

    List<Role> roles(CommandEnvelope envelope, Lookups lookups) {
        return rolesAtHand.of(envelope, lookups);
    }

    /** The roles in force: those granted, as they stand when it is decided, and those of the installation. */
    private static List<Role> granted(CommandEnvelope envelope, Lookups lookups) {
        var roles =
                new ArrayList<>(Roles.of(lookups, PersonId.of(envelope.actor())).on(London.day(envelope.receivedAt())));
        envelope.roles().stream().filter(role -> !role.isGranted()).forEach(roles::add);
        return roles;
    }

    private static boolean setsAside(Change change) {
        return change instanceof Overridable overridable && overridable.override() != null;
    }

    private static CommandDeclaration declaration(Change change) {
        return CommandCatalogue.of(change.getClass()).orElseThrow();
    }

    private Refusal refusal(Change change, CommandEnvelope envelope, Lookups lookups) {
        CommandDeclaration declaration = declaration(change);
        List<Role> roles = roles(envelope, lookups);
        List<Allowed> held = declaration.allowed().stream()
                .filter(allowed -> roles.contains(allowed.role()))
                .toList();
        if (held.isEmpty()) {
            return wrongRole(declaration);
        }
        String limits = held.stream().map(allowed -> allowed.scope().words()).collect(Collectors.joining(" or "));
        return Refusal.because(
                        Code.NOT_AUTHORISED_FOR_UNIT,
                        "This is outside what your role reaches.",
                        "People in your role may do this only " + limits + "; this is about something else.")
                .remedy("Ask somebody of that unit or group, or: " + declaration.allowedWords() + ".");
    }

    /** The refusal of whoever holds none of the roles that a command is for. */
    static Refusal wrongRole(CommandDeclaration declaration) {
        return Refusal.because(
                        Code.ROLE_NOT_PERMITTED,
                        "Your role does not allow this.",
                        "This can be done by: " + declaration.allowedWords() + ".")
                .remedy("Ask one of them to do it.");
    }

    private static boolean reaches(Scope scope, Change change, CommandEnvelope envelope, Lookups lookups) {
        Subject subject = change.subject();
        return switch (scope) {
            case ANYWHERE -> true;
            case OWN_RECORDS ->
                subject instanceof Subject.OfFact of && of.fact().recordedBy().equals(envelope.actor());
            case OWN_RECENT_RECORDS ->
                subject instanceof Subject.OfFact of
                        && of.fact().recordedBy().equals(envelope.actor())
                        && Duration.between(of.fact().recordedAt(), envelope.receivedAt())
                                        .compareTo(Duration.ofDays(recentDays(envelope, lookups)))
                                <= 0;
            case OWN_UNIT -> {
                LocalDate day = day(subject, envelope);
                yield unitsOf(subject, day, lookups).stream().anyMatch(own(envelope, day, lookups)::contains);
            }
            case OWN_GROUP -> {
                LocalDate day = day(subject, envelope);
                Set<UnitId> own = own(envelope, day, lookups);
                own.addAll(GroupManagers.managedBy(lookups, PersonId.of(envelope.actor()), day));
                List<UnitId> units = unitsOf(subject, day, lookups);
                yield isAboutAll(subject)
                        ? !units.isEmpty() && units.stream().allMatch(unit -> inGroup(unit, own, lookups))
                        : units.stream().anyMatch(unit -> inGroup(unit, own, lookups));
            }
        };
    }

    /** Whether a subject of several units is about every one of them, and not about whichever the caller knows. */
    private static boolean isAboutAll(Subject subject) {
        return subject instanceof Subject.OfInitiative || subject instanceof Subject.OfMilestone;
    }

    private static boolean inGroup(UnitId unit, Set<UnitId> own, Lookups lookups) {
        return own.contains(unit)
                || Units.byId(lookups, unit)
                        .map(facts -> facts.groupId() != null && own.contains(facts.groupId()))
                        .orElse(false);
    }

    private static int recentDays(CommandEnvelope envelope, Lookups lookups) {
        return Programmes.current(lookups)
                .map(programme -> Policies.of(lookups, programme.programmeId())
                        .on(Policy.RECENT_DAYS, London.day(envelope.receivedAt())))
                .orElse(Policy.RECENT_DAYS.byDefault())
                .intValueExact();
    }

    private static Set<UnitId> own(CommandEnvelope envelope, LocalDate day, Lookups lookups) {
        return new HashSet<>(Appointments.unitsOf(lookups, PersonId.of(envelope.actor()), day));
    }

    private static List<UnitId> unitsOf(Subject subject, LocalDate day, Lookups lookups) {
        return switch (subject) {
            case Subject.Council council -> List.of();
            case Subject.OfFact fact -> List.of();
            case Subject.OfUnit of -> List.of(of.unit());
            case Subject.OfPerson of -> Appointments.unitsOf(lookups, of.person(), day);
            case Subject.OfInitiative of ->
                Stream.concat(
                                Initiatives.byId(lookups, of.initiative()).stream()
                                        .flatMap(initiative -> initiative.unitsOn(day).stream()),
                                of.also().stream())
                        .toList();
            case Subject.OfMilestone of ->
                Milestones.byId(lookups, of.milestone())
                        .flatMap(milestone -> Initiatives.byId(lookups, milestone.initiativeId()))
                        .map(initiative -> initiative.unitsOn(day))
                        .orElse(List.of());
        };
    }

    private static LocalDate day(Subject subject, CommandEnvelope envelope) {
        LocalDate day = switch (subject) {
            case Subject.OfUnit of -> of.on();
            case Subject.OfPerson of -> of.on();
            case Subject.OfInitiative of -> of.on();
            case Subject.OfMilestone of -> of.on();
            case Subject.Council council -> null;
            case Subject.OfFact fact -> null;
        };
        return day == null ? London.day(envelope.receivedAt()) : day;
    }
}

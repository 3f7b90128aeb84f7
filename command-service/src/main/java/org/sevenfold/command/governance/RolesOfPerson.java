package org.sevenfold.command.governance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.governance.RoleCommand.GrantRole;
import org.sevenfold.command.governance.RoleCommand.RevokeRole;
import org.sevenfold.command.lookups.Roles;
import org.sevenfold.events.Days;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.RoleEvent;
import org.sevenfold.events.governance.RoleEvent.RoleGranted;
import org.sevenfold.events.governance.RoleEvent.RoleRevoked;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/**
 * A person's roles. Nobody grants a role to themself, an auditor holds no other role, and somebody is always responsible
 * for the programme. A grant never reaches into days that are over.
 */
record RolesOfPerson(List<Grant> grants) {

    static final RolesOfPerson NONE = new RolesOfPerson(List.of());

    /** A role from a day on; {@code lastDay} is inclusive, null where it is open. */
    record Grant(
            EventId id, Role role, LocalDate from, @Nullable LocalDate lastDay) {

        boolean meets(LocalDate first, @Nullable LocalDate last) {
            return (lastDay == null || !first.isAfter(lastDay)) && (last == null || !from.isAfter(last));
        }
    }

    static List<RoleEvent> decide(RoleCommand command, RolesOfPerson state, Circumstances in) {
        return switch (command) {
            case GrantRole c -> grant(c, state, in);
            case RevokeRole c -> revoke(c, state, in);
        };
    }

    static RolesOfPerson evolve(RolesOfPerson state, EventId id, RoleEvent event) {
        var grants = new ArrayList<>(state.grants);
        switch (event) {
            case RoleGranted e -> grants.add(new Grant(id, e.role(), e.effectiveOn(), e.lastDay()));
            case RoleRevoked e ->
                grants.replaceAll(grant ->
                        grant.id.equals(e.grant()) ? new Grant(grant.id, grant.role, grant.from, e.lastDay()) : grant);
        }
        return new RolesOfPerson(List.copyOf(grants));
    }

    private static List<RoleEvent> grant(GrantRole c, RolesOfPerson state, Circumstances in) {
        requireGrantable(c, in);
        in.refuseErased(c.person());
        requireNotOver(c.from(), in);
        for (Grant held : state.grants) {
            if (!held.meets(c.from(), c.lastDay())) {
                continue;
            }
            if (held.role == c.role()) {
                throw Refusal.because(
                                Code.EFFECTIVE_OVERLAP,
                                "This person holds the role already.",
                                "It was granted from %s on.".formatted(London.spoken(held.from)))
                        .remedy("Nothing needs doing, or begin after the present grant ends.")
                        .with("conflictsWith", held.id.toString());
            }
            if (held.role == Role.AUDITOR || c.role() == Role.AUDITOR) {
                throw Refusal.because(
                                Code.SEPARATION_OF_DUTIES,
                                "An auditor holds no other role.",
                                "At that time the person is %s.".formatted(held.role.spoken()))
                        .remedy("Take the other role from the person first, or choose somebody else.");
            }
        }
        return List.of(new RoleGranted(c.person(), c.role(), c.from(), c.lastDay()));
    }

    private static void requireGrantable(GrantRole c, Circumstances in) {
        if (!c.role().isGranted()) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "This role is not granted here.",
                            "Operators and integrations are set up by whoever runs the installation.")
                    .remedy("Ask them to set it up where people sign in.")
                    .with("allowed", List.of());
        }
        if (in.callerId().equals(c.person().toString())) {
            throw Refusal.because(
                            Code.SEPARATION_OF_DUTIES,
                            "Nobody grants a role to themself.",
                            "The role would be your own.")
                    .remedy("Ask the senior responsible owner, or whoever runs the installation.");
        }
        boolean operatorAlone = in.roles().contains(Role.OPERATOR)
                && !in.roles().contains(Role.SENIOR_RESPONSIBLE_OWNER)
                && !in.roles().contains(Role.PROGRAMME_MANAGER);
        if (operatorAlone) {
            requireFirst(c, in);
        }
    }

    private static void requireFirst(GrantRole c, Circumstances in) {
        boolean leads = c.role() == Role.SENIOR_RESPONSIBLE_OWNER || c.role() == Role.PROGRAMME_MANAGER;
        boolean taken =
                leads && Roles.leading(in.lookups(), c.role()).on(in.today()).contains(c.role());
        if (!leads || taken) {
            throw Refusal.because(
                            Code.ROLE_NOT_PERMITTED,
                            "An operator grants the first two roles only.",
                            taken
                                    ? "There is a %s already."
                                            .formatted(c.role().spoken())
                                    : "These are the first senior responsible owner and the first programme manager.")
                    .remedy("Ask the senior responsible owner to grant it.");
        }
    }

    private static List<RoleEvent> revoke(RevokeRole c, RolesOfPerson state, Circumstances in) {
        LocalDate without = Days.after(c.lastDay());
        requireNotOver(without, in);
        Grant held = state.grants.stream()
                .filter(grant -> grant.role == c.role() && grant.meets(without, null))
                .findFirst()
                .orElseThrow(() -> Refusal.because(
                                Code.INVALID_TRANSITION,
                                "This person does not hold the role.",
                                "On %s there is no grant of it.".formatted(London.spoken(without)))
                        .remedy("Check the person, the role and the day.")
                        .with("allowed", List.of("grant-role")));
        if (c.role() == Role.SENIOR_RESPONSIBLE_OWNER && isLast(c, in)) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "Somebody has to be responsible.",
                            "From %s on there would be no senior responsible owner.".formatted(London.spoken(without)))
                    .remedy("Grant the role to the successor first.")
                    .with("allowed", List.of("grant-role"));
        }
        return List.of(new RoleRevoked(c.person(), c.role(), held.id, c.lastDay()));
    }

    private static boolean isLast(RevokeRole c, Circumstances in) {
        return Roles.leading(in.lookups(), c.role()).grants().stream()
                .noneMatch(grant -> !grant.personId().equals(c.person()) && grant.holdsOn(Days.after(c.lastDay())));
    }

    private static void requireNotOver(LocalDate day, Circumstances in) {
        if (day.isBefore(in.today())) {
            throw Refusal.because(
                            Code.BACK_DATING_LIMIT,
                            "A role cannot change for days that are over.",
                            "%s has passed, and who could do what on that day stays as it was."
                                    .formatted(London.spoken(day)))
                    .remedy("Let it hold from today or later.");
        }
    }
}

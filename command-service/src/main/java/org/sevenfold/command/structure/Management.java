package org.sevenfold.command.structure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.change.RuleOverride;
import org.sevenfold.command.lookups.Appointments;
import org.sevenfold.command.lookups.Appointments.Appointment;
import org.sevenfold.command.lookups.GroupManagers;
import org.sevenfold.command.lookups.GroupManagers.Assignment;
import org.sevenfold.command.lookups.Posts;
import org.sevenfold.command.structure.Span.Managed;
import org.sevenfold.command.structure.Unit.Established;
import org.sevenfold.command.structure.UnitCommand.AssignGroupManager;
import org.sevenfold.command.structure.UnitCommand.EstablishUnit;
import org.sevenfold.events.Overridden;
import org.sevenfold.events.governance.Policy;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.structure.UnitEvent.GroupManagerAssigned;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/**
 * Who manages a unit: on each day one person at most, in post when it begins, with no more units than agreed. A unit with
 * a manager of its own is managed by that one, else by its group's.
 */
final class Management {

    private Management() {}

    static GroupManagerAssigned assign(AssignGroupManager c, Established unit, Circumstances in) {
        requireExists(c, unit);
        in.requireWithinBackDating(c.from());
        requireInPost(c, in);
        LocalDate lastDay = earlier(c.lastDay(), unit.lastDay());
        Optional<Assignment> succeeded = requireSingle(c, lastDay, unit, in);
        List<Managed> added = Span.of(in.lookups(), c.unit(), c.from(), lastDay);
        Overridden accepted = requireSpan(c.person(), added, c.override(), in);
        return new GroupManagerAssigned(
                c.unit(), succeeded.map(Assignment::personId).orElse(null), c.person(), c.from(), lastDay, accepted);
    }

    /** A new unit is one more for whoever manages its group. */
    static @Nullable Overridden requireRoomInGroup(EstablishUnit c, UnitId group, Circumstances in) {
        Overridden accepted = null;
        for (Assignment manager : GroupManagers.of(in.lookups(), group)) {
            if (manager.meets(c.from(), null)) {
                var added = new Managed(c.unit(), later(manager.from(), c.from()), manager.lastDay());
                Overridden here = requireSpan(manager.personId(), List.of(added), c.override(), in);
                accepted = accepted == null ? here : accepted;
            }
        }
        return accepted;
    }

    private static void requireExists(AssignGroupManager c, Established unit) {
        LocalDate lastDay = unit.lastDay();
        boolean closed = lastDay != null && c.from().isAfter(lastDay);
        if (c.from().isBefore(unit.from()) || closed) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            closed ? "The unit is closed by then." : "The unit does not exist yet on that day.",
                            "%s exists %s.".formatted(unit.spoken(), spoken(unit.from(), lastDay)))
                    .remedy("Begin on a day on which it exists.");
        }
    }

    private static void requireInPost(AssignGroupManager c, Circumstances in) {
        if (!in.knows(c.person())) {
            throw Refusal.because(Code.NOT_FOUND, "There is no such person.", "Nobody has registered this person.")
                    .remedy("Ask human resources to register and appoint the person first.");
        }
        if (!Appointments.of(in.lookups(), c.person()).inPostOn(c.from())) {
            throw Refusal.because(
                            Code.NOT_IN_POST_ON_DATE,
                            "This person is not in post on that day.",
                            "Nobody appointed the person to a post for %s.".formatted(London.spoken(c.from())))
                    .remedy("Check the day, or ask human resources to record the appointment first.");
        }
    }

    /** Answers whom the new one succeeds; refuses where somebody else would manage the unit on the same day. */
    private static Optional<Assignment> requireSingle(
            AssignGroupManager c, @Nullable LocalDate lastDay, Established unit, Circumstances in) {
        Optional<Assignment> succeeded = Optional.empty();
        for (Assignment other : GroupManagers.of(in.lookups(), c.unit())) {
            if (!other.meets(c.from(), lastDay)) {
                continue;
            }
            boolean ends = other.from().isBefore(c.from()) && !other.personId().equals(c.person());
            if (!ends || !Boolean.TRUE.equals(c.succeeds())) {
                throw managed(c, other, ends, unit, in);
            }
            succeeded = Optional.of(other);
        }
        return succeeded;
    }

    private static Refusal managed(
            AssignGroupManager c, Assignment other, boolean ends, Established unit, Circumstances in) {
        boolean same = other.personId().equals(c.person());
        return Refusal.because(
                        Code.SINGLE_INCUMBENT,
                        "There is a group manager already.",
                        "%s is managed by %s %s."
                                .formatted(
                                        unit.spoken(),
                                        same ? "this very person" : who(other, later(other.from(), c.from()), in),
                                        spoken(other.from(), other.lastDay())))
                .remedy(
                        ends
                                ? "If the new one takes over, say that the new one succeeds the present one; else begin"
                                        + " after that."
                                : "Begin after that, or end before it begins.")
                .with("conflictsWith", other.eventId().toString());
    }

    /** Somebody by post and role, never by name. */
    private static String who(Assignment manager, LocalDate day, Circumstances in) {
        return Appointments.of(in.lookups(), manager.personId()).appointments().stream()
                .filter(appointment -> appointment.holdsOn(day))
                .map(Appointment::postId)
                .flatMap(post -> Posts.byId(in.lookups(), post).stream())
                .map(post -> "the %s in post %s".formatted(post.role().spoken(), post.reference()))
                .findFirst()
                .orElse("somebody who is in no post any more,");
    }

    private static @Nullable Overridden requireSpan(
            PersonId manager, List<Managed> added, @Nullable RuleOverride override, Circumstances in) {
        List<Managed> all = Stream.concat(
                        GroupManagers.by(in.lookups(), manager).stream()
                                .flatMap(held ->
                                        Span.of(in.lookups(), held.unitId(), held.from(), held.lastDay()).stream()),
                        added.stream())
                .toList();
        return added.stream()
                .flatMap(one -> Span.daysThatCount(all, one))
                .map(day -> new Span(day, Span.unitsOn(all, day), in.policy(Policy.GROUP_MANAGER_SPAN_UNITS, day)))
                .filter(Span::isExceeded)
                .max(Span.FULLEST)
                .map(span -> in.setAside(span.refusal(), override, manager))
                .orElse(null);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private static String spoken(LocalDate from, @Nullable LocalDate lastDay) {
        return "from " + London.spoken(from) + (lastDay == null ? " on" : " to " + London.spoken(lastDay));
    }
}

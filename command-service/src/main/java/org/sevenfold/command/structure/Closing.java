package org.sevenfold.command.structure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.lookups.Appointments;
import org.sevenfold.command.lookups.PartsOfUnit;
import org.sevenfold.command.lookups.Posts.PostFacts;
import org.sevenfold.command.lookups.Units;
import org.sevenfold.command.lookups.Units.UnitFacts;
import org.sevenfold.command.structure.Unit.Established;
import org.sevenfold.command.structure.UnitCommand.CloseUnit;
import org.sevenfold.events.Days;
import org.sevenfold.events.structure.UnitEvent.UnitClosed;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/** A unit is closed when no post and, where it is a group, no unit is left in it after its last day. */
final class Closing {

    private static final int NAMED = 10;

    private Closing() {}

    static UnitClosed close(CloseUnit c, Established unit, Circumstances in) {
        LocalDate lastDay = unit.lastDay();
        if (lastDay != null) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "This unit is closed already.",
                            "The last day of %s is %s.".formatted(unit.spoken(), London.spoken(lastDay)))
                    .remedy("Nothing needs doing.")
                    .with("allowed", List.of());
        }
        if (c.lastDay().isBefore(unit.from())) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "A unit cannot close before it exists.",
                            "%s exists from %s on.".formatted(unit.spoken(), London.spoken(unit.from())))
                    .remedy("Give its last day.")
                    .with("allowed", List.of());
        }
        in.requireWithinBackDating(c.lastDay());
        refuseLivePosts(c, unit, in);
        refuseLiveUnits(c, unit, in);
        UnitId successor = c.successor();
        if (successor != null) {
            requireSuccessor(c, successor, unit, in);
        }
        return new UnitClosed(c.unit(), c.lastDay(), successor);
    }

    private static void refuseLivePosts(CloseUnit c, Established unit, Circumstances in) {
        List<PostFacts> live = PartsOfUnit.posts(in.lookups(), c.unit()).stream()
                .filter(post -> outlasts(post.lastDay(), c.lastDay()))
                .toList();
        if (live.isEmpty()) {
            return;
        }
        List<String> held = live.stream()
                .filter(post -> isHeldAfter(post, c.lastDay(), in))
                .map(PostFacts::reference)
                .toList();
        List<String> vacant = live.stream()
                .map(PostFacts::reference)
                .filter(reference -> !held.contains(reference))
                .toList();
        String people = held.isEmpty() ? "nobody holds a post there" : "there are people in " + listed(held);
        String empty = vacant.isEmpty() ? "" : "; vacant, but not disestablished: " + listed(vacant);
        throw Refusal.because(
                        Code.UNIT_HAS_LIVE_POSTS,
                        "The unit is not empty.",
                        "After %s %s%s.".formatted(London.spoken(c.lastDay()), people, empty))
                .remedy("End the appointments and disestablish the posts of %s by then, or close it later."
                        .formatted(unit.reference()))
                .with("posts", live.stream().map(PostFacts::reference).toList());
    }

    private static boolean isHeldAfter(PostFacts post, LocalDate day, Circumstances in) {
        return Appointments.to(in.lookups(), post.postId()).appointments().stream()
                .anyMatch(appointment -> appointment.holdsAfter(day));
    }

    private static void refuseLiveUnits(CloseUnit c, Established unit, Circumstances in) {
        List<String> live = PartsOfUnit.units(in.lookups(), c.unit()).stream()
                .filter(part -> outlasts(part.lastDay(), c.lastDay()))
                .map(UnitFacts::reference)
                .toList();
        if (!live.isEmpty()) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The group still has units.",
                            "After %s %s consists of %s."
                                    .formatted(London.spoken(c.lastDay()), unit.spoken(), listed(live)))
                    .remedy("Close its units by then, or close the group later.")
                    .with("allowed", List.of("close-unit"));
        }
    }

    private static void requireSuccessor(CloseUnit c, UnitId successor, Established unit, Circumstances in) {
        if (successor.equals(c.unit())) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "A unit cannot be its own successor.",
                            "%s is the unit that closes.".formatted(unit.spoken()))
                    .remedy("Name the unit that goes on with its work, or leave it out.");
        }
        boolean goesOn = Units.byId(in.lookups(), successor)
                .filter(facts -> facts.existsOn(Days.after(c.lastDay())))
                .isPresent();
        if (!goesOn) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The successor does not exist when it is needed.",
                            "There is no such unit on %s.".formatted(London.spoken(Days.after(c.lastDay()))))
                    .remedy("Name a unit that exists on that day, or leave it out.");
        }
    }

    private static boolean outlasts(@Nullable LocalDate lastDay, LocalDate day) {
        return lastDay == null || lastDay.isAfter(day);
    }

    private static String listed(List<String> references) {
        int more = references.size() - NAMED;
        return String.join(", ", references.subList(0, Math.min(NAMED, references.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}

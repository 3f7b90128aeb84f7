package org.sevenfold.command.staff;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.staff.Post.Existing;
import org.sevenfold.command.staff.Post.Holding;
import org.sevenfold.command.staff.PostCommand.DisestablishPost;
import org.sevenfold.command.staff.PostCommand.EndAppointment;
import org.sevenfold.events.Days;
import org.sevenfold.events.staff.PostEvent;
import org.sevenfold.events.staff.PostEvent.AppointmentEnded;
import org.sevenfold.events.staff.PostEvent.PostDisestablished;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/** How a post becomes empty, and ends. An appointment ends once, and not before it began. */
final class Vacating {

    private Vacating() {}

    static List<PostEvent> end(EndAppointment c, Existing post, Circumstances in) {
        Holding held = held(c, post);
        LocalDate lastDay = held.lastDay();
        if (held.ended() || lastDay != null && !lastDay.isAfter(c.lastDay())) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "This appointment has an end already.",
                            "The person held %s %s.".formatted(post.reference(), Loads.spoken(held.from(), lastDay)))
                    .remedy("Nothing needs doing, unless another post or another person is meant.")
                    .with("allowed", List.of());
        }
        in.requireWithinBackDating(c.lastDay());
        return List.of(new AppointmentEnded(c.post(), c.person(), held.appointment(), c.lastDay()));
    }

    /** The person's appointment on the day, else the last one before it. */
    private static Holding held(EndAppointment c, Existing post) {
        List<Holding> all = post.holdings().stream()
                .filter(holding -> holding.person().equals(c.person()))
                .sorted(Comparator.comparing(Holding::from).reversed())
                .toList();
        if (all.isEmpty()) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "This person does not hold the post.",
                            "Nobody appointed the person to %s.".formatted(post.reference()))
                    .remedy("Check the post and the person.")
                    .with("allowed", List.of("appoint-to-post"));
        }
        return all.stream()
                .filter(holding -> !holding.from().isAfter(c.lastDay()))
                .findFirst()
                .orElseThrow(() -> Refusal.because(
                                Code.INVALID_TRANSITION,
                                "An appointment cannot end before it begins.",
                                "The person holds %s from %s on."
                                        .formatted(
                                                post.reference(),
                                                London.spoken(all.getLast().from())))
                        .remedy("Give the last day in post, on which or after which it begins.")
                        .with("allowed", List.of()));
    }

    static List<PostEvent> disestablish(DisestablishPost c, Existing post, Circumstances in) {
        LocalDate lastDay = post.lastDay();
        if (lastDay != null) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "This post is disestablished already.",
                            "The last day of %s is %s.".formatted(post.reference(), London.spoken(lastDay)))
                    .remedy("Nothing needs doing.")
                    .with("allowed", List.of());
        }
        if (c.lastDay().isBefore(post.from())) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "A post cannot end before it exists.",
                            "%s exists from %s on.".formatted(post.reference(), London.spoken(post.from())))
                    .remedy("Give its last day.")
                    .with("allowed", List.of());
        }
        post.holdings().stream()
                .filter(holding -> Loads.meet(holding.from(), holding.lastDay(), Days.after(c.lastDay()), null))
                .findFirst()
                .ifPresent(holding -> {
                    throw Refusal.because(
                                    Code.INVALID_TRANSITION,
                                    "Somebody holds the post after that day.",
                                    "%s full-time equivalents of %s are held %s."
                                            .formatted(
                                                    holding.fte(),
                                                    post.reference(),
                                                    Loads.spoken(holding.from(), holding.lastDay())))
                            .remedy("End the appointment by then first, or give a later day.")
                            .with("allowed", List.of("end-appointment"));
                });
        in.requireWithinBackDating(c.lastDay());
        return List.of(new PostDisestablished(c.post(), c.lastDay()));
    }
}

package org.sevenfold.command.staff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.lookups.Appointments;
import org.sevenfold.command.lookups.Posts;
import org.sevenfold.command.lookups.Units;
import org.sevenfold.command.staff.PostCommand.AppointToPost;
import org.sevenfold.command.staff.PostCommand.CreatePost;
import org.sevenfold.command.staff.PostCommand.DisestablishPost;
import org.sevenfold.command.staff.PostCommand.EndAppointment;
import org.sevenfold.events.EventId;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostEvent;
import org.sevenfold.events.staff.PostEvent.AppointmentEnded;
import org.sevenfold.events.staff.PostEvent.AppointmentMade;
import org.sevenfold.events.staff.PostEvent.PostCreated;
import org.sevenfold.events.staff.PostEvent.PostDisestablished;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/**
 * A post. On no day is more of it held than it offers, and on no day does a person hold more than one full-time
 * equivalent in all. It is disestablished once, when nobody holds it any more.
 */
sealed interface Post {

    /** Nothing has happened yet. */
    record NotYet() implements Post {}

    /**
     * It exists, and these people hold, held or will hold it.
     *
     * @param lastDay inclusive; null while it is established
     */
    record Existing(
            String reference,
            Fte fte,
            LocalDate from,
            @Nullable LocalDate lastDay,
            List<Holding> holdings) implements Post {

        Existing holding(List<Holding> now) {
            return new Existing(reference, fte, from, lastDay, now);
        }
    }

    /**
     * A person's part of the post.
     *
     * @param lastDay inclusive; null where it is open
     * @param ended whether somebody said that it ends, after it had been made
     */
    record Holding(
            EventId appointment,
            PersonId person,
            Fte fte,
            LocalDate from,
            @Nullable LocalDate lastDay,
            boolean ended) {

        Holding endingOn(LocalDate day) {
            return new Holding(appointment, person, fte, from, day, true);
        }
    }

    static List<PostEvent> decide(PostCommand command, Post state, Circumstances in) {
        return switch (command) {
            case CreatePost c -> create(c, in);
            case AppointToPost c -> appoint(c, existing(state), in);
            case EndAppointment c -> Vacating.end(c, existing(state), in);
            case DisestablishPost c -> Vacating.disestablish(c, existing(state), in);
        };
    }

    /** The post after an event, which the log knows by this id. */
    static Post evolve(Post state, EventId id, PostEvent event) {
        return switch (event) {
            case PostCreated e -> new Existing(e.reference(), e.fte(), e.effectiveOn(), null, List.of());
            case AppointmentMade e -> {
                Existing post = existed(state, event);
                var holding = new Holding(id, e.personId(), e.fte(), e.effectiveOn(), e.lastDay(), false);
                yield post.holding(Stream.concat(post.holdings.stream(), Stream.of(holding))
                        .toList());
            }
            case AppointmentEnded e -> {
                Existing post = existed(state, event);
                yield post.holding(post.holdings.stream()
                        .map(h -> h.appointment.equals(e.appointment()) ? h.endingOn(e.lastDay()) : h)
                        .toList());
            }
            case PostDisestablished e -> {
                Existing post = existed(state, event);
                yield new Existing(post.reference, post.fte, post.from, e.lastDay(), post.holdings);
            }
        };
    }

    private static Existing existed(Post state, PostEvent event) {
        return switch (state) {
            case Existing post -> post;
            case NotYet none -> throw new IllegalStateException("a post that does not exist: " + event);
        };
    }

    private static Existing existing(Post state) {
        return switch (state) {
            case Existing post -> post;
            case NotYet none ->
                throw Refusal.because(Code.NOT_FOUND, "There is no such post.", "Nobody has created it.")
                        .remedy("Create the post first.");
        };
    }

    private static List<PostEvent> create(CreatePost c, Circumstances in) {
        Stream.of(Posts.byId(in.lookups(), c.post()), Posts.byReference(in.lookups(), c.reference()))
                .flatMap(Optional::stream)
                .forEach(post -> {
                    throw Refusal.because(
                                    Code.DUPLICATE,
                                    "There is such a post already.",
                                    "%s exists from %s on.".formatted(post.reference(), London.spoken(post.from())))
                            .remedy("Use the existing post, or give the new one another number.")
                            .with("existingId", post.postId().toString());
                });
        Units.UnitFacts unit = Units.byId(in.lookups(), c.unit())
                .orElseThrow(
                        () -> Refusal.because(Code.NOT_FOUND, "There is no such unit.", "Nobody has established it.")
                                .remedy("Establish the unit first."));
        if (c.from().isBefore(unit.from())) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The unit does not exist yet on that day.",
                            "%s '%s' exists from %s on."
                                    .formatted(unit.reference(), unit.name(), London.spoken(unit.from())))
                    .remedy("Begin on that day or later.");
        }
        LocalDate closes = unit.lastDay();
        if (closes != null) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The unit closes, so it takes no new posts.",
                            "The last day of %s '%s' is %s."
                                    .formatted(unit.reference(), unit.name(), London.spoken(closes)))
                    .remedy("Create the post in another unit.");
        }
        in.requireWithinBackDating(c.from());
        return List.of(new PostCreated(c.post(), c.reference(), c.role(), c.fte(), c.unit(), c.from(), c.funding()));
    }

    private static List<PostEvent> appoint(AppointToPost c, Existing post, Circumstances in) {
        if (!in.knows(c.person())) {
            throw Refusal.because(Code.NOT_FOUND, "There is no such person.", "Nobody has registered this person.")
                    .remedy("Register the person first.");
        }
        if (c.from().isBefore(post.from)) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The post does not exist yet on that day.",
                            "%s exists from %s on.".formatted(post.reference, London.spoken(post.from)))
                    .remedy("Begin on that day or later.");
        }
        requireLasts(c, post);
        in.requireWithinBackDating(c.from());
        requireNoOverlap(c, post);
        requireRoomInPost(c, post);
        requireRoomInContract(c, in);
        return List.of(
                new AppointmentMade(c.post(), c.person(), c.fte(), c.from(), c.lastDay(), c.via(), c.startOrigin()));
    }

    private static void requireLasts(AppointToPost c, Existing post) {
        LocalDate ends = post.lastDay;
        LocalDate lastDay = c.lastDay();
        if (ends != null && (lastDay == null || lastDay.isAfter(ends))) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The post does not last that long.",
                            "%s is disestablished; its last day is %s.".formatted(post.reference, London.spoken(ends)))
                    .remedy("Give a last day up to then, or choose another post.");
        }
    }

    private static void requireNoOverlap(AppointToPost c, Existing post) {
        for (Holding held : post.holdings) {
            if (held.person.equals(c.person()) && Loads.meet(c.from(), c.lastDay(), held.from, held.lastDay)) {
                throw Refusal.because(
                                Code.EFFECTIVE_OVERLAP,
                                "This person holds the post at that time already.",
                                "In %s the person holds %s full-time equivalents %s."
                                        .formatted(post.reference, held.fte, Loads.spoken(held.from, held.lastDay)))
                        .remedy("Begin after that appointment ends, or change the existing one.");
            }
        }
    }

    private static void requireRoomInPost(AppointToPost c, Existing post) {
        List<Loads.Load> held = post.holdings.stream()
                .map(h -> new Loads.Load(h.fte, h.from, h.lastDay))
                .toList();
        Loads.Peak peak = Loads.peak(held, c.from(), c.lastDay());
        BigDecimal free = post.fte.value().subtract(peak.fte());
        if (c.fte().value().compareTo(free) > 0) {
            throw Refusal.because(
                            Code.POST_OVERFILLED,
                            "The post has not that much left.",
                            "%s offers %s full-time equivalents; on %s only %s of it is free."
                                    .formatted(
                                            post.reference,
                                            post.fte,
                                            London.spoken(peak.on()),
                                            Loads.plain(free.max(BigDecimal.ZERO))))
                    .remedy("Appoint to what is free, begin when more is free, or choose another post.");
        }
    }

    private static void requireRoomInContract(AppointToPost c, Circumstances in) {
        List<Loads.Load> held = Appointments.of(in.lookups(), c.person()).appointments().stream()
                .map(a -> new Loads.Load(a.fte(), a.from(), a.lastDay()))
                .toList();
        Loads.Peak peak = Loads.peak(held, c.from(), c.lastDay());
        if (peak.fte().add(c.fte().value()).compareTo(BigDecimal.ONE) > 0) {
            throw Refusal.because(
                            Code.PERSON_OVER_CONTRACTED,
                            "This person would work more than full time.",
                            "On %s the person holds %s full-time equivalents elsewhere; with %s more it would be %s."
                                    .formatted(
                                            London.spoken(peak.on()),
                                            Loads.plain(peak.fte()),
                                            c.fte(),
                                            Loads.plain(peak.fte().add(c.fte().value()))))
                    .remedy("Appoint for less, or begin when another appointment has ended.");
        }
    }
}

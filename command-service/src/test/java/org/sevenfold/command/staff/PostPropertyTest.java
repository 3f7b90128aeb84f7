package org.sevenfold.command.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sevenfold.command.staff.Staff.POST_BEGINS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.lookups.KnownEvents;
import org.sevenfold.command.staff.PostCommand.AppointToPost;
import org.sevenfold.events.Role;
import org.sevenfold.events.staff.AppointedVia;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostEvent;
import org.sevenfold.events.staff.PostEvent.AppointmentMade;
import org.sevenfold.events.staff.PostEvent.PostCreated;
import org.sevenfold.events.staff.PostId;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;

/** Random appointments to three posts, each judged a second time by counting day by day. */
class PostPropertyTest {

    private static final int COMMANDS = 60;
    private static final int DAYS = 40;

    static List<Long> seeds() {
        return new SplittableRandom(20_260_301).longs(60).boxed().toList();
    }

    /** The posts and people of one run, and all that was accepted in it. */
    private static final class World {

        final KnownEvents known = new KnownEvents();
        final List<PostId> posts = new ArrayList<>();
        final List<PersonId> people = new ArrayList<>();
        final Map<PostId, Post> states = new HashMap<>();
        final Map<PostId, BigDecimal> offered = new HashMap<>();
        final List<AppointmentMade> appointments = new ArrayList<>();

        World(SplittableRandom random) {
            for (int i = 0; i < 3; i++) {
                var post = new PostId(new UUID(0x7000, i));
                PostCreated created =
                        Staff.post(post, "P-" + i, i == 0 ? "1" : fte(random).toString());
                posts.add(post);
                offered.put(post, created.fte().value());
                states.put(post, Post.evolve(new Post.NotYet(), known.add(created), created));

                var person = new PersonId(new UUID(0x7001, i));
                people.add(person);
                known.add(new PersonRegistered(person, POST_BEGINS));
            }
        }

        Circumstances circumstances() {
            LocalDate today = POST_BEGINS.plusDays(10);
            return new Circumstances("somebody", List.of(Role.HUMAN_RESOURCES), today, false, known);
        }

        Optional<Code> send(AppointToPost command) {
            Post state = states.getOrDefault(command.post(), new Post.NotYet());
            try {
                for (PostEvent event : Post.decide(command, state, circumstances())) {
                    states.put(command.post(), Post.evolve(state, known.add(event), event));
                    appointments.add((AppointmentMade) event);
                }
                return Optional.empty();
            } catch (Refusal refusal) {
                return Optional.of(refusal.code());
            }
        }

        BigDecimal held(LocalDate day, Predicate<AppointmentMade> which) {
            return appointments.stream()
                    .filter(which)
                    .filter(a -> !day.isBefore(a.effectiveOn()) && (a.lastDay() == null || !day.isAfter(a.lastDay())))
                    .map(a -> a.fte().value())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** What counting day by day says of a command. */
        Optional<Code> verdict(AppointToPost command) {
            List<LocalDate> days = days().filter(day -> !day.isBefore(command.from())
                            && (command.lastDay() == null || !day.isAfter(command.lastDay())))
                    .toList();
            if (days.stream()
                    .anyMatch(day -> held(
                                            day,
                                            a -> a.postId().equals(command.post())
                                                    && a.personId().equals(command.person()))
                                    .signum()
                            > 0)) {
                return Optional.of(Code.EFFECTIVE_OVERLAP);
            }
            BigDecimal more = command.fte().value();
            if (days.stream()
                    .anyMatch(day -> held(day, a -> a.postId().equals(command.post()))
                                    .add(more)
                                    .compareTo(offered.getOrDefault(command.post(), BigDecimal.ZERO))
                            > 0)) {
                return Optional.of(Code.POST_OVERFILLED);
            }
            return days.stream()
                            .anyMatch(day -> held(day, a -> a.personId().equals(command.person()))
                                            .add(more)
                                            .compareTo(BigDecimal.ONE)
                                    > 0)
                    ? Optional.of(Code.PERSON_OVER_CONTRACTED)
                    : Optional.empty();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void on_no_day_is_more_held_than_offered_nor_does_anybody_work_more_than_full_time(long seed) {
        var random = new SplittableRandom(seed);
        var world = new World(random);
        for (int i = 0; i < COMMANDS; i++) {
            AppointToPost command = command(random, world);
            Optional<Code> expected = world.verdict(command);
            assertThat(world.send(command))
                    .as("seed %d, command %d: %s after %s", seed, i, command, world.appointments)
                    .isEqualTo(expected);
        }
        assertThat(world.appointments).as("seed %d accepts something", seed).isNotEmpty();
        days().forEach(day -> {
            world.posts.forEach(post -> assertThat(
                            world.held(day, a -> a.postId().equals(post)))
                    .as("seed %d: held of %s on %s", seed, post, day)
                    .isLessThanOrEqualTo(world.offered.getOrDefault(post, BigDecimal.ZERO)));
            world.people.forEach(person -> assertThat(
                            world.held(day, a -> a.personId().equals(person)))
                    .as("seed %d: held by %s on %s", seed, person, day)
                    .isLessThanOrEqualTo(BigDecimal.ONE));
        });
    }

    /** Every day on which anything changes, and one day after all of them, which stands for ever. */
    private static java.util.stream.Stream<LocalDate> days() {
        return POST_BEGINS.datesUntil(POST_BEGINS.plusDays(2 * DAYS + 2));
    }

    private static AppointToPost command(SplittableRandom random, World world) {
        LocalDate from = POST_BEGINS.plusDays(random.nextInt(DAYS));
        @Nullable LocalDate lastDay = random.nextInt(4) == 0 ? null : from.plusDays(random.nextInt(DAYS / 3));
        return new AppointToPost(
                world.posts.get(random.nextInt(world.posts.size())),
                world.people.get(random.nextInt(world.people.size())),
                fte(random),
                from,
                lastDay,
                AppointedVia.SELECTED,
                null);
    }

    private static Fte fte(SplittableRandom random) {
        int tenths = random.nextInt(1, 11);
        return new Fte(BigDecimal.valueOf(random.nextInt(5) == 0 ? tenths * 10L + 1 - 10 : tenths * 10L, 2));
    }
}

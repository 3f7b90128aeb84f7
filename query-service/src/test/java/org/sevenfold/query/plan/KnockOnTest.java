package org.sevenfold.query.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.query.plan.KnockOn.Link;
import org.sevenfold.query.plan.KnockOn.Moved;
import org.sevenfold.query.plan.KnockOn.Point;
import org.sevenfold.query.plan.KnockOn.Slip;

class KnockOnTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    /** A milestone agreed for a day of May, expected so many days later. */
    private static Point open(String name, int agreed, int later) {
        return new Point(
                name, MAY.withDayOfMonth(agreed), MAY.withDayOfMonth(agreed).plusDays(later), false);
    }

    private static Point met(String name, int agreed, int later) {
        return new Point(
                name, MAY.withDayOfMonth(agreed), MAY.withDayOfMonth(agreed).plusDays(later), true);
    }

    private static Link link(String from, String to) {
        return new Link(from, to, 0);
    }

    private static Moved moved(String name, int days, String... path) {
        return new Moved(name, days, List.of(path));
    }

    @Nested
    class a_slip_of_three_weeks {

        @Test
        void moves_what_waits_for_it_by_what_the_days_between_do_not_take_up() {
            var knockOn = KnockOn.of(
                    List.of(open("A", 4, 21), open("B", 11, 0), open("C", 31, 0)),
                    List.of(link("A", "B"), link("B", "C")));

            assertThat(knockOn.slips()).containsExactly(new Slip("A", 21, 21, List.of(moved("B", 14, "A", "B"))));
            assertThat(knockOn.projected())
                    .containsEntry("A", LocalDate.of(2026, 5, 25))
                    .containsEntry("B", LocalDate.of(2026, 5, 25))
                    .containsEntry("C", LocalDate.of(2026, 5, 31));
        }

        @Test
        void moves_more_where_days_must_pass_and_less_where_the_second_may_come_earlier() {
            var knockOn = KnockOn.of(
                    List.of(open("A", 4, 21), open("B", 11, 0), open("C", 11, 0)),
                    List.of(new Link("A", "B", 7), new Link("A", "C", -10)));

            assertThat(knockOn.slips().getFirst().moved())
                    .containsExactly(moved("B", 21, "A", "B"), moved("C", 4, "A", "C"));
        }

        @Test
        void moves_nothing_that_does_not_wait() {
            var knockOn = KnockOn.of(List.of(open("A", 14, 21), open("B", 11, 0)), List.of(link("B", "A")));

            assertThat(knockOn.slips()).containsExactly(new Slip("A", 21, 21, List.of()));
        }

        @Test
        void goes_by_the_path_that_pushes_furthest() {
            var knockOn = KnockOn.of(
                    List.of(open("A", 4, 21), open("B", 5, 0), open("C", 6, 0), open("D", 7, 0)),
                    List.of(link("A", "B"), link("A", "C"), new Link("B", "D", 3), link("C", "D")));

            assertThat(knockOn.slips().getFirst().moved()).contains(moved("D", 20, "A", "B", "D"));
        }
    }

    @Nested
    class every_day_of_delay_belongs_to_one_slip {

        @Test
        void to_the_first_where_those_that_wait_have_only_said_so() {
            var knockOn = KnockOn.of(
                    List.of(open("A", 4, 21), open("B", 4, 21), open("C", 4, 21)),
                    List.of(link("A", "B"), link("B", "C")));

            assertThat(knockOn.slips())
                    .containsExactly(
                            new Slip("A", 21, 21, List.of(moved("B", 21, "A", "B"), moved("C", 21, "A", "B", "C"))),
                            new Slip("B", 21, 0, List.of()),
                            new Slip("C", 21, 0, List.of()));
        }

        @Test
        void to_the_second_by_what_it_adds_of_its_own() {
            var knockOn = KnockOn.of(
                    List.of(open("A", 4, 7), open("B", 4, 10), open("C", 4, 0)),
                    List.of(link("A", "B"), link("B", "C")));

            assertThat(knockOn.slips())
                    .containsExactly(
                            new Slip("A", 7, 7, List.of(moved("B", 7, "A", "B"), moved("C", 7, "A", "B", "C"))),
                            new Slip("B", 10, 3, List.of(moved("C", 3, "B", "C"))));
        }

        @Test
        void to_the_earlier_of_two_that_would_each_have_been_enough() {
            var knockOn = KnockOn.of(
                    List.of(open("A", 4, 7), open("B", 5, 6), open("C", 5, 0)),
                    List.of(link("A", "C"), link("B", "C")));

            assertThat(knockOn.slips())
                    .containsExactly(
                            new Slip("A", 7, 7, List.of(moved("C", 6, "A", "C"))), new Slip("B", 6, 6, List.of()));
        }

        @Test
        void but_what_the_agreed_plan_itself_held_back_belongs_to_none() {
            var knockOn = KnockOn.of(List.of(open("A", 4, 21), open("B", 11, 0)), List.of(link("B", "A")));

            assertThat(knockOn.slips()).containsExactly(new Slip("A", 21, 14, List.of()));
        }

        @Test
        void whatever_the_plan_is() {
            for (long seed = 0; seed < 500; seed++) {
                var chance = new Random(seed);
                List<Point> points = points(chance);
                List<Link> links = links(chance, points);
                var knockOn = KnockOn.of(points, links);
                Map<String, LocalDate> before = new Sequence(points, links).days(Set.of());
                long delay = points.stream()
                        .mapToLong(point -> ChronoUnit.DAYS.between(
                                before.get(point.name()), knockOn.projected().get(point.name())))
                        .sum();

                assertThat(knockOn.projected())
                        .as("seed %d", seed)
                        .containsExactlyInAnyOrderEntriesOf(settled(points, links));
                assertThat(knockOn.slips().stream()
                                .mapToLong(slip -> slip.ownDays() + slip.knockOnDays())
                                .sum())
                        .as("seed %d", seed)
                        .isEqualTo(delay);
            }
        }

        /** Where every milestone lies in the end, found by pushing until nothing moves any more. */
        private Map<String, LocalDate> settled(List<Point> points, List<Link> links) {
            var days = new HashMap<String, LocalDate>();
            points.forEach(point -> days.put(point.name(), point.day()));
            var met = points.stream().filter(Point::met).map(Point::name).toList();
            for (int i = 0; i < points.size(); i++) {
                for (Link link : links) {
                    LocalDate pushed = days.getOrDefault(link.from(), MAY).plusDays(link.lagDays());
                    if (!met.contains(link.to()) && pushed.isAfter(days.getOrDefault(link.to(), MAY))) {
                        days.put(link.to(), pushed);
                    }
                }
            }
            return days;
        }
    }

    @Nested
    class what_is_met {

        @Test
        void was_met_on_its_day_whatever_comes_before() {
            var knockOn = KnockOn.of(List.of(open("A", 4, 21), met("B", 11, 0)), List.of(link("A", "B")));

            assertThat(knockOn.projected()).containsEntry("B", LocalDate.of(2026, 5, 11));
            assertThat(knockOn.slips()).containsExactly(new Slip("A", 21, 21, List.of()));
        }

        @Test
        void was_moved_no_further_than_to_the_day_on_which_it_was_met() {
            var knockOn = KnockOn.of(List.of(open("A", 4, 21), met("B", 11, 5)), List.of(link("A", "B")));

            assertThat(knockOn.slips())
                    .containsExactly(
                            new Slip("A", 21, 21, List.of(moved("B", 5, "A", "B"))), new Slip("B", 5, 0, List.of()));
        }

        @Test
        void early_lets_what_waits_keep_its_day() {
            var knockOn = KnockOn.of(List.of(met("A", 11, -7), open("B", 11, 0)), List.of(link("A", "B")));

            assertThat(knockOn.slips()).isEmpty();
            assertThat(knockOn.projected()).containsEntry("B", LocalDate.of(2026, 5, 11));
        }
    }

    @Test
    void a_plan_without_slips_moves_nothing() {
        for (long seed = 0; seed < 100; seed++) {
            var chance = new Random(seed);
            List<Point> points =
                    points(chance).stream().map(KnockOnTest::inTime).toList();
            assertThat(KnockOn.of(points, links(chance, points)).slips()).isEmpty();
        }
    }

    @Test
    void each_path_leads_from_the_slip_along_links_to_what_it_moves_and_no_step_adds_days() {
        for (long seed = 0; seed < 300; seed++) {
            var chance = new Random(seed);
            List<Point> points = points(chance);
            List<Link> links = links(chance, points);
            for (Slip slip : KnockOn.of(points, links).slips()) {
                Map<String, Integer> days = slip.moved().stream().collect(Collectors.toMap(Moved::name, Moved::days));
                for (Moved moved : slip.moved()) {
                    assertThat(moved.path()).startsWith(slip.name()).endsWith(moved.name());
                    int before = slip.ownDays();
                    for (int i = 1; i < moved.path().size(); i++) {
                        String from = moved.path().get(i - 1);
                        String to = moved.path().get(i);
                        assertThat(links)
                                .anyMatch(link ->
                                        link.from().equals(from) && link.to().equals(to));
                        assertThat(days.getOrDefault(to, 0)).isPositive().isLessThanOrEqualTo(before);
                        before = days.getOrDefault(to, 0);
                    }
                }
            }
        }
    }

    @Test
    void a_circle_is_cut_and_the_rest_worked_out() {
        var knockOn = KnockOn.of(
                List.of(open("A", 4, 7), open("B", 5, 0), open("C", 6, 0)),
                List.of(link("A", "B"), link("B", "A"), link("B", "C")));

        assertThat(knockOn.slips())
                .containsExactly(new Slip("A", 7, 7, List.of(moved("B", 6, "A", "B"), moved("C", 5, "A", "B", "C"))));
    }

    @Test
    void a_link_to_what_is_no_milestone_says_nothing() {
        var knockOn = KnockOn.of(List.of(open("A", 4, 7)), List.of(link("A", "X"), link("Y", "A")));

        assertThat(knockOn.slips()).containsExactly(new Slip("A", 7, 7, List.of()));
    }

    private static Point inTime(Point point) {
        return point.slipped() ? new Point(point.name(), point.agreed(), point.agreed(), point.met()) : point;
    }

    private static List<Point> points(Random chance) {
        var points = new ArrayList<Point>();
        for (int i = 0; i < 12; i++) {
            LocalDate agreed = MAY.plusDays(chance.nextInt(60));
            points.add(new Point("M" + i, agreed, agreed.plusDays(chance.nextInt(40) - 10L), chance.nextInt(4) == 0));
        }
        return points;
    }

    /** Links from lower numbers to higher ones, so that there is no circle. */
    private static List<Link> links(Random chance, List<Point> points) {
        var links = new ArrayList<Link>();
        for (int to = 1; to < points.size(); to++) {
            for (int from = 0; from < to; from++) {
                if (chance.nextInt(5) == 0) {
                    links.add(new Link("M" + from, "M" + to, chance.nextInt(15) - 5));
                }
            }
        }
        return links;
    }
}

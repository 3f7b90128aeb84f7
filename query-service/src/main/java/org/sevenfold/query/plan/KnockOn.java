package org.sevenfold.query.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What each slip moves elsewhere, and by which path.
 *
 * <p>A milestone is a day and has no length, so all four types of dependency say the same: the second comes no earlier
 * than the first and the lag. The plan is worked out with every milestone on its agreed day, and then again each time that
 * one more slip is let in, the earlier in the order of the plan first. What moves by that is moved by that slip. So every
 * day that anything lies late belongs to one slip, whose own part and knock-on days add up to the whole; and whoever moves
 * a forecast because of a slip before it takes nothing of it upon themselves.
 *
 * @param projected the day of each milestone with all slips let in: its own, or later where something before it is later
 * @param slips all that slipped, in the order of the plan
 */
public record KnockOn(Map<String, LocalDate> projected, List<Slip> slips) {

    /**
     * A milestone as the plan has it.
     *
     * @param day on which it was met, or is expected
     * @param met whether it was met, so that nothing moves it any more
     */
    public record Point(String name, LocalDate agreed, LocalDate day, boolean met) {

        boolean slipped() {
            return day.isAfter(agreed);
        }
    }

    /** One milestone waits for another. */
    public record Link(String from, String to, int lagDays) {}

    /**
     * A milestone that lies later than agreed.
     *
     * @param days how much later it was met, or is expected
     * @param ownDays how much of that no slip before it brings about
     * @param moved what lies later because of its own part
     */
    public record Slip(String name, int days, int ownDays, List<Moved> moved) {

        /** The days by which others lie later because of it, all together. */
        int knockOnDays() {
            return moved.stream().mapToInt(Moved::days).sum();
        }
    }

    /**
     * A milestone that lies later because of a slip before it.
     *
     * @param path from the slip to this milestone, both included
     */
    public record Moved(String name, int days, List<String> path) {}

    /** Works it out; a circle, which no plan has, is cut where its earliest milestone begins. */
    public static KnockOn of(Collection<Point> points, Collection<Link> links) {
        var sequence = new Sequence(points, links);
        var letIn = new HashSet<String>();
        var slips = new ArrayList<Slip>();
        Map<String, LocalDate> before = sequence.days(letIn);
        for (Point point : sequence.order()) {
            if (point.slipped()) {
                letIn.add(point.name);
                Map<String, LocalDate> after = sequence.days(letIn);
                slips.add(slip(point, sequence, before, after));
                before = after;
            }
        }
        return new KnockOn(before, List.copyOf(slips));
    }

    private static Slip slip(
            Point slipped, Sequence sequence, Map<String, LocalDate> before, Map<String, LocalDate> after) {
        var moved = new ArrayList<Moved>();
        int own = 0;
        for (Point point : sequence.order()) {
            int days = days(before.get(point.name), after.get(point.name));
            if (point.equals(slipped)) {
                own = days;
            } else if (days > 0) {
                moved.add(new Moved(point.name, days, sequence.path(slipped.name, point.name, after)));
            }
        }
        return new Slip(slipped.name, days(slipped.agreed, slipped.day), own, List.copyOf(moved));
    }

    private static int days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(Objects.requireNonNull(from), Objects.requireNonNull(to)));
    }
}

package org.sevenfold.query.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sevenfold.events.Days;
import org.sevenfold.query.plan.KnockOn.Link;
import org.sevenfold.query.plan.KnockOn.Point;
import org.sevenfold.query.plan.PlannedMilestone.Status;

/**
 * The plan of a programme as it stood on a day: its milestones, what they wait for, and what slips move.
 *
 * @param day the day asked about
 * @param heard up to which day something is known: that day, or the day of the last entry where that is earlier. On a day
 *     to come nobody has heard of, nothing is late; what is expected by then is scheduled
 * @param milestones by initiative and number, cancelled ones included
 * @param links among milestones that are wanted, by reference
 */
public record Plan(
        LocalDate day,
        LocalDate heard,
        List<PlannedInitiative> initiatives,
        List<PlannedMilestone> milestones,
        List<Link> links,
        KnockOn knockOn) {

    public static Plan of(
            LocalDate day,
            LocalDate heard,
            List<PlannedInitiative> initiatives,
            List<PlannedMilestone> milestones,
            List<Link> links) {
        List<Point> points = milestones.stream()
                .filter(PlannedMilestone::wanted)
                .map(milestone -> new Point(
                        milestone.reference(), milestone.promised(), milestone.own(heard), milestone.metOn() != null))
                .toList();
        Set<String> wanted = points.stream().map(Point::name).collect(Collectors.toSet());
        List<Link> among = links.stream()
                .filter(link -> wanted.contains(link.from()) && wanted.contains(link.to()))
                .toList();
        return new Plan(day, heard, initiatives, milestones, among, KnockOn.of(points, among));
    }

    public Map<String, PlannedMilestone> byReference() {
        return milestones.stream().collect(Collectors.toMap(PlannedMilestone::reference, Function.identity()));
    }

    /** The day of a milestone once everything before it is reckoned with; for a cancelled one its own. */
    public LocalDate projected(PlannedMilestone milestone) {
        return knockOn.projected().getOrDefault(milestone.reference(), milestone.own(heard));
    }

    public Status status(PlannedMilestone milestone) {
        return milestone.status(day, heard, projected(milestone));
    }

    /** Whether a milestone is open and to be met after the day and up to so many days later. */
    public boolean isComing(PlannedMilestone milestone, int days) {
        LocalDate on = projected(milestone);
        return milestone.wanted() && milestone.metOn() == null && on.isAfter(day) && !on.isAfter(Days.after(day, days));
    }

    /** What a milestone waits for, by reference. */
    public List<String> waitedForBy(PlannedMilestone milestone) {
        return links.stream()
                .filter(link -> link.to().equals(milestone.reference()))
                .map(Link::from)
                .sorted()
                .toList();
    }

    /** The days by which each milestone lies later because of slips elsewhere. */
    public Map<String, Integer> carriedDays() {
        var days = new HashMap<String, Integer>();
        knockOn.slips()
                .forEach(slip -> slip.moved().forEach(moved -> days.merge(moved.name(), moved.days(), Integer::sum)));
        return days;
    }
}

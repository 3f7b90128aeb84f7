package org.sevenfold.query.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sevenfold.events.Days;
import org.sevenfold.query.plan.KnockOn.Link;
import org.sevenfold.query.plan.KnockOn.Point;

/** The milestones of a plan in an order in which none comes before what it waits for; else by agreed day and name. */
final class Sequence {

    private static final Comparator<Point> BY_DAY =
            Comparator.comparing(Point::agreed).thenComparing(Point::name);

    private final List<Point> order = new ArrayList<>();
    private final Map<String, List<Link>> into = new HashMap<>();

    /** Puts them in order. A link to or from what is no milestone here says nothing, and neither does one back in a circle. */
    Sequence(Collection<Point> points, Collection<Link> links) {
        Map<String, Point> byName = points.stream().collect(Collectors.toMap(Point::name, Function.identity()));
        List<Link> within = links.stream()
                .filter(link -> byName.containsKey(link.from()) && byName.containsKey(link.to()))
                .sorted(Comparator.comparing(Link::from))
                .toList();
        var leading = within.stream().collect(Collectors.groupingBy(Link::from));
        var waitingFor = new HashMap<String, Long>(
                within.stream().collect(Collectors.groupingBy(Link::to, Collectors.counting())));
        var left = new TreeSet<>(BY_DAY);
        left.addAll(points);
        var ready = new TreeSet<>(BY_DAY);
        points.stream().filter(point -> !waitingFor.containsKey(point.name())).forEach(ready::add);
        while (!left.isEmpty()) {
            Point next = ready.isEmpty() ? left.first() : ready.first();
            ready.remove(next);
            left.remove(next);
            order.add(next);
            for (Link link : leading.getOrDefault(next.name(), List.of())) {
                Point follower = Objects.requireNonNull(byName.get(link.to()));
                if (left.contains(follower)) {
                    into.computeIfAbsent(link.to(), name -> new ArrayList<>()).add(link);
                    if (waitingFor.merge(link.to(), -1L, Long::sum) == 0) {
                        ready.add(follower);
                    }
                }
            }
        }
    }

    List<Point> order() {
        return order;
    }

    /** The day of each milestone when these slips are let in and all others are held back to the agreed day. */
    Map<String, LocalDate> days(Set<String> letIn) {
        var days = new LinkedHashMap<String, LocalDate>();
        for (Point point : order) {
            boolean heldBack = point.slipped() && !letIn.contains(point.name());
            LocalDate own = heldBack ? point.agreed() : point.day();
            LocalDate pushed = into(point.name()).stream()
                    .map(link -> pushedTo(link, days))
                    .reduce(own, Sequence::later);
            if (!point.met()) {
                days.put(point.name(), pushed);
            } else {
                // What is met was met on its day; nothing before it pushes it further than that.
                days.put(point.name(), heldBack && pushed.isBefore(point.day()) ? pushed : point.day());
            }
        }
        return days;
    }

    /** The way by which one milestone pushes another on these days, both included. */
    List<String> path(String from, String to, Map<String, LocalDate> days) {
        var path = new LinkedList<String>();
        String at = to;
        while (!at.equals(from)) {
            path.addFirst(at);
            at = into(at).stream()
                    .reduce((first, next) -> pushedTo(next, days).isAfter(pushedTo(first, days)) ? next : first)
                    .orElseThrow()
                    .from();
        }
        path.addFirst(from);
        return List.copyOf(path);
    }

    private List<Link> into(String name) {
        return into.getOrDefault(name, List.of());
    }

    private static LocalDate pushedTo(Link link, Map<String, LocalDate> days) {
        return Days.after(Objects.requireNonNull(days.get(link.from())), link.lagDays());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return other.isAfter(one) ? other : one;
    }
}

package org.sevenfold.command.plan;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sevenfold.events.plan.MilestoneId;

/** Which milestone waits for which: a graph that has no way from a milestone back to itself. */
record Waiting(List<Link> links) {

    static final Waiting FOR_NOTHING = new Waiting(List.of());

    /** One milestone waits for another since a day. */
    record Link(MilestoneId from, MilestoneId to, LocalDate since) {}

    Waiting with(Link added) {
        return new Waiting(Stream.concat(links.stream(), Stream.of(added)).toList());
    }

    Waiting without(MilestoneId from, MilestoneId to) {
        return new Waiting(links.stream().filter(link -> !joins(link, from, to)).toList());
    }

    Optional<Link> between(MilestoneId from, MilestoneId to) {
        return links.stream().filter(link -> joins(link, from, to)).findFirst();
    }

    /** What a milestone waits for, in the order in which it was said. */
    List<MilestoneId> waitedForBy(MilestoneId milestone) {
        return links.stream()
                .filter(link -> link.to.equals(milestone))
                .map(Link::from)
                .toList();
    }

    /**
     * A shortest way from one milestone to another, both included, through these only; empty where there is none.
     *
     * @param through which milestones hold up what waits for them
     */
    List<MilestoneId> way(MilestoneId from, MilestoneId to, Predicate<MilestoneId> through) {
        var reached = new HashSet<>(Set.of(from));
        var ways = new ArrayDeque<>(List.of(List.of(from)));
        while (!ways.isEmpty()) {
            List<MilestoneId> way = ways.remove();
            if (way.getLast().equals(to)) {
                return way;
            }
            links.stream()
                    .filter(link -> link.from.equals(way.getLast()) && through.test(link.to) && reached.add(link.to))
                    .forEach(link -> ways.add(
                            Stream.concat(way.stream(), Stream.of(link.to)).toList()));
        }
        return List.of();
    }

    private static boolean joins(Link link, MilestoneId from, MilestoneId to) {
        return link.from.equals(from) && link.to.equals(to);
    }
}

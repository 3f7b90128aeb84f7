package org.sevenfold.query.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.plan.KnockOn.Moved;
import org.sevenfold.query.plan.KnockOn.Slip;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.Said;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.question.Table;
import org.springframework.stereotype.Component;

/** How the seven dimensions hang together: what waits for what between them, what that carries, and how well they fit. */
@Component
class LinkMatrix implements Reading {

    private static final List<String> COLUMNS = List.of(
            "from",
            "to",
            "links",
            "slipsCarried",
            "daysCarried",
            "alignment",
            "alignmentOn",
            "worstAlignment",
            "worstAlignmentOn");

    private static final String ALIGNMENTS = """
        SELECT dimension_a, dimension_b, rating, effective_on FROM query.alignments
        WHERE programme_id = :programme AND effective_on <= :effectiveOn
          AND known_from <= :knownAt AND :knownAt < known_to
        ORDER BY effective_on, known_from
        """;

    /** One of the 49 cells. */
    private record Cell(Dimension from, Dimension to) {}

    /** How two dimensions fitted together on a day. */
    private record Rating(int rating, String on) {}

    @Override
    public Described described() {
        return new Described(
                "matrix",
                "/api/v1/programmes/{programme}/matrix",
                "How the seven dimensions hang together",
                "One row for each pair of dimensions in each direction, 49 in all. Links are dependencies that lead"
                    + " from a milestone of an initiative of the one to one of the other; slips and days carried are"
                    + " those that come across these links. An alignment is from 1, they pull apart, to 4, they carry"
                    + " each other: the last one up to the day, and the worst there was. For a unit, links count that"
                    + " begin or end in an initiative that touches it.",
                List.of(Programme.PARAMETER, UnitAsked.PARAMETER),
                Described.Readers.ALL_BUT_READERS,
                false);
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        Plan plan = PlanReader.read(at, programme);
        return Finding.of(Table.of("cells", COLUMNS, rows(plan, UnitAsked.of(at), ratings(at, programme))))
                .with("programme", programme.reference());
    }

    private static List<Map<String, @Nullable Object>> rows(
            Plan plan, Predicate<PlannedInitiative> asked, Map<Cell, List<Rating>> ratings) {
        Map<String, PlannedMilestone> known = plan.byReference();
        var links = new HashMap<Cell, Integer>();
        plan.links().stream()
                .filter(link -> isAsked(known, link.from(), link.to(), asked))
                .forEach(link -> links.merge(cell(known, link.from(), link.to()), 1, Integer::sum));
        var slips = new HashMap<Cell, Set<String>>();
        var days = new HashMap<Cell, Integer>();
        for (Slip slip : plan.knockOn().slips()) {
            for (Moved moved : slip.moved()) {
                String before = moved.path().get(moved.path().size() - 2);
                if (isAsked(known, before, moved.name(), asked)) {
                    Cell cell = cell(known, before, moved.name());
                    slips.computeIfAbsent(cell, none -> new TreeSet<>()).add(slip.name());
                    days.merge(cell, moved.days(), Integer::sum);
                }
            }
        }
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (Dimension from : Dimension.values()) {
            for (Dimension to : Dimension.values()) {
                var cell = new Cell(from, to);
                rows.add(rated(
                                ratings.getOrDefault(inOrder(cell), List.of()),
                                new Said()
                                        .and("from", from)
                                        .and("to", to)
                                        .and("links", links.getOrDefault(cell, 0))
                                        .and(
                                                "slipsCarried",
                                                slips.getOrDefault(cell, Set.of())
                                                        .size())
                                        .and("daysCarried", days.getOrDefault(cell, 0)))
                        .row());
            }
        }
        return rows;
    }

    private static Said rated(List<Rating> ratings, Said said) {
        Rating last = ratings.isEmpty() ? null : ratings.getLast();
        Rating worst = ratings.stream()
                .reduce((first, next) -> next.rating < first.rating ? next : first)
                .orElse(null);
        return said.and("alignment", last == null ? null : last.rating)
                .and("alignmentOn", last == null ? null : last.on)
                .and("worstAlignment", worst == null ? null : worst.rating)
                .and("worstAlignmentOn", worst == null ? null : worst.on);
    }

    private static boolean isAsked(
            Map<String, PlannedMilestone> known, String from, String to, Predicate<PlannedInitiative> asked) {
        return asked.test(milestone(known, from).initiative())
                || asked.test(milestone(known, to).initiative());
    }

    private static Cell cell(Map<String, PlannedMilestone> known, String from, String to) {
        return new Cell(milestone(known, from).dimension(), milestone(known, to).dimension());
    }

    private static Cell inOrder(Cell cell) {
        return cell.from.compareTo(cell.to) <= 0 ? cell : new Cell(cell.to, cell.from);
    }

    private static PlannedMilestone milestone(Map<String, PlannedMilestone> known, String reference) {
        return Objects.requireNonNull(known.get(reference));
    }

    private static Map<Cell, List<Rating>> ratings(Standpoint at, Programme programme) {
        var ratings = new HashMap<Cell, List<Rating>>();
        at.sql(ALIGNMENTS).param("programme", programme.id()).query(row -> {
            var pair = new Cell(Dimension.valueOf(row.getString(1)), Dimension.valueOf(row.getString(2)));
            ratings.computeIfAbsent(pair, none -> new ArrayList<>()).add(new Rating(row.getInt(3), row.getString(4)));
        });
        return ratings;
    }
}

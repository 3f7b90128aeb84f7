package org.sevenfold.query.plan;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.plan.KnockOn.Moved;
import org.sevenfold.query.plan.KnockOn.Slip;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.Rows;
import org.sevenfold.query.question.Said;
import org.sevenfold.query.question.Standpoint;
import org.springframework.stereotype.Component;

/** What slipped, and by which path what that moved. */
@Component
public class Slips implements Reading {

    /** How a path is written, from what slipped to what that moved. */
    public static final String THEN = " → ";

    private static final List<String> COLUMNS = List.of(
            "reference",
            "title",
            "initiative",
            "initiativeTitle",
            "dimension",
            "status",
            "agreedOn",
            "expectedOn",
            "slipDays",
            "ownDays",
            "knockOnDays",
            "knockOnDaysElsewhere",
            "moved",
            "byInitiative",
            "byDimension",
            "milestoneId",
            "initiativeId");

    @Override
    public Described described() {
        return new Described(
                "plan-slips",
                "/api/v1/programmes/{programme}/plan/slips",
                "What slipped, and what that moved",
                "One row for each milestone that was met, or is expected, later than agreed; what moves most comes"
                    + " first. Its own days are those that nothing before it brings about. Its knock-on days are those"
                    + " by which others lie later because of its own part, each with the path that leads there;"
                    + " elsewhere means in other dimensions. Every day of delay belongs to one slip, so that the rows"
                    + " can be added up.",
                List.of(Programme.PARAMETER, UnitAsked.PARAMETER),
                Described.Readers.ALL_BUT_READERS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        Plan plan = PlanReader.read(at, programme);
        return Rows.page(
                        "slips",
                        COLUMNS,
                        rows(plan, UnitAsked.of(at)),
                        at.page(),
                        row -> List.of(String.valueOf(row.get("reference"))))
                .with("programme", programme.reference());
    }

    /** The slips of these initiatives and what they move anywhere, what moves most first. */
    public static List<Map<String, @Nullable Object>> rows(Plan plan, Predicate<PlannedInitiative> asked) {
        Map<String, PlannedMilestone> known = plan.byReference();
        Comparator<Slip> mostFirst = Comparator.comparingInt(Slip::knockOnDays)
                .thenComparingInt(Slip::ownDays)
                .reversed()
                .thenComparing(Slip::name);
        return plan.knockOn().slips().stream()
                .filter(slip -> asked.test(milestone(known, slip.name()).initiative()))
                .sorted(mostFirst)
                .map(slip -> row(plan, known, slip))
                .toList();
    }

    private static Map<String, @Nullable Object> row(Plan plan, Map<String, PlannedMilestone> known, Slip slip) {
        PlannedMilestone slipped = milestone(known, slip.name());
        int elsewhere = slip.moved().stream()
                .filter(moved -> milestone(known, moved.name()).dimension() != slipped.dimension())
                .mapToInt(Moved::days)
                .sum();
        return new Said()
                .and("reference", slipped.reference())
                .and("title", slipped.title())
                .and("initiative", slipped.initiative().reference())
                .and("initiativeTitle", slipped.initiative().title())
                .and("dimension", slipped.dimension())
                .and("status", plan.status(slipped))
                .and("agreedOn", slipped.promised())
                .and("expectedOn", slipped.own(plan.heard()))
                .and("slipDays", slip.days())
                .and("ownDays", slip.ownDays())
                .and("knockOnDays", slip.knockOnDays())
                .and("knockOnDaysElsewhere", elsewhere)
                .and(
                        "moved",
                        slip.moved().stream()
                                .map(moved -> moved(milestone(known, moved.name()), moved))
                                .toList())
                .and(
                        "byInitiative",
                        sums(
                                "initiative",
                                known,
                                slip,
                                milestone -> milestone.initiative().reference()))
                .and(
                        "byDimension",
                        sums(
                                "dimension",
                                known,
                                slip,
                                milestone -> milestone.dimension().text()))
                .and("milestoneId", slipped.id())
                .and("initiativeId", slipped.initiative().id())
                .row();
    }

    private static Map<String, @Nullable Object> moved(PlannedMilestone milestone, Moved moved) {
        return new Said()
                .and("reference", milestone.reference())
                .and("title", milestone.title())
                .and("initiative", milestone.initiative().reference())
                .and("dimension", milestone.dimension())
                .and("days", moved.days())
                .and("path", String.join(THEN, moved.path()))
                .row();
    }

    private static List<Map<String, @Nullable Object>> sums(
            String name, Map<String, PlannedMilestone> known, Slip slip, Function<PlannedMilestone, String> group) {
        var days = new LinkedHashMap<String, Integer>();
        slip.moved()
                .forEach(moved -> days.merge(group.apply(milestone(known, moved.name())), moved.days(), Integer::sum));
        return days.entrySet().stream()
                .map(sum -> new Said()
                        .and(name, sum.getKey())
                        .and("days", sum.getValue())
                        .row())
                .toList();
    }

    private static PlannedMilestone milestone(Map<String, PlannedMilestone> known, String reference) {
        return Objects.requireNonNull(known.get(reference));
    }
}

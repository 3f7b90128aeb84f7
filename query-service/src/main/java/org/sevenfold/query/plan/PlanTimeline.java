package org.sevenfold.query.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.Said;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.question.Table;
import org.springframework.stereotype.Component;

/** The plan month by month: what was agreed for it, what was met in it, what is expected in it. */
@Component
class PlanTimeline implements Reading {

    private static final List<String> COLUMNS =
            List.of("month", "agreedFirst", "agreed", "met", "metInTime", "stillLate", "expected", "milestones");

    @Override
    public Described described() {
        return new Described(
                "plan-timeline",
                "/api/v1/programmes/{programme}/plan/timeline",
                "The plan month by month",
                "One row for each month from the programme's first to its last, and further where a milestone lies"
                        + " further: how many milestones the first and the last agreed plan have for it, how many were"
                        + " met in it and how many of these in time, how many of those agreed for it are not met though"
                        + " their day has passed, and how many are expected in it.",
                List.of(Programme.PARAMETER, UnitAsked.PARAMETER),
                Described.Readers.ALL_BUT_READERS,
                false);
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        Plan plan = PlanReader.read(at, programme);
        var asked = UnitAsked.of(at);
        List<PlannedMilestone> milestones = plan.milestones().stream()
                .filter(PlannedMilestone::wanted)
                .filter(milestone -> asked.test(milestone.initiative()))
                .toList();
        return Finding.of(Table.of("months", COLUMNS, rows(plan, milestones, programme)))
                .with("programme", programme.reference());
    }

    private static List<Map<String, @Nullable Object>> rows(
            Plan plan, List<PlannedMilestone> milestones, Programme programme) {
        List<YearMonth> months = Stream.concat(
                        Stream.of(programme.starts(), programme.ends()),
                        milestones.stream().flatMap(milestone -> days(plan, milestone)))
                .map(YearMonth::from)
                .sorted()
                .toList();
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (YearMonth month = months.getFirst(); !month.isAfter(months.getLast()); month = month.plusMonths(1)) {
            rows.add(row(month, plan, milestones));
        }
        return rows;
    }

    private static Stream<LocalDate> days(Plan plan, PlannedMilestone milestone) {
        return Stream.of(milestone.firstAgreed(), milestone.agreed(), milestone.metOn(), plan.projected(milestone))
                .filter(Objects::nonNull);
    }

    private static Map<String, @Nullable Object> row(YearMonth month, Plan plan, List<PlannedMilestone> milestones) {
        List<PlannedMilestone> agreed = in(month, milestones, PlannedMilestone::agreed);
        List<PlannedMilestone> met = in(month, milestones, PlannedMilestone::metOn);
        List<PlannedMilestone> expected =
                in(month, milestones, milestone -> milestone.metOn() == null ? plan.projected(milestone) : null);
        return new Said()
                .and("month", month)
                .and(
                        "agreedFirst",
                        in(month, milestones, PlannedMilestone::firstAgreed).size())
                .and("agreed", agreed.size())
                .and("met", met.size())
                .and(
                        "metInTime",
                        met.stream().filter(PlannedMilestone::metInTime).count())
                .and(
                        "stillLate",
                        agreed.stream()
                                .filter(milestone -> plan.status(milestone) == PlannedMilestone.Status.LATE)
                                .count())
                .and("expected", expected.size())
                .and(
                        "milestones",
                        Stream.concat(met.stream(), expected.stream())
                                .map(milestone -> line(plan, milestone))
                                .toList())
                .row();
    }

    private static List<PlannedMilestone> in(
            YearMonth month, List<PlannedMilestone> milestones, Function<PlannedMilestone, @Nullable LocalDate> day) {
        return milestones.stream()
                .filter(milestone -> {
                    LocalDate on = day.apply(milestone);
                    return on != null && YearMonth.from(on).equals(month);
                })
                .toList();
    }

    private static Map<String, @Nullable Object> line(Plan plan, PlannedMilestone milestone) {
        return new Said()
                .and("reference", milestone.reference())
                .and("title", milestone.title())
                .and("on", plan.projected(milestone))
                .and("status", plan.status(milestone))
                .row();
    }
}

package org.sevenfold.query.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.governance.Policy;
import org.sevenfold.query.measure.Measures;
import org.sevenfold.query.measure.Policies;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.plan.Counted;
import org.sevenfold.query.plan.Plan;
import org.sevenfold.query.plan.PlanReader;
import org.sevenfold.query.plan.PlannedMilestone;
import org.sevenfold.query.plan.Slips;
import org.sevenfold.query.plan.Standing;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.Rows;
import org.sevenfold.query.question.Said;
import org.sevenfold.query.question.Standpoint;
import org.springframework.stereotype.Component;

/** The programme at a glance: where each unit stands in each dimension, what is neglected, what comes, what slipped. */
@Component
class Overview implements Reading {

    private final Measures measures;

    Overview(Measures measures) {
        this.measures = measures;
    }

    @Override
    public Described described() {
        return new Described(
                "overview",
                "/api/v1/programmes/{programme}/overview",
                "The programme at a glance",
                "One row for each unit and dimension: the initiatives of that dimension that touch the unit, others"
                    + " that touch it and affect the dimension, how the milestones of the former stand, and the unit's"
                    + " figures. The milestones behind the counts are listed at the address in explain; there, status"
                    + " says which count. With it: the measures of the programme as a whole; each dimension, with when"
                    + " something last moved in it; what is to be met in the days that count as coming; and what"
                    + " slipped, with what that moved.",
                List.of(Programme.PARAMETER),
                Described.Readers.ALL_BUT_READERS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        Plan plan = PlanReader.read(at, programme);
        int comingDays = Policies.on(at, programme, Policy.COMING_DAYS);
        int neglectDays = Policies.on(at, programme, Policy.NEGLECT_DAYS);
        return Rows.page(
                        "cells",
                        UnitGrid.COLUMNS,
                        UnitGrid.read(at, programme, plan, measures, comingDays),
                        at.page(),
                        row -> List.of(String.valueOf(row.get("unitId")), String.valueOf(row.get("dimension"))))
                .with("programme", programme.reference())
                .with("heardUpTo", plan.heard().toString())
                .with("comingDays", comingDays)
                .with("neglectDays", neglectDays)
                .with("measures", measures(at))
                .with("dimensions", dimensions(at, programme, plan, comingDays, neglectDays))
                .with("coming", coming(at, plan, comingDays))
                .with("slips", Slips.rows(plan, initiative -> true));
    }

    /** What is measured of the programme as a whole. */
    private List<Map<String, @Nullable Object>> measures(Standpoint at) {
        return measures.of(null).stream()
                .flatMap(measure -> MeasureRows.of(at, measures, measure).stream())
                .toList();
    }

    private List<Map<String, @Nullable Object>> dimensions(
            Standpoint at, Programme programme, Plan plan, int comingDays, int neglectDays) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (Dimension dimension : Dimension.values()) {
            List<PlannedMilestone> own = plan.milestones().stream()
                    .filter(milestone -> milestone.dimension() == dimension)
                    .toList();
            var neglect = new Neglect(programme.starts(), lastMet(own), lastMoved(at, dimension));
            rows.add(new Said()
                    .and("dimension", dimension)
                    .and("title", dimension.spoken())
                    .and(
                            "initiatives",
                            plan.initiatives().stream()
                                    .filter(initiative -> initiative.open() && initiative.dimension() == dimension)
                                    .count())
                    .andAll(Standing.of(plan, own, comingDays).said())
                    .andAll(neglect.said(at.day(), neglectDays))
                    .and("explain", Counted.explained(at, programme, dimension, ""))
                    .row());
        }
        return rows;
    }

    private static @Nullable LocalDate lastMet(List<PlannedMilestone> milestones) {
        return milestones.stream()
                .map(PlannedMilestone::metOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private @Nullable LocalDate lastMoved(Standpoint at, Dimension dimension) {
        return measures.of(dimension).stream()
                .flatMap(measure -> measure
                        .over(
                                at,
                                List.of(at.day()),
                                "SELECT contribution.effective_on",
                                "WHERE contribution.counted AND contribution.effective_on <= :effectiveOn"
                                        + " ORDER BY contribution.effective_on DESC LIMIT 1")
                        .query(LocalDate.class)
                        .list()
                        .stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<Map<String, @Nullable Object>> coming(Standpoint at, Plan plan, int days) {
        Map<UUID, String> units = UnitGrid.references(at);
        return plan.milestones().stream()
                .filter(milestone -> plan.isComing(milestone, days))
                .sorted(Comparator.comparing(plan::projected).thenComparing(PlannedMilestone::reference))
                .map(milestone -> new Said()
                        .and("reference", milestone.reference())
                        .and("title", milestone.title())
                        .and("initiative", milestone.initiative().reference())
                        .and("dimension", milestone.dimension())
                        .and("status", plan.status(milestone))
                        .and("agreedOn", milestone.promised())
                        .and("expectedOn", plan.projected(milestone))
                        .and(
                                "units",
                                milestone.initiative().units().stream()
                                        .map(units::get)
                                        .filter(Objects::nonNull)
                                        .sorted()
                                        .toList())
                        .row())
                .toList();
    }
}

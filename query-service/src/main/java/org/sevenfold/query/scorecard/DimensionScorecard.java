package org.sevenfold.query.scorecard;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.governance.Policy;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.query.measure.Measure;
import org.sevenfold.query.measure.Measures;
import org.sevenfold.query.measure.Policies;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.plan.Counted;
import org.sevenfold.query.plan.Plan;
import org.sevenfold.query.plan.PlanReader;
import org.sevenfold.query.plan.PlannedMilestone;
import org.sevenfold.query.plan.Standing;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.Said;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.question.Table;
import org.springframework.stereotype.Component;

/** The scorecard of any of the seven dimensions: what it is about, how its part of the plan stands, and its measures. */
@Component
class DimensionScorecard implements Reading {

    static final String NAME = "dimension-scorecard";

    private static final String DIMENSION = "dimension";

    private final Measures measures;

    DimensionScorecard(Measures measures) {
        this.measures = measures;
    }

    @Override
    public Described described() {
        return new Described(
                NAME,
                "/api/v1/programmes/{programme}/dimensions/{dimension}",
                "The scorecard of a dimension",
                "What the dimension is about, how the milestones of its initiatives stand, and one row for each of its"
                        + " measures, its headline first, with the figures at thirteen month ends. What is measured by"
                        + " course has a row for all courses and one for each.",
                List.of(
                        Programme.PARAMETER,
                        Parameter.required(
                                DIMENSION,
                                "Which dimension: " + String.join(", ", names()) + ".",
                                Dimension.SKILLS.text())),
                Described.Readers.EVERYONE,
                false);
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        Dimension dimension = dimension(at.required(DIMENSION));
        List<Measure> own = measures.of(dimension);
        List<Map<String, @Nullable Object>> rows = own.stream()
                .flatMap(measure -> MeasureRows.of(at, measures, measure).stream())
                .toList();
        return Finding.of(Table.of("measures", MeasureRows.columns(own), rows))
                .with("programme", programme.reference())
                .with(DIMENSION, dimension.text())
                .with("title", dimension.spoken())
                .with("description", DimensionWords.describing(dimension))
                .with("plan", plan(at, programme, dimension));
    }

    private static Map<String, @Nullable Object> plan(Standpoint at, Programme programme, Dimension dimension) {
        Plan plan = PlanReader.read(at, programme);
        int coming = Policies.on(at, programme, Policy.COMING_DAYS);
        List<PlannedMilestone> own = plan.milestones().stream()
                .filter(milestone -> milestone.dimension() == dimension)
                .toList();
        long initiatives = plan.initiatives().stream()
                .filter(initiative -> initiative.open() && initiative.dimension() == dimension)
                .count();
        return new Said()
                .and("initiatives", initiatives)
                .andAll(Standing.of(plan, own, coming).said())
                .and("explain", Counted.explained(at, programme, dimension, ""))
                .row();
    }

    private static Dimension dimension(String text) {
        return Arrays.stream(Dimension.values())
                .filter(dimension -> dimension.text().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.because(
                                Code.NOT_FOUND,
                                "There is no dimension " + References.spoken(text) + ".",
                                "The seven are: " + String.join(", ", names()) + ".")
                        .remedy("Ask for one of them."));
    }

    private static List<String> names() {
        return Stream.of(Dimension.values()).map(Dimension::text).toList();
    }
}

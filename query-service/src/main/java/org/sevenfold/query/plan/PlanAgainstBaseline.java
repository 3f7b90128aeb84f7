package org.sevenfold.query.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.governance.Policy;
import org.sevenfold.query.measure.Policies;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.plan.PlannedMilestone.Reforecast;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.Rows;
import org.sevenfold.query.question.Said;
import org.sevenfold.query.question.Standpoint;
import org.springframework.stereotype.Component;

/** The plan against what was agreed: milestone by milestone, agreed, expected, met, and every re-plan. */
@Component
public class PlanAgainstBaseline implements Reading {

    private static final List<String> COLUMNS = List.of(
            "reference",
            "title",
            "initiative",
            "initiativeTitle",
            "dimension",
            "status",
            "plannedFor",
            "firstAgreedOn",
            "agreedOn",
            "baseline",
            "forecast",
            "expectedOn",
            "metOn",
            "slipDaysFromFirst",
            "slipDays",
            "lateDays",
            "carriedDays",
            "knockOnDays",
            "reforecasts",
            "announcements",
            "waitsFor",
            "milestoneId",
            "initiativeId",
            "streamId",
            "version");

    private static final String VERSIONS = """
        SELECT stream_id, max(sequence) + 1 FROM log.domain_event
        WHERE stream_id IN (:streams) AND position <= :knownAt GROUP BY stream_id
        """;

    @Override
    public Described described() {
        return new Described(
                "plan",
                "/api/v1/programmes/{programme}/plan",
                "The plan against what was agreed",
                "One row for each milestone: its day by the first and the last agreed plan, what is expected, what that"
                        + " becomes once everything before it is reckoned with, and when it was met. Days of slip are"
                        + " counted from what was agreed; days late are counted from there too, so that another"
                        + " forecast makes nothing less late. Each new forecast says how many days before the day"
                        + " expected until then it was announced.",
                List.of(
                        Programme.PARAMETER,
                        UnitAsked.PARAMETER,
                        Parameter.optional(
                                "dimension", "Only initiatives of this dimension; without it, all.", "skills"),
                        Parameter.optional(
                                "initiative", "Only this initiative, by its reference; without it, all.", "LM-014"),
                        Counted.PARAMETER),
                Described.Readers.ALL_BUT_READERS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        Plan plan = PlanReader.read(at, programme);
        Predicate<PlannedInitiative> initiatives = asked(at);
        Optional<Counted> counted = at.parameter(Counted.PARAMETER.name()).map(Counted::named);
        int comingDays = Policies.on(at, programme, Policy.COMING_DAYS);
        List<PlannedMilestone> asked = plan.milestones().stream()
                .filter(milestone -> initiatives.test(milestone.initiative()))
                .filter(milestone -> counted.isEmpty() || counted.get().counts(plan, milestone, comingDays))
                .toList();
        return Rows.page(
                        "milestones",
                        COLUMNS,
                        rows(at, plan, asked),
                        at.page(),
                        row -> List.of(String.valueOf(row.get("milestoneId"))))
                .with("programme", programme.reference())
                .with("heardUpTo", plan.heard().toString());
    }

    private static Predicate<PlannedInitiative> asked(Standpoint at) {
        Predicate<PlannedInitiative> touched = UnitAsked.of(at);
        return initiative -> touched.test(initiative)
                && at.parameter("dimension")
                        .orElse(initiative.dimension().text())
                        .equals(initiative.dimension().text())
                && at.parameter("initiative").orElse(initiative.reference()).equalsIgnoreCase(initiative.reference());
    }

    /** These milestones of the plan, one row each. */
    public static List<Map<String, @Nullable Object>> rows(
            Standpoint at, Plan plan, List<PlannedMilestone> milestones) {
        Map<String, Long> versions = versions(at, milestones);
        Map<String, Integer> carried = plan.carriedDays();
        var knockOn = new HashMap<String, Integer>();
        plan.knockOn().slips().forEach(slip -> knockOn.put(slip.name(), slip.knockOnDays()));
        return milestones.stream()
                .map(milestone -> row(plan, milestone)
                        .and("carriedDays", carried.getOrDefault(milestone.reference(), 0))
                        .and("knockOnDays", knockOn.getOrDefault(milestone.reference(), 0))
                        .and("streamId", milestone.streamId())
                        .and("version", versions.get(milestone.streamId()))
                        .row())
                .toList();
    }

    private static Said row(Plan plan, PlannedMilestone milestone) {
        LocalDate own = milestone.own(plan.heard());
        return new Said()
                .and("reference", milestone.reference())
                .and("title", milestone.title())
                .and("initiative", milestone.initiative().reference())
                .and("initiativeTitle", milestone.initiative().title())
                .and("dimension", milestone.dimension())
                .and("status", plan.status(milestone))
                .and("plannedFor", milestone.plannedFor())
                .and("firstAgreedOn", milestone.firstAgreed())
                .and("agreedOn", milestone.agreed())
                .and("baseline", milestone.baseline())
                .and("forecast", milestone.forecast())
                .and("expectedOn", plan.projected(milestone))
                .and("metOn", milestone.metOn())
                .and("slipDaysFromFirst", slip(milestone, milestone.firstAgreed(), own))
                .and("slipDays", slip(milestone, milestone.agreed(), own))
                .and("lateDays", milestone.lateDays(plan.heard()))
                .and("reforecasts", milestone.reforecasts().size())
                .and(
                        "announcements",
                        milestone.reforecasts().stream()
                                .map(PlanAgainstBaseline::announcement)
                                .toList())
                .and("waitsFor", plan.waitedForBy(milestone))
                .and("milestoneId", milestone.id())
                .and("initiativeId", milestone.initiative().id());
    }

    private static Map<String, @Nullable Object> announcement(Reforecast reforecast) {
        return new Said()
                .and("announcedOn", reforecast.announcedOn())
                .and("previously", reforecast.previously())
                .and("dueOn", reforecast.dueOn())
                .and("noticeDays", reforecast.noticeDays())
                .row();
    }

    private static @Nullable Long slip(PlannedMilestone milestone, @Nullable LocalDate agreed, LocalDate own) {
        return agreed == null || !milestone.wanted() ? null : ChronoUnit.DAYS.between(agreed, own);
    }

    private static Map<String, Long> versions(Standpoint at, List<PlannedMilestone> milestones) {
        var versions = new HashMap<String, Long>();
        if (!milestones.isEmpty()) {
            at.sql(VERSIONS)
                    .param(
                            "streams",
                            milestones.stream().map(PlannedMilestone::streamId).toList())
                    .query(row -> {
                        versions.put(row.getString(1), row.getLong(2));
                    });
        }
        return versions;
    }
}

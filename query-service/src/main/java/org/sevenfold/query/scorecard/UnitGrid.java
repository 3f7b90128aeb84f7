package org.sevenfold.query.scorecard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;
import org.sevenfold.query.measure.Contributions;
import org.sevenfold.query.measure.ExplainAddress;
import org.sevenfold.query.measure.Figure;
import org.sevenfold.query.measure.Measure;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.plan.Counted;
import org.sevenfold.query.plan.Plan;
import org.sevenfold.query.plan.PlannedInitiative;
import org.sevenfold.query.plan.PlannedMilestone;
import org.sevenfold.query.plan.Standing;
import org.sevenfold.query.question.Said;
import org.sevenfold.query.question.Standpoint;

/** Where each unit stands in each dimension. */
final class UnitGrid {

    static final List<String> COLUMNS = List.of(
            "unit",
            "unitName",
            "dimension",
            "initiatives",
            "alsoAffectedBy",
            "milestones",
            "met",
            "metInTime",
            "late",
            "slipping",
            "coming",
            "figures",
            "explain",
            "unitId");

    private static final String UNITS = """
        SELECT unit_id, reference, name FROM query.units
        WHERE valid_from <= :effectiveOn AND :effectiveOn < valid_to
          AND known_from <= :knownAt AND :knownAt < known_to ORDER BY reference, unit_id
        """;

    private record Unit(UUID id, String reference, String name) {}

    private final Standpoint at;
    private final Programme programme;
    private final Plan plan;
    private final int comingDays;
    private final Map<UUID, Map<Dimension, List<Map<String, @Nullable Object>>>> figures = new HashMap<>();

    private UnitGrid(Standpoint at, Programme programme, Plan plan, int comingDays) {
        this.at = at;
        this.programme = programme;
        this.plan = plan;
        this.comingDays = comingDays;
    }

    static List<Map<String, @Nullable Object>> read(
            Standpoint at, Programme programme, Plan plan, List<Contributions> all, int comingDays) {
        List<Unit> units = units(at);
        var grid = new UnitGrid(at, programme, plan, comingDays);
        for (Dimension dimension : Dimension.values()) {
            all.stream()
                    .filter(contributions -> contributions.dimension() == dimension)
                    .forEach(contributions -> grid.readFigures(dimension, contributions, units));
        }
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (Unit unit : units) {
            for (Dimension dimension : Dimension.values()) {
                rows.add(grid.row(unit, dimension));
            }
        }
        return rows;
    }

    /** What people call each unit that exists on the day. */
    static Map<UUID, String> references(Standpoint at) {
        var references = new LinkedHashMap<UUID, String>();
        units(at).forEach(unit -> references.put(unit.id, unit.reference));
        return references;
    }

    private static List<Unit> units(Standpoint at) {
        return at.sql(UNITS)
                .query((row, number) -> new Unit(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .list();
    }

    private Map<String, @Nullable Object> row(Unit unit, Dimension dimension) {
        List<PlannedInitiative> touching = plan.initiatives().stream()
                .filter(initiative -> initiative.units().contains(unit.id))
                .toList();
        List<PlannedMilestone> milestones = plan.milestones().stream()
                .filter(milestone -> milestone.dimension() == dimension && touching.contains(milestone.initiative()))
                .toList();
        return new Said()
                .and("unit", unit.reference)
                .and("unitName", unit.name)
                .and("dimension", dimension)
                .and(
                        "initiatives",
                        touching.stream()
                                .filter(initiative -> initiative.open() && initiative.dimension() == dimension)
                                .map(PlannedInitiative::reference)
                                .toList())
                .and(
                        "alsoAffectedBy",
                        touching.stream()
                                .filter(initiative -> initiative.open()
                                        && initiative.affected().contains(dimension))
                                .map(PlannedInitiative::reference)
                                .toList())
                .andAll(Standing.of(plan, milestones, comingDays).said())
                .and("figures", figures.getOrDefault(unit.id, Map.of()).getOrDefault(dimension, List.of()))
                .and("explain", Counted.explained(at, programme, dimension, unit.reference))
                .and("unitId", unit.id)
                .row();
    }

    private void readFigures(Dimension dimension, Contributions contributions, List<Unit> units) {
        var sums = new HashMap<UUID, Map<String, Figure>>();
        contributions
                .over(
                        at,
                        List.of(at.day()),
                        "SELECT contribution.unit_id, contribution.measure, sum(contribution.numerator) AS numerator,"
                                + " sum(contribution.denominator) AS denominator",
                        "WHERE contribution.counted AND contribution.unit_id IS NOT NULL"
                                + " GROUP BY contribution.unit_id, contribution.measure")
                .query(row -> {
                    sums.computeIfAbsent(row.getObject("unit_id", UUID.class), unit -> new HashMap<>())
                            .put(
                                    row.getString("measure"),
                                    new Figure(row.getLong("numerator"), row.getLong("denominator")));
                });
        for (Unit unit : units) {
            for (Measure measure : contributions.measures()) {
                Figure figure = sums.getOrDefault(unit.id, Map.of()).get(measure.name());
                if (figure != null) {
                    figures.computeIfAbsent(unit.id, none -> new HashMap<>())
                            .computeIfAbsent(dimension, none -> new ArrayList<>())
                            .add(figure(measure, figure, unit));
                }
            }
        }
    }

    private Map<String, @Nullable Object> figure(Measure measure, Figure figure, Unit unit) {
        boolean hidden = measure.suppresses(figure);
        return new Said()
                .and("measure", measure.name())
                .and("title", measure.title())
                .and("value", hidden ? null : figure.value())
                .and("state", hidden ? "suppressed" : figure.state())
                .and("numerator", hidden ? null : figure.numerator())
                .and("denominator", hidden ? null : figure.denominator())
                .and("unitOfMeasure", measure.unitOfMeasure())
                .and("explain", ExplainAddress.of(at, measure, Map.of("unit", unit.reference)))
                .row();
    }
}

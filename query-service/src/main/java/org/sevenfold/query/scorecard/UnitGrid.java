package org.sevenfold.query.scorecard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;
import org.sevenfold.query.measure.ExplainAddress;
import org.sevenfold.query.measure.Figure;
import org.sevenfold.query.measure.Measure;
import org.sevenfold.query.measure.MeasureFigures;
import org.sevenfold.query.measure.MeasureFigures.OneByOne;
import org.sevenfold.query.measure.Measures;
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
        SELECT unit_id, reference, name FROM on(day).units unit ORDER BY reference, unit_id
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
            Standpoint at, Programme programme, Plan plan, Measures measures, int comingDays) {
        List<Unit> units = units(at);
        var grid = new UnitGrid(at, programme, plan, comingDays);
        for (Dimension dimension : Dimension.values()) {
            measures.of(dimension).forEach(measure -> grid.readFigures(dimension, measure, units));
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

    private void readFigures(Dimension dimension, Measure measure, List<Unit> units) {
        MeasureFigures read = MeasureFigures.read(at, measure, List.of(at.day()), Set.of(OneByOne.UNITS));
        for (Unit unit : units) {
            if (read.units().contains(unit.id)) {
                figures.computeIfAbsent(unit.id, none -> new HashMap<>())
                        .computeIfAbsent(dimension, none -> new ArrayList<>())
                        .add(figure(measure, read.of(at.day(), unit.id, null), unit));
            }
        }
    }

    private Map<String, @Nullable Object> figure(Measure measure, Figure figure, Unit unit) {
        return new Said()
                .and("measure", measure.name())
                .and("title", measure.title())
                .and("value", figure.value())
                .and("state", figure.state())
                .and("numerator", figure.numerator())
                .and("denominator", figure.denominator())
                .and("unitOfMeasure", measure.unitOfMeasure())
                .and("explain", ExplainAddress.of(at, measure, Map.of("unit", unit.reference)))
                .row();
    }
}

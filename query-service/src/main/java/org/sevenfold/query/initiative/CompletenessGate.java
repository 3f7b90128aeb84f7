package org.sevenfold.query.initiative;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Rows;
import org.sevenfold.query.question.Said;
import org.sevenfold.query.question.Standpoint;
import org.springframework.stereotype.Component;

/** Which initiatives have been thought through in all seven dimensions, and for how long the others wait. */
@Component
class CompletenessGate implements Reading {

    private static final String STATEMENT = """
        SELECT initiative.initiative_id, initiative.reference, initiative.title, initiative.primary_dimension,
               initiative.registered_on,
               initiative.approved_on IS NOT NULL AND initiative.approved_on <= :effectiveOn AS approved,
               impact.dimension, impact.affected
        FROM query.initiatives initiative
        LEFT JOIN query.dimension_impacts impact
          ON impact.initiative_id = initiative.initiative_id
         AND impact.valid_from <= :effectiveOn AND :effectiveOn < impact.valid_to
         AND impact.known_from <= :knownAt AND :knownAt < impact.known_to
        WHERE initiative.programme_id = :programme
          AND (initiative.closed_on IS NULL OR initiative.closed_on > :effectiveOn)
          AND initiative.valid_from <= :effectiveOn AND :effectiveOn < initiative.valid_to
          AND initiative.known_from <= :knownAt AND :knownAt < initiative.known_to
          AND (CAST(:unit AS uuid) IS NULL OR EXISTS (
              SELECT FROM query.initiative_units touched
              WHERE touched.initiative_id = initiative.initiative_id AND touched.unit_id = CAST(:unit AS uuid)
                AND touched.valid_from <= :effectiveOn AND :effectiveOn < touched.valid_to
                AND touched.known_from <= :knownAt AND :knownAt < touched.known_to))
        ORDER BY initiative.reference, initiative.initiative_id
        """;

    /** An initiative that goes on, and what was said of each dimension. */
    private record Gate(
            UUID id,
            String reference,
            String title,
            Dimension dimension,
            LocalDate registeredOn,
            boolean approved,
            Map<Dimension, Considered> considered) {

        List<Dimension> missing() {
            return Stream.of(Dimension.values())
                    .filter(dimension -> !considered.containsKey(dimension))
                    .toList();
        }

        /** How long somebody has waited for the rest; null where nothing is missing. */
        @Nullable
        Long waitingDays(LocalDate day) {
            return missing().isEmpty() ? null : ChronoUnit.DAYS.between(registeredOn, day);
        }
    }

    @Override
    public Described described() {
        return new Described(
                "completeness-gate",
                "/api/v1/programmes/{programme}/completeness-gate",
                "Initiatives and the seven dimensions",
                "One row for each initiative that goes on: for each dimension whether it is affected, not affected, or"
                        + " not considered yet; which are missing, and how many days have passed since it was"
                        + " registered while any is. Those that wait longest come to nobody's mind by themselves, so"
                        + " the answer says how many wait and for how long at most.",
                List.of(
                        Programme.PARAMETER,
                        Parameter.optional("unit", "Only what changes this unit, by its reference or id.", "CIN-04")),
                Described.Readers.ALL_BUT_READERS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        List<Gate> gates = gates(at, programme);
        List<Long> waiting = gates.stream()
                .flatMap(gate -> Stream.ofNullable(gate.waitingDays(at.day())))
                .sorted()
                .toList();
        return Rows.page(
                        "initiatives",
                        columns(),
                        gates.stream().map(gate -> row(at, gate)).toList(),
                        at.page(),
                        row -> List.of(String.valueOf(row.get("reference"))))
                .with("programme", programme.reference())
                .with("initiativesOpen", gates.size())
                .with("notFullyConsidered", waiting.size())
                .with("waitingDaysMost", waiting.isEmpty() ? null : waiting.getLast())
                .with("missingByDimension", missing(gates));
    }

    private static List<Gate> gates(Standpoint at, Programme programme) {
        var gates = new LinkedHashMap<UUID, Gate>();
        at.sql(STATEMENT)
                .param("programme", programme.id())
                .param(
                        "unit",
                        at.parameter("unit")
                                .map(text -> References.require(at, Kind.UNIT, "unit", text)
                                        .toString())
                                .orElse(null))
                .query(row -> {
                    UUID id = row.getObject("initiative_id", UUID.class);
                    Gate gate = gates.get(id);
                    if (gate == null) {
                        gate = new Gate(
                                id,
                                row.getString("reference"),
                                row.getString("title"),
                                Dimension.valueOf(row.getString("primary_dimension")),
                                row.getObject("registered_on", LocalDate.class),
                                row.getBoolean("approved"),
                                new EnumMap<>(Dimension.class));
                        gates.put(id, gate);
                    }
                    String dimension = row.getString("dimension");
                    if (dimension != null) {
                        gate.considered.put(Dimension.valueOf(dimension), Considered.of(row.getBoolean("affected")));
                    }
                });
        return List.copyOf(gates.values());
    }

    private static List<String> columns() {
        var columns = new ArrayList<>(List.of("reference", "title", "dimension", "approved"));
        Stream.of(Dimension.values()).map(Dimension::text).forEach(columns::add);
        columns.addAll(List.of("considered", "missing", "registeredOn", "waitingDays", "initiativeId"));
        return columns;
    }

    private static Map<String, @Nullable Object> row(Standpoint at, Gate gate) {
        Said said = new Said()
                .and("reference", gate.reference)
                .and("title", gate.title)
                .and("dimension", gate.dimension)
                .and("approved", gate.approved);
        for (Dimension dimension : Dimension.values()) {
            said.and(dimension.text(), gate.considered.getOrDefault(dimension, Considered.UNCONSIDERED));
        }
        return said.and("considered", gate.considered.size())
                .and("missing", gate.missing())
                .and("registeredOn", gate.registeredOn)
                .and("waitingDays", gate.waitingDays(at.day()))
                .and("initiativeId", gate.id)
                .row();
    }

    private static Map<String, Long> missing(List<Gate> gates) {
        var missing = new LinkedHashMap<String, Long>();
        for (Dimension dimension : Dimension.values()) {
            missing.put(
                    dimension.text(),
                    gates.stream()
                            .filter(gate -> !gate.considered.containsKey(dimension))
                            .count());
        }
        return missing;
    }
}

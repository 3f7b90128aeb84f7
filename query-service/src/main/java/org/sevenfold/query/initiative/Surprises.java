package org.sevenfold.query.initiative;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.plan.KnockOn.Moved;
import org.sevenfold.query.plan.KnockOn.Slip;
import org.sevenfold.query.plan.Plan;
import org.sevenfold.query.plan.PlanReader;
import org.sevenfold.query.plan.PlannedMilestone;
import org.sevenfold.query.plan.Slips;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.Rows;
import org.sevenfold.query.question.Said;
import org.sevenfold.query.question.Standpoint;
import org.springframework.stereotype.Component;

/**
 * Where it came otherwise than somebody had said: an initiative was to leave a dimension as it is, and did not. Either a
 * milestone of it slipped and moved milestones there, or somebody said later that the dimension is affected after all.
 */
@Component
class Surprises implements Reading {

    private static final List<String> COLUMNS = List.of(
            "initiative",
            "initiativeTitle",
            "dimension",
            "saidOn",
            "rationale",
            "surprise",
            "on",
            "days",
            "slipped",
            "moved",
            "path",
            "effect",
            "initiativeId");

    private static final String SAID = """
        SELECT said.initiative_id, initiative.reference, initiative.title, said.dimension, said.valid_from,
               said.rationale, later.valid_from AS revised_on, later.effect
        FROM query.dimension_impacts said
        JOIN query.initiatives initiative
          ON initiative.initiative_id = said.initiative_id
         AND initiative.programme_id = :programme
         AND initiative.valid_from <= :effectiveOn AND :effectiveOn < initiative.valid_to
         AND initiative.known_from <= :knownAt AND :knownAt < initiative.known_to
        LEFT JOIN query.dimension_impacts later
          ON later.initiative_id = said.initiative_id AND later.dimension = said.dimension
         AND later.valid_from = said.valid_to AND later.affected AND later.valid_from <= :effectiveOn
         AND later.known_from <= :knownAt AND :knownAt < later.known_to
        WHERE NOT said.affected AND said.valid_from <= :effectiveOn
          AND said.known_from <= :knownAt AND :knownAt < said.known_to
          AND (said.valid_to > :effectiveOn OR later.valid_from IS NOT NULL)
        ORDER BY initiative.reference, said.dimension, said.valid_from
        """;

    /** What somebody said of an initiative, and when it was revised; null where it stands. */
    private record NotAffected(
            UUID initiative,
            String reference,
            String title,
            Dimension dimension,
            LocalDate since,
            @Nullable String rationale,
            @Nullable LocalDate revisedOn,
            @Nullable String effect) {

        Said said(String surprise) {
            return new Said()
                    .and("initiative", reference)
                    .and("initiativeTitle", title)
                    .and("dimension", dimension)
                    .and("saidOn", since)
                    .and("rationale", rationale)
                    .and("surprise", surprise)
                    .and("initiativeId", initiative);
        }
    }

    @Override
    public Described described() {
        return new Described(
                "surprises",
                "/api/v1/programmes/{programme}/surprises",
                "What was not expected",
                "Initiatives of which somebody said that they leave a dimension as it is, and that came otherwise."
                    + " SLIP: a late milestone of the initiative moves milestones of that dimension, by so many days"
                    + " and by this path, while what was said still stands. REVISED: somebody said later that the"
                    + " dimension is affected after all, on that day and with this effect.",
                List.of(Programme.PARAMETER),
                Described.Readers.ALL_BUT_READERS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        Plan plan = PlanReader.read(at, programme);
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (NotAffected said : said(at, programme)) {
            if (said.revisedOn != null) {
                rows.add(said.said("REVISED")
                        .and("on", said.revisedOn)
                        .and("effect", said.effect)
                        .row());
            } else {
                rows.addAll(slips(plan, said));
            }
        }
        return Rows.page("surprises", COLUMNS, rows, at.page(), Surprises::key)
                .with("programme", programme.reference())
                .with("initiativesByDimension", byDimension(rows));
    }

    private static List<String> key(Map<String, ?> row) {
        return List.of(
                String.valueOf(row.get("initiative")),
                String.valueOf(row.get("dimension")),
                String.valueOf(row.get("saidOn")),
                String.valueOf(row.get("slipped")),
                String.valueOf(row.get("moved")));
    }

    private static List<NotAffected> said(Standpoint at, Programme programme) {
        return at.sql(SAID)
                .param("programme", programme.id())
                .query((row, number) -> new NotAffected(
                        row.getObject("initiative_id", UUID.class),
                        row.getString("reference"),
                        row.getString("title"),
                        Dimension.valueOf(row.getString("dimension")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getString("rationale"),
                        row.getObject("revised_on", LocalDate.class),
                        row.getString("effect")))
                .list();
    }

    /** What late milestones of the initiative move in the dimension that it was to leave alone. */
    private static List<Map<String, @Nullable Object>> slips(Plan plan, NotAffected said) {
        Map<String, PlannedMilestone> known = plan.byReference();
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (Slip slip : plan.knockOn().slips()) {
            PlannedMilestone slipped = known.get(slip.name());
            if (slipped == null || !slipped.initiative().id().equals(said.initiative)) {
                continue;
            }
            for (Moved moved : slip.moved()) {
                PlannedMilestone later = known.get(moved.name());
                if (later != null && later.dimension() == said.dimension) {
                    rows.add(said.said("SLIP")
                            .and("days", moved.days())
                            .and("slipped", slip.name())
                            .and("moved", moved.name())
                            .and("path", String.join(Slips.THEN, moved.path()))
                            .row());
                }
            }
        }
        rows.sort(Comparator.comparing(row -> String.valueOf(row.get("slipped")) + row.get("moved")));
        return rows;
    }

    /** For each dimension, of how many initiatives it was said in vain that they leave it as it is. */
    private static Map<String, Long> byDimension(List<Map<String, @Nullable Object>> rows) {
        var counts = new LinkedHashMap<String, Long>();
        for (Dimension dimension : Dimension.values()) {
            counts.put(
                    dimension.text(),
                    rows.stream()
                            .filter(row -> dimension.text().equals(row.get("dimension")))
                            .map(row -> row.get("initiative"))
                            .distinct()
                            .count());
        }
        return counts;
    }
}

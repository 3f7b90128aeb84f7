package org.sevenfold.query.initiative;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.plan.Plan;
import org.sevenfold.query.plan.PlanAgainstBaseline;
import org.sevenfold.query.plan.PlanReader;
import org.sevenfold.query.plan.PlannedMilestone;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Said;
import org.sevenfold.query.question.Standpoint;
import org.springframework.stereotype.Component;

/** One initiative as it was on a day, with all that was said of it. */
@Component
class InitiativeProfile implements Reading {

    private static final String IMPACTS = """
        SELECT dimension, affected, effect, mitigation, rationale, review_by, valid_from
        FROM query.dimension_impacts
        WHERE initiative_id = :initiative
          AND valid_from <= :effectiveOn AND :effectiveOn < valid_to
          AND known_from <= :knownAt AND :knownAt < known_to
        """;

    private static final String VALUES = """
        SELECT statement.reference, statement.kind, statement.text, link.how, link.valid_from, link.value_id,
               statement.valid_from <= :effectiveOn AND :effectiveOn < statement.valid_to AS held
        FROM query.value_links link
        JOIN LATERAL (
            SELECT * FROM query.value_statements statement
            WHERE statement.value_id = link.value_id
              AND statement.known_from <= :knownAt AND :knownAt < statement.known_to
            ORDER BY statement.valid_from <= :effectiveOn DESC, statement.valid_from DESC LIMIT 1
        ) statement ON true
        WHERE link.initiative_id = :initiative
          AND link.valid_from <= :effectiveOn AND :effectiveOn < link.valid_to
          AND link.known_from <= :knownAt AND :knownAt < link.known_to
        ORDER BY statement.reference
        """;

    private static final String RATINGS = """
        SELECT rag, reason, overridden, valid_from FROM query.ratings
        WHERE initiative_id = :initiative AND valid_from <= :effectiveOn
          AND known_from <= :knownAt AND :knownAt < known_to
        ORDER BY valid_from DESC
        """;

    @Override
    public Described described() {
        return new Described(
                "initiative",
                "/api/v1/programmes/{programme}/initiatives/{initiative}",
                "One initiative",
                "The initiative as on the day: how it stands, what it does to each of the seven dimensions, the values"
                        + " that it serves, its milestones against what was agreed, how it was rated so far, and where"
                        + " its history is.",
                List.of(
                        Programme.PARAMETER,
                        Parameter.required("initiative", "The initiative, by its reference or id.", "LM-014")),
                Described.Readers.ALL_BUT_READERS,
                false);
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        String asked = at.required("initiative");
        UUID id = References.require(at, Kind.INITIATIVE, "initiative", asked);
        Plan plan = PlanReader.read(at, programme);
        InitiativeRows.Found found = InitiativeRows.read(at, programme, plan, id, row -> true);
        Map<String, @Nullable Object> initiative =
                found.rows().stream().findFirst().orElseThrow(() -> notOnThatDay(at, id, asked));
        List<PlannedMilestone> milestones = plan.milestones().stream()
                .filter(milestone -> milestone.initiative().id().equals(id))
                .toList();
        Finding profile = Finding.of(new Said()
                .and("programme", programme.reference())
                .and("streamId", initiative.get("streamId"))
                .and("version", initiative.get("version"))
                .and("initiative", initiative)
                .and("impacts", impacts(at, id))
                .and("values", values(at, id))
                .and("milestoneList", PlanAgainstBaseline.rows(at, plan, milestones))
                .and("ratings", ratings(at, id))
                .and("history", initiative.get("history"))
                .row());
        return found.names() ? profile.aboutPeople() : profile;
    }

    /** One row for each dimension, in the order of the seven; of some nobody may have spoken yet. */
    private static List<Map<String, @Nullable Object>> impacts(Standpoint at, UUID initiative) {
        var said = new HashMap<String, Map<String, @Nullable Object>>();
        at.sql(IMPACTS).param("initiative", initiative).query(row -> {
            boolean affected = row.getBoolean("affected");
            said.put(
                    row.getString("dimension"),
                    impact(Dimension.valueOf(row.getString("dimension")), Considered.of(affected))
                            .and("effect", row.getString("effect"))
                            .and("mitigation", row.getString("mitigation"))
                            .and("rationale", row.getString("rationale"))
                            .and("reviewBy", row.getObject("review_by", LocalDate.class))
                            .and("since", row.getObject("valid_from", LocalDate.class))
                            .row());
        });
        return Stream.of(Dimension.values())
                .map(dimension -> said.getOrDefault(
                        dimension.name(),
                        impact(dimension, Considered.UNCONSIDERED).row()))
                .toList();
    }

    private static Said impact(Dimension dimension, Considered considered) {
        return new Said().and("dimension", dimension).and("considered", considered);
    }

    private static List<Map<String, @Nullable Object>> values(Standpoint at, UUID initiative) {
        return at.sql(VALUES)
                .param("initiative", initiative)
                .query((row, number) -> new Said()
                        .and("value", row.getString("reference"))
                        .and("kind", row.getString("kind"))
                        .and("text", row.getString("text"))
                        .and("held", row.getBoolean("held"))
                        .and("how", row.getString("how"))
                        .and("since", row.getObject("valid_from", LocalDate.class))
                        .and("valueId", row.getString("value_id"))
                        .row())
                .list();
    }

    private static List<Map<String, @Nullable Object>> ratings(Standpoint at, UUID initiative) {
        return at.sql(RATINGS)
                .param("initiative", initiative)
                .query((row, number) -> new Said()
                        .and("ratedOn", row.getObject("valid_from", LocalDate.class))
                        .and("rag", row.getString("rag"))
                        .and("reason", row.getString("reason"))
                        .and("againstTheFacts", row.getBoolean("overridden"))
                        .row())
                .list();
    }

    private static Refusal notOnThatDay(Standpoint at, UUID initiative, String asked) {
        Optional<LocalDate> from = at.sql("SELECT min(registered_on) FROM query.initiatives"
                        + " WHERE initiative_id = :initiative AND registered_on > :effectiveOn"
                        + " AND known_from <= :knownAt AND :knownAt < known_to")
                .param("initiative", initiative)
                .query(LocalDate.class)
                .optional();
        return Refusal.because(
                        Code.NOT_FOUND,
                        "The initiative " + References.spoken(asked) + " did not exist on " + London.spoken(at.day())
                                + ".",
                        from.map(day -> "It was registered on " + London.spoken(day) + ".")
                                .orElse("It belongs to another programme."))
                .remedy("Ask for a day on which it exists, and for its own programme.");
    }
}

package org.sevenfold.query.initiative;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.plan.Plan;
import org.sevenfold.query.plan.PlannedMilestone;
import org.sevenfold.query.question.Said;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.who.Directory;
import org.sevenfold.query.who.Scope;
import org.springframework.web.util.UriUtils;

/**
 * The initiatives of a programme as a list has them: what each is, who owns it, how it stands. Owners are named to whoever
 * may read their names; others see the owner's post and its role.
 */
final class InitiativeRows {

    static final List<String> COLUMNS = List.of(
            "reference",
            "title",
            "dimension",
            "status",
            "rag",
            "ragReason",
            "ratedOn",
            "owner",
            "ownerPost",
            "ownerRole",
            "units",
            "dimensionsConsidered",
            "milestonesMet",
            "milestones",
            "nextMilestone",
            "nextMilestoneTitle",
            "nextMilestoneOn",
            "lateDays",
            "plannedStart",
            "plannedEnd",
            "registeredOn",
            "approvedOn",
            "closedOn",
            "outcome",
            "history",
            "initiativeId",
            "ownerId",
            "streamId",
            "version");

    private static final String STATEMENT = """
        SELECT initiative.*, rating.rag, rating.reason AS rag_reason, rating.valid_from AS rated_on,
               seat.reference AS owner_post, seat.role AS owner_role, seat.unit_id AS owner_unit,
               (SELECT array_agg(unit.reference ORDER BY unit.reference)
                FROM query.initiative_units touched
                JOIN query.units unit ON unit.unit_id = touched.unit_id
                 AND unit.known_from <= :knownAt AND :knownAt < unit.known_to
                 AND unit.valid_from = (SELECT max(last.valid_from) FROM query.units last
                        WHERE last.unit_id = touched.unit_id
                          AND last.known_from <= :knownAt AND :knownAt < last.known_to)
                WHERE touched.initiative_id = initiative.initiative_id
                  AND touched.valid_from <= :effectiveOn AND :effectiveOn < touched.valid_to
                  AND touched.known_from <= :knownAt AND :knownAt < touched.known_to) AS units,
               (SELECT count(DISTINCT impact.dimension) FROM query.dimension_impacts impact
                WHERE impact.initiative_id = initiative.initiative_id
                  AND impact.valid_from <= :effectiveOn AND :effectiveOn < impact.valid_to
                  AND impact.known_from <= :knownAt AND :knownAt < impact.known_to) AS considered,
               (SELECT max(sequence) + 1 FROM log.domain_event event
                WHERE event.stream_id = initiative.stream_id AND event.position <= :knownAt) AS version
        FROM query.initiatives initiative
        LEFT JOIN query.ratings rating
          ON rating.initiative_id = initiative.initiative_id
         AND rating.valid_from <= :effectiveOn AND :effectiveOn < rating.valid_to
         AND rating.known_from <= :knownAt AND :knownAt < rating.known_to
        LEFT JOIN LATERAL (
            SELECT post.reference, post.role, post.unit_id
            FROM query.appointments appointment
            JOIN query.posts post ON post.post_id = appointment.post_id
             AND post.valid_from <= :effectiveOn AND :effectiveOn < post.valid_to
             AND post.known_from <= :knownAt AND :knownAt < post.known_to
            WHERE appointment.person_id = initiative.owner_id
              AND appointment.valid_from <= :effectiveOn AND :effectiveOn < appointment.valid_to
              AND appointment.known_from <= :knownAt AND :knownAt < appointment.known_to
            ORDER BY post.reference LIMIT 1
        ) seat ON true
        WHERE initiative.programme_id = :programme
          AND initiative.valid_from <= :effectiveOn AND :effectiveOn < initiative.valid_to
          AND initiative.known_from <= :knownAt AND :knownAt < initiative.known_to
          AND (CAST(:initiative AS uuid) IS NULL OR initiative.initiative_id = CAST(:initiative AS uuid))
        ORDER BY initiative.reference, initiative.initiative_id
        """;

    /** What was read, and whether anybody in it is named. */
    record Found(List<Map<String, @Nullable Object>> rows, boolean names) {}

    private record Owned(Said said, UUID owner, @Nullable UUID unit) {}

    private final Standpoint at;
    private final Plan plan;
    private final Map<UUID, List<PlannedMilestone>> milestones;

    private InitiativeRows(Standpoint at, Plan plan) {
        this.at = at;
        this.plan = plan;
        this.milestones = plan.milestones().stream()
                .collect(Collectors.groupingBy(
                        milestone -> milestone.initiative().id()));
    }

    /** All initiatives of a programme by reference that are wanted, or only one where its id is given. */
    static Found read(
            Standpoint at, Programme programme, Plan plan, @Nullable UUID only, Predicate<Map<String, ?>> wanted) {
        var rows = new InitiativeRows(at, plan);
        List<Owned> found = at
                .sql(STATEMENT)
                .param("programme", programme.id())
                .param("initiative", only == null ? null : only.toString())
                .query((row, number) -> rows.owned(row))
                .list()
                .stream()
                .filter(owned -> wanted.test(owned.said.row()))
                .toList();
        return named(at, found);
    }

    private static Found named(Standpoint at, List<Owned> found) {
        Scope scope = Scope.of(at);
        var named = new ArrayList<UUID>();
        for (Owned owned : found) {
            boolean may = owned.unit == null ? scope.names(owned.owner) : scope.names(owned.owner, owned.unit);
            if (may) {
                named.add(owned.owner);
            }
        }
        Map<UUID, Object> names = Directory.names(at, named);
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (Owned owned : found) {
            boolean mayBeNamed = names.containsKey(owned.owner);
            Map<String, @Nullable Object> said = owned.said
                    .and("owner", names.get(owned.owner))
                    .and("ownerId", mayBeNamed ? owned.owner : null)
                    .row();
            var row = new LinkedHashMap<String, @Nullable Object>();
            COLUMNS.forEach(column -> row.put(column, said.get(column)));
            rows.add(row);
        }
        return new Found(rows, !named.isEmpty());
    }

    private Owned owned(ResultSet row) throws SQLException {
        UUID id = row.getObject("initiative_id", UUID.class);
        String reference = row.getString("reference");
        List<PlannedMilestone> own = milestones.getOrDefault(id, List.of());
        PlannedMilestone next = next(own);
        Said said = new Said()
                .and("reference", reference)
                .and("title", row.getString("title"))
                .and("dimension", Dimension.valueOf(row.getString("primary_dimension")))
                .and("status", status(row))
                .and("rag", row.getString("rag"))
                .and("ragReason", row.getString("rag_reason"))
                .and("ratedOn", day(row, "rated_on"))
                .and("ownerPost", row.getString("owner_post"))
                .and("ownerRole", row.getString("owner_role"))
                .and("units", units(row))
                .and("dimensionsConsidered", row.getLong("considered"))
                .and(
                        "milestonesMet",
                        own.stream().filter(m -> m.metOn() != null).count())
                .and("milestones", own.stream().filter(PlannedMilestone::wanted).count())
                .and("nextMilestone", next == null ? null : next.reference())
                .and("nextMilestoneTitle", next == null ? null : next.title())
                .and("nextMilestoneOn", next == null ? null : plan.projected(next))
                .and("lateDays", lateDays(own))
                .and("plannedStart", day(row, "planned_start"))
                .and("plannedEnd", day(row, "planned_end"))
                .and("registeredOn", day(row, "registered_on"))
                .and("approvedOn", upTo(row, "approved_on"))
                .and("closedOn", upTo(row, "closed_on"))
                .and("outcome", upTo(row, "closed_on") == null ? null : row.getString("outcome"))
                .and("history", "/api/v1/audit/history/" + UriUtils.encodePath(reference, StandardCharsets.UTF_8))
                .and("initiativeId", id)
                .and("streamId", row.getString("stream_id"))
                .and("version", row.getLong("version"));
        return new Owned(said, row.getObject("owner_id", UUID.class), row.getObject("owner_unit", UUID.class));
    }

    private String status(ResultSet row) throws SQLException {
        if (upTo(row, "closed_on") != null) {
            return "CLOSED";
        }
        return upTo(row, "approved_on") != null ? "APPROVED" : "REGISTERED";
    }

    /** The wanted one that is to be met next, once everything before it is reckoned with. */
    private @Nullable PlannedMilestone next(List<PlannedMilestone> own) {
        return own.stream()
                .filter(milestone -> milestone.wanted() && milestone.metOn() == null)
                .min(Comparator.comparing(plan::projected))
                .orElse(null);
    }

    /** By how many days the latest open milestone is late against what was agreed. */
    private long lateDays(List<PlannedMilestone> own) {
        return own.stream()
                .filter(milestone -> milestone.metOn() == null)
                .mapToLong(milestone -> milestone.lateDays(plan.heard()))
                .max()
                .orElse(0);
    }

    private static List<String> units(ResultSet row) throws SQLException {
        java.sql.Array units = row.getArray("units");
        return units == null ? List.of() : List.of((String[]) units.getArray());
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** A day that has come by the one that is asked about. */
    private @Nullable LocalDate upTo(ResultSet row, String column) throws SQLException {
        LocalDate day = day(row, column);
        return day == null || day.isAfter(at.day()) ? null : day;
    }
}

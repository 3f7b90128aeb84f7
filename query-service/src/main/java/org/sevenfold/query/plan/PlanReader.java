package org.sevenfold.query.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.plan.KnockOn.Link;
import org.sevenfold.query.plan.PlannedMilestone.Reforecast;
import org.sevenfold.query.question.Standpoint;

/** Reads the whole plan of a programme at once: what a slip moves elsewhere is not seen from a part of it. */
public final class PlanReader {

    private static final String ON_THE_DAY = """
         AND %1$s.valid_from <= :effectiveOn AND :effectiveOn < %1$s.valid_to
         AND %1$s.known_from <= :knownAt AND :knownAt < %1$s.known_to
        """;

    private static final String INITIATIVES =
            """
                SELECT initiative_id, reference, title, primary_dimension,
                       closed_on IS NULL OR closed_on > :effectiveOn AS open
                FROM query.initiatives initiative
                WHERE programme_id = :programme\
                """ + ON_THE_DAY.formatted("initiative") + " ORDER BY reference, initiative_id";

    private static final String UNITS = """
        SELECT initiative_id, unit_id FROM query.initiative_units touched
        WHERE true\
        """ + ON_THE_DAY.formatted("touched");

    private static final String AFFECTED = """
        SELECT initiative_id, dimension FROM query.dimension_impacts impact
        WHERE affected\
        """ + ON_THE_DAY.formatted("impact");

    private static final String MILESTONES =
            """
                    SELECT milestone.*, first_agreed.due_on AS first_agreed, agreed.due_on AS agreed, agreed.number AS baseline
                    FROM query.milestones milestone
                    LEFT JOIN query.baselines first_agreed
                      ON first_agreed.milestone_id = milestone.milestone_id AND first_agreed.number = 0\
                    """ + ON_THE_DAY.formatted("first_agreed") + """
                    LEFT JOIN LATERAL (
                        SELECT baseline.due_on, baseline.number FROM query.baselines baseline
                        WHERE baseline.milestone_id = milestone.milestone_id\
                    """ + ON_THE_DAY.formatted("baseline") + """
                        ORDER BY baseline.number DESC LIMIT 1
                    ) agreed ON true
                    WHERE true\
                    """
                    + ON_THE_DAY.formatted("milestone") + " ORDER BY milestone.number, milestone.milestone_id";

    private static final String REFORECASTS = """
        SELECT milestone_id, effective_on, previously, due_on FROM query.reforecasts
        WHERE effective_on <= :effectiveOn AND known_from <= :knownAt AND :knownAt < known_to
        ORDER BY effective_on, known_from
        """;

    private static final String DEPENDENCIES = """
            SELECT DISTINCT earlier.reference, later.reference, dependency.lag_days
            FROM query.dependencies dependency
            JOIN query.milestones earlier ON earlier.milestone_id = dependency.from_id\
            """ + ON_THE_DAY.formatted("earlier") + """
            JOIN query.milestones later ON later.milestone_id = dependency.to_id\
            """
            + ON_THE_DAY.formatted("later") + """
            WHERE dependency.programme_id = :programme\
            """ + ON_THE_DAY.formatted("dependency") + " ORDER BY 1, 2";

    private final Standpoint at;
    private final Programme programme;

    private PlanReader(Standpoint at, Programme programme) {
        this.at = at;
        this.programme = programme;
    }

    public static Plan read(Standpoint at, Programme programme) {
        var reader = new PlanReader(at, programme);
        Map<UUID, PlannedInitiative> initiatives = reader.initiatives();
        return Plan.of(
                at.day(), heard(at), List.copyOf(initiatives.values()), reader.milestones(initiatives), reader.links());
    }

    private static LocalDate heard(Standpoint at) {
        Instant last = at.basis().recordedAt();
        return last == null || London.day(last).isAfter(at.day()) ? at.day() : London.day(last);
    }

    private Map<UUID, PlannedInitiative> initiatives() {
        Map<UUID, Set<UUID>> units = grouped(UNITS, row -> row.getObject("unit_id", UUID.class));
        Map<UUID, Set<Dimension>> affected = grouped(AFFECTED, row -> Dimension.valueOf(row.getString("dimension")));
        var initiatives = new java.util.LinkedHashMap<UUID, PlannedInitiative>();
        at.sql(INITIATIVES).param("programme", programme.id()).query(row -> {
            UUID id = row.getObject("initiative_id", UUID.class);
            Dimension own = Dimension.valueOf(row.getString("primary_dimension"));
            initiatives.put(
                    id,
                    new PlannedInitiative(
                            id,
                            row.getString("reference"),
                            row.getString("title"),
                            own,
                            row.getBoolean("open"),
                            units.getOrDefault(id, Set.of()),
                            affected.getOrDefault(id, Set.of()).stream()
                                    .filter(dimension -> dimension != own)
                                    .sorted()
                                    .toList()));
        });
        return initiatives;
    }

    private List<PlannedMilestone> milestones(Map<UUID, PlannedInitiative> initiatives) {
        Map<UUID, List<Reforecast>> reforecasts = reforecasts();
        var byInitiative = new HashMap<UUID, List<PlannedMilestone>>();
        at.sql(MILESTONES).query(row -> {
            PlannedInitiative initiative = initiatives.get(row.getObject("initiative_id", UUID.class));
            if (initiative != null) {
                byInitiative
                        .computeIfAbsent(initiative.id(), id -> new ArrayList<>())
                        .add(milestone(row, initiative, reforecasts));
            }
        });
        return initiatives.keySet().stream()
                .flatMap(id -> byInitiative.getOrDefault(id, List.of()).stream())
                .toList();
    }

    private static PlannedMilestone milestone(
            ResultSet row, PlannedInitiative initiative, Map<UUID, List<Reforecast>> reforecasts) throws SQLException {
        UUID id = row.getObject("milestone_id", UUID.class);
        LocalDate metOn = day(row, "met_on");
        boolean wanted = day(row, "cancelled_on") == null && (initiative.open() || metOn != null);
        return new PlannedMilestone(
                id,
                row.getString("stream_id"),
                row.getString("reference"),
                row.getString("title"),
                initiative,
                row.getObject("planned_for", LocalDate.class),
                day(row, "first_agreed"),
                day(row, "agreed"),
                row.getObject("baseline", Integer.class),
                row.getObject("forecast", LocalDate.class),
                metOn,
                wanted,
                reforecasts.getOrDefault(id, List.of()));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private Map<UUID, List<Reforecast>> reforecasts() {
        var all = new HashMap<UUID, List<Reforecast>>();
        at.sql(REFORECASTS).query(row -> {
            all.computeIfAbsent(row.getObject("milestone_id", UUID.class), id -> new ArrayList<>())
                    .add(new Reforecast(
                            row.getObject("effective_on", LocalDate.class),
                            row.getObject("previously", LocalDate.class),
                            row.getObject("due_on", LocalDate.class)));
        });
        return all;
    }

    private List<Link> links() {
        return at.sql(DEPENDENCIES)
                .param("programme", programme.id())
                .query((row, number) -> new Link(row.getString(1), row.getString(2), row.getInt(3)))
                .list();
    }

    private interface Column<V> {
        V of(ResultSet row) throws SQLException;
    }

    private <V> Map<UUID, Set<V>> grouped(String statement, Column<V> column) {
        var all = new HashMap<UUID, Set<V>>();
        at.sql(statement).query(row -> {
            all.computeIfAbsent(row.getObject("initiative_id", UUID.class), id -> new HashSet<>())
                    .add(column.of(row));
        });
        return all;
    }
}

package org.sevenfold.query.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.Standpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A programme that a question is about; every unit takes part in it.
 *
 * @param ends its last day, as planned
 * @param closedOn its last day once it was closed; null while it runs
 */
public record Programme(
        UUID id,
        String reference,
        String title,
        LocalDate starts,
        LocalDate ends,
        @Nullable LocalDate closedOn) {

    public static final String EXAMPLE = "lea-marsh";

    /** How a path names it. */
    public static final Parameter PARAMETER =
            Parameter.required(Described.PROGRAMME, "Which programme, by its reference or id.", EXAMPLE);

    /** How a query may name it; left out, it is the one that was started last. */
    public static final Parameter CHOICE = Parameter.optional(
            Described.PROGRAMME, "Which programme, by its reference or id; the one started last if left out.", EXAMPLE);

    // A programme is asked about on days before it began as well; then it is as it was planned first.
    private static final String COLUMNS = """
        SELECT programme_id, reference, title, start_on, end_on, closed_on FROM query.programmes
        WHERE known_from <= :knownAt AND :knownAt < known_to
        """;
    private static final String ON_THE_DAY = " ORDER BY valid_from <= :effectiveOn DESC,"
            + " CASE WHEN valid_from <= :effectiveOn THEN valid_from END DESC, valid_from LIMIT 1";
    private static final String LAST_STARTED = """
        SELECT programme_id, reference, title, start_on, end_on, closed_on FROM query.programmes
        WHERE known_to = 9223372036854775807 ORDER BY start_on DESC, valid_from DESC LIMIT 1
        """;

    /** The programme that a question names; refuses one that is not known there. */
    public static Programme require(Standpoint at) {
        String named = at.parameter(Described.PROGRAMME).orElse("");
        Optional<UUID> id = References.uuid(named);
        String which = named.isEmpty()
                ? " AND start_on = (SELECT max(start_on) FROM query.programmes"
                        + " WHERE known_from <= :knownAt AND :knownAt < known_to)"
                : id.isPresent() ? " AND programme_id = CAST(:named AS uuid)" : " AND lower(reference) = lower(:named)";
        return at.sql(COLUMNS + which + ON_THE_DAY)
                .param("named", named)
                .query(Programme::read)
                .optional()
                .orElseThrow(() -> Refusal.because(
                                Code.NOT_FOUND,
                                "There is no programme " + (named.isEmpty() ? "yet" : References.spoken(named)) + ".",
                                "Nobody had started it by then.")
                        .remedy("Ask for a programme that was started, or use what was recorded later."));
    }

    /** The programme that was started last, as it is known now; empty before the first one. */
    public static Optional<Programme> lastStarted(JdbcClient sql) {
        return sql.sql(LAST_STARTED).query(Programme::read).optional();
    }

    private static Programme read(ResultSet row, int number) throws SQLException {
        return new Programme(
                row.getObject("programme_id", UUID.class),
                row.getString("reference"),
                row.getString("title"),
                row.getObject("start_on", LocalDate.class),
                row.getObject("end_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class));
    }
}

package org.sevenfold.query.measure;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.question.Standpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One figure of a measure: of a unit or of all, and of one of what it is kept by or of all.
 *
 * @param key the one that is meant, as facts say it; null for all
 */
public record MeasureCell(
        Measure measure, @Nullable UUID unit, @Nullable String key) {

    /** A statement over the facts of the cell on the day, in which {@code contribution} stands for them. */
    public JdbcClient.StatementSpec over(Standpoint at, String select, String join, String condition, String rest) {
        MeasureKey by = measure.key();
        // Only what is given, so that the plan is the one for it.
        String cell = (unit == null ? "" : " AND contribution.unit_id = :unit")
                + (key == null || by == null
                        ? ""
                        : " AND contribution." + by.column() + " = CAST(:key AS "
                                + (by.kind() == null ? "text)" : "uuid)"));
        return measure.over(at, List.of(at.day()), select, join + " WHERE " + condition + cell + " " + rest)
                .param("unit", unit)
                .param("key", key);
    }

    /** What it comes to. */
    public Figure figure(Standpoint at) {
        return over(at, "SELECT " + measure.sums(), "", measure.kind().needed(), "")
                .query((row, number) -> Figure.read(measure, row))
                .single();
    }
}

package org.sevenfold.query.audit;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.measure.Contributions;
import org.sevenfold.query.measure.Measure;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Standpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The figure that is asked about: a measure, of one unit or all, and of one of what it is kept by or all.
 *
 * @param of the one that is meant of the kind that the measure is kept by; null for all
 */
record FigureAsked(
        Contributions contributions,
        Measure measure,
        @Nullable UUID unit,
        @Nullable UUID of) {

    /** What a figure of this measure can be asked for by. */
    List<Kind> kinds() {
        return Stream.of(Kind.UNIT, contributions.key())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    JdbcClient.StatementSpec over(Standpoint at, String select, String rest) {
        return contributions
                .over(at, List.of(at.day()), select, rest)
                .param("measure", measure.name())
                .param("unit", unit)
                .param("key", of);
    }
}

package org.sevenfold.query.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Standpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The definition of one dimension's measures: a statement that lists every fact that has, or might have had, a part in a
 * figure. A scorecard sums it, a trend sums it for thirteen days, an explanation lists it.
 *
 * @param dimension null for what is measured of the programme as a whole
 * @param boards the boards that the statement reads
 * @param key what a figure is of besides its unit, such as a course; null where it is of a unit alone
 * @param refersTo what the statement's rows refer to by id, the unit and the key included
 * @param reasons why a fact has no part in a figure: a sentence for each word that the statement says
 * @param statement takes {@code :days} and {@code :knownAt}, and gives day, measure, fact, position, event_id, effective_on,
 *     person_id, numerator, denominator, counted, excluded_because, and the id of everything that it refers to; an id
 *     that a fact does not have is null
 */
public record Contributions(
        @Nullable Dimension dimension,
        List<Measure> measures,
        Set<String> boards,
        @Nullable Kind key,
        List<Kind> refersTo,
        Map<String, String> reasons,
        String statement) {

    /** Reads {@code contributions.sql} beside a class of the dimension. */
    public static Contributions beside(
            Class<?> dimensionsOwn,
            @Nullable Dimension dimension,
            Set<String> boards,
            @Nullable Kind key,
            List<Kind> refersTo,
            Map<String, String> reasons,
            List<Measure> measures) {
        try (InputStream sql = dimensionsOwn.getResourceAsStream("contributions.sql")) {
            return new Contributions(
                    dimension,
                    measures,
                    boards,
                    key,
                    refersTo,
                    reasons,
                    new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The dimension as a file names it, or {@code programme}. */
    String area() {
        return dimension == null ? "programme" : dimension.text();
    }

    /** The condition for what is counted in one cell, and for nothing else; enough for a sum. */
    public String counted(@Nullable UUID unit, @Nullable UUID of) {
        return cell(unit, of) + " AND contribution.counted";
    }

    /** The condition for one cell: the measure, and the {@code :unit} and {@code :key} where they are given. */
    public String cell(@Nullable UUID unit, @Nullable UUID of) {
        // Only what is given, so that the plan is the one for it.
        return "WHERE contribution.measure = :measure"
                + (unit == null ? "" : " AND contribution.unit_id = :unit")
                + (of == null || key == null ? "" : " AND contribution." + key.id() + " = :key");
    }

    /** A statement over the contributions of these days, in which {@code contribution} stands for them. */
    public JdbcClient.StatementSpec over(Standpoint at, List<LocalDate> days, String select, String rest) {
        String array = days.stream().map(LocalDate::toString).collect(Collectors.joining(",", "{", "}"));
        return at.sql(select + " FROM (" + statement + ") AS contribution " + rest)
                .param("days", array);
    }
}

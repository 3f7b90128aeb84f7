package org.sevenfold.query.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Standpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Something that is measured, as its {@link MeasureFile} defines it: every fact that has, or might have had, a part in a
 * figure. A scorecard sums them, a trend sums them for thirteen days, an explanation lists them.
 *
 * @param dimension null for what is measured of the programme as a whole
 * @param counted what is counted, for whoever reads the figure
 * @param unitOfMeasure such as {@code %}
 * @param key what a figure is of besides its unit; null where it is of a unit alone
 * @param rowForEach whether a scorecard has a row for each of these
 * @param headline whether it stands first in its dimension
 * @param leastPeople of how many people a figure must be before it is shown to anybody, 0 for work facts about posts and
 *     duties, which are not suppressed
 * @param decimals how many the figure has, rounded half up once at the end
 * @param per to how many a rate is counted
 * @param reasons why a fact has no part in a figure: a sentence for each word that the facts say
 * @param refersTo what the facts refer to by id, the unit and the key included
 * @param boards the boards that they are read from
 * @param facts the statement; it takes {@code :effectiveOn} and {@code :knownAt}
 */
public record Measure(
        String name,
        @Nullable Dimension dimension,
        String title,
        String counted,
        MeasureKind kind,
        String unitOfMeasure,
        Direction direction,
        @Nullable MeasureKey key,
        boolean rowForEach,
        boolean headline,
        int leastPeople,
        int decimals,
        BigDecimal per,
        Map<String, String> reasons,
        List<Kind> refersTo,
        Set<String> boards,
        String facts) {

    /** Which way is the better one. */
    public enum Direction {
        MORE_IS_BETTER,
        LESS_IS_BETTER,
        NEITHER
    }

    /** The dimension as a file names it, or {@code programme}. */
    String area() {
        return dimension == null ? "programme" : dimension.text();
    }

    /** The rule by which a figure is not shown, as a sentence. */
    public String suppressionRule() {
        return "A figure about fewer than %d people is not shown, because it could be read back to one of them."
                .formatted(leastPeople);
    }

    /** Why a fact has no part, as a sentence. */
    public String why(String reason) {
        return reasons.getOrDefault(reason, reason.replace('-', ' ') + ".");
    }

    /** A statement over the facts of these days, in which {@code contribution} stands for them, each with its day. */
    public JdbcClient.StatementSpec over(Standpoint at, List<LocalDate> days, String select, String rest) {
        String each = "(SELECT asked.day, fact.* FROM unnest(CAST(:days AS date[])) AS asked(day) CROSS JOIN LATERAL ("
                + facts.replace(":effectiveOn", "asked.day") + ") AS fact)";
        return at.sql(select + " FROM " + each + " AS contribution " + rest)
                .param("days", days.stream().map(LocalDate::toString).collect(Collectors.joining(",", "{", "}")));
    }

    /** What makes the figures of some cells, in a statement that groups their facts. */
    String sums() {
        return kind.sums()
                + (leastPeople == 0 ? ", 0 AS people" : ", count(DISTINCT person_id) FILTER (WHERE counted) AS people");
    }
}

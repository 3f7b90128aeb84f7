package org.sevenfold.query.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it is shown. A zero, nothing recorded, a figure that does not apply and one that is not shown are four
 * different things.
 *
 * @param state {@code counted}, {@code none recorded}, {@code not applicable} or {@code suppressed}; it has a value where
 *     it is counted, and not a single number where it is suppressed
 * @param numerator with the denominator, what a fraction is of; null where the figure is none
 * @param n of how many it is
 */
public record Figure(
        String state,
        @Nullable Number numerator,
        @Nullable Number denominator,
        @Nullable BigDecimal value,
        @Nullable Number n) {

    private static final String COUNTED = "counted";
    private static final String SUPPRESSED = "suppressed";

    /** A share of a measure that is one, of whole numbers. */
    public static Figure share(Measure measure, long numerator, long denominator) {
        BigDecimal whole = BigDecimal.valueOf(denominator);
        return of(measure, BigDecimal.valueOf(numerator), whole, null, whole, denominator, 0);
    }

    /** The figure of a cell without a fact. */
    public static Figure none(Measure measure) {
        BigDecimal zero = measure.kind().zero();
        return of(measure, zero, zero, null, zero, 0, 0);
    }

    /** What a statement over {@link Measure#sums} found of a cell. */
    static Figure read(Measure measure, ResultSet row) throws SQLException {
        return of(
                measure,
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getBigDecimal("value"),
                row.getBigDecimal("n"),
                row.getLong("facts"),
                row.getLong("people"));
    }

    /**
     * @param facts how many facts the cell has
     * @param people how many people they name; 0 where they name none, and the figure is of as many as it says
     */
    private static Figure of(
            Measure measure,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal n,
            long facts,
            long people) {
        MeasureKind kind = measure.kind();
        if (facts == 0 || (kind.isFraction() && (denominator == null || denominator.signum() == 0))) {
            BigDecimal zero = kind.zero();
            return new Figure(kind.nothing(), plain(zero), plain(zero), null, plain(zero));
        }
        BigDecimal of = n == null ? BigDecimal.ZERO : n;
        BigDecimal about = people == 0 ? of : BigDecimal.valueOf(people);
        if (about.signum() > 0 && about.compareTo(BigDecimal.valueOf(measure.leastPeople())) < 0) {
            return new Figure(SUPPRESSED, null, null, null, null);
        }
        BigDecimal shown = numerator != null && denominator != null
                ? kind.divided(numerator, denominator, measure.per(), measure.decimals())
                : value == null ? null : value.setScale(measure.decimals(), RoundingMode.HALF_UP);
        return new Figure(COUNTED, plain(numerator), plain(denominator), shown, plain(of));
    }

    public boolean isSuppressed() {
        return state.equals(SUPPRESSED);
    }

    /** The number as people write it: whole where it is whole. */
    public static @Nullable Number plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() <= 0 ? (Number) bare.longValueExact() : bare;
    }
}

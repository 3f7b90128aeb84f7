package org.sevenfold.query.dashboard;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A share as a cell shows it, with the address that explains it.
 *
 * @param value in per cent; null where it does not apply
 */
// What a template asks is public, or the expression language does not see it.
record Share(@Nullable BigDecimal value, long numerator, long denominator, String link) {

    private static final int BANDS = 5;
    private static final BigDecimal BAND = BigDecimal.valueOf(20);

    static Share of(Row row, String link) {
        return new Share(row.decimal("value"), row.number("numerator"), row.number("denominator"), link);
    }

    public boolean applies() {
        return value != null;
    }

    /** Such as {@code 62.5 %}. */
    public String percent() {
        return value == null ? "not applicable" : Words.percent(value);
    }

    /** Such as {@code 5 of 8}. */
    public String fraction() {
        return numerator + " of " + denominator;
    }

    /** How far a bar of a hundred goes. */
    public String width() {
        return value == null ? "0" : value.toPlainString();
    }

    /** One of five bands from 1 to 5, each of twenty per cent, the last with a hundred; 0 where the share does not apply. */
    public int band() {
        return value == null
                ? 0
                : Math.min(BANDS, value.divideToIntegralValue(BAND).intValueExact() + 1);
    }
}

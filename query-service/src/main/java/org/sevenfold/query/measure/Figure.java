package org.sevenfold.query.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A share: parts of a whole that may be nothing, in which case it does not apply and is not zero. */
public record Figure(long numerator, long denominator) {

    /** The share in per cent with one decimal, rounded half up once; null where it does not apply. */
    public @Nullable BigDecimal value() {
        return denominator == 0
                ? null
                : BigDecimal.valueOf(numerator * 100).divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP);
    }

    /** {@code counted}, or {@code not applicable} where nobody could have been counted. */
    public String state() {
        return denominator == 0 ? "not applicable" : "counted";
    }
}

package org.sevenfold.events.staff;

import java.math.BigDecimal;

/** Full-time equivalents, from 0.01 to 1 in hundredths: what a post offers, or what a person holds of it. */
public record Fte(BigDecimal value) implements Comparable<Fte> {

    private static final BigDecimal LEAST = new BigDecimal("0.01");

    public Fte {
        value = value.stripTrailingZeros();
        if (value.compareTo(LEAST) < 0 || value.compareTo(BigDecimal.ONE) > 0 || value.scale() > 2) {
            throw new IllegalArgumentException("Full-time equivalents run from 0.01 to 1 in hundredths.");
        }
    }

    public static Fte of(String text) {
        return new Fte(new BigDecimal(text));
    }

    @Override
    public int compareTo(Fte other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}

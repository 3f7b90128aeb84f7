package org.sevenfold.query.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How a figure follows from its facts. A fact that is not counted has no part in it. */
public enum MeasureKind {
    /** A part of a whole, in per cent: numerator and denominator of a fact are its parts in both. */
    SHARE("sum(numerator)", "sum(denominator)"),
    /** The same, not in per cent but to as many as the measure says. */
    RATE("sum(numerator)", "sum(denominator)"),
    MEAN("sum(value)", "count(*)"),
    SUM("coalesce(sum(value) FILTER (WHERE counted), 0)", "count(*) FILTER (WHERE counted)", "", ""),
    /** How many different things the facts are about; a fact that says no thing is about itself. */
    COUNT(
            "count(DISTINCT thing) FILTER (WHERE counted)",
            "count(DISTINCT thing) FILTER (WHERE counted)",
            "thing, ",
            "row_number() OVER (PARTITION BY counted, thing ORDER BY rank) = 1"),
    /** The value in the middle; of an even number of facts half-way between the two in the middle. */
    MEDIAN(
            "(percentile_disc(0.5) WITHIN GROUP (ORDER BY value)"
                    + " - percentile_disc(0.5) WITHIN GROUP (ORDER BY -value)) / 2.0",
            "count(*)",
            "value, ",
            "rank IN ((counted_facts + 1) / 2, (counted_facts + 2) / 2)"),
    /** How far the longest of several paths leads; the value of a fact says how far its path has come by it. */
    LONGEST_PATH(
            "max(value)",
            "count(*)",
            "path, value, ",
            "path = first_value(path) OVER (PARTITION BY counted ORDER BY value DESC, path)"),
    /** The days from the first fact to the last. */
    DAYS_BETWEEN("max(effective_on) - min(effective_on)", "count(*)", "effective_on, ", "rank IN (1, counted_facts)");

    private final boolean fraction;
    private final String sums;
    private final String order;
    private final String chosen;

    MeasureKind(String numerator, String denominator) {
        this.fraction = true;
        this.sums = "%1$s AS numerator, %2$s AS denominator, NULL::numeric AS value, %2$s AS n"
                .formatted(numerator, denominator);
        this.order = "";
        this.chosen = "";
    }

    MeasureKind(String value, String n, String order, String chosen) {
        this.fraction = false;
        this.sums =
                "NULL::numeric AS numerator, NULL::numeric AS denominator, %s AS value, %s AS n".formatted(value, n);
        this.order = order;
        this.chosen = chosen;
    }

    /** What is selected of the facts of a cell: numerator, denominator, value, n, and whether there are any facts. */
    String sums() {
        return sums + ", count(*) AS facts";
    }

    /** Which facts are needed for that: all, where nothing counted is a zero and nothing recorded is not. */
    String needed() {
        return zeroCounts() ? "true" : "contribution.counted";
    }

    private boolean zeroCounts() {
        return this == SUM || this == COUNT;
    }

    /** Whether the figure is a fraction of two sums, which are said with it. */
    public boolean isFraction() {
        return fraction;
    }

    /** Whether a fact says its part in a numerator and a denominator, and not a value. */
    public boolean hasParts() {
        return this == SHARE || this == RATE;
    }

    /** Whether the facts of a figure add up to it; else it is one of them, or what lies between two. */
    public boolean addsUp() {
        return chosen.isEmpty();
    }

    /** By what its facts are listed before the order in which they were recorded, such as {@code "value, "}. */
    public String order() {
        return order;
    }

    /** The condition for the facts that make the figure, where they do not add up to it. */
    public String chosen() {
        return chosen.isEmpty() ? "NULL::boolean" : "counted AND " + chosen;
    }

    /** The figure of a fraction, rounded half up once. */
    BigDecimal divided(BigDecimal numerator, BigDecimal denominator, BigDecimal per, int decimals) {
        return numerator
                .multiply(this == MEAN ? BigDecimal.ONE : per)
                .divide(denominator, decimals, RoundingMode.HALF_UP);
    }

    /** What is said where there is nothing to count. */
    String nothing() {
        return hasParts() ? "not applicable" : "none recorded";
    }

    @Nullable
    BigDecimal zero() {
        return hasParts() ? BigDecimal.ZERO : null;
    }
}

package org.sevenfold.ledger;

/** Sizes and places of a tree as text: unsigned 64-bit numbers in decimal. */
public final class Unsigned {

    private static final int MOST_DIGITS = 20;

    private Unsigned() {}

    /**
     * Reads a number from 0 to 2^64 − 1 in its only spelling: ASCII digits, no sign, no leading zero. Anything else is
     * an {@link IllegalArgumentException}.
     */
    public static long parse(String decimal) {
        boolean digits = !decimal.isEmpty() && decimal.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || decimal.length() > MOST_DIGITS || (decimal.length() > 1 && decimal.charAt(0) == '0')) {
            throw new IllegalArgumentException("Not a whole number from 0 to 18446744073709551615: " + decimal);
        }
        return Long.parseUnsignedLong(decimal);
    }

    /** The number in decimal. */
    public static String text(long number) {
        return Long.toUnsignedString(number);
    }
}

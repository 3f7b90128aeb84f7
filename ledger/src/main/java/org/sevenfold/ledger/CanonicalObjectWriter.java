package org.sevenfold.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Writes one flat JSON object in the canonical form of RFC 8785. The caller names the fields in ascending order; nulls,
 * fractions and nesting do not occur.
 */
final class CanonicalObjectWriter {

    private static final String HEX_DIGITS = "0123456789abcdef";
    private static final int EXPECTED_CHARS = 512;

    private final StringBuilder json = new StringBuilder(EXPECTED_CHARS);

    /** A text with a surrogate that has no partner is an {@link IllegalArgumentException}, as RFC 8785 demands. */
    CanonicalObjectWriter text(String name, String value) {
        name(name);
        json.append('"');
        if (needsCare(value)) {
            appendWithCare(value);
        } else {
            json.append(value);
        }
        json.append('"');
        return this;
    }

    CanonicalObjectWriter number(String name, long value) {
        name(name);
        json.append(value);
        return this;
    }

    byte[] close() {
        return json.append('}').toString().getBytes(UTF_8);
    }

    private void name(String name) {
        json.append(json.isEmpty() ? "{\"" : ",\"").append(name).append("\":");
    }

    private static boolean needsCare(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    private void appendWithCare(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isSurrogate(c)) {
                int codePoint = value.codePointAt(i);
                if (!Character.isSupplementaryCodePoint(codePoint)) {
                    throw new IllegalArgumentException("A text holds half a character, at position " + i);
                }
                json.appendCodePoint(codePoint);
                i++;
            } else {
                append(c);
            }
        }
    }

    private void append(char c) {
        switch (c) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\t' -> json.append("\\t");
            case '\n' -> json.append("\\n");
            case '\f' -> json.append("\\f");
            case '\r' -> json.append("\\r");
            default -> {
                if (c < ' ') {
                    json.append("\\u00").append(HEX_DIGITS.charAt(c >> 4)).append(HEX_DIGITS.charAt(c & 0xf));
                } else {
                    json.append(c);
                }
            }
        }
    }
}

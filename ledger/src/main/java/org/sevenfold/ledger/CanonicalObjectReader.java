package org.sevenfold.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Reads back what {@link CanonicalObjectWriter} wrote, field by field in the same order. It understands a little more
 * than is canonical; the caller writes the result again and compares. Whatever it does not understand is an
 * {@link IllegalArgumentException}.
 */
final class CanonicalObjectReader {

    private final String json;
    private int position;

    CanonicalObjectReader(byte[] bytes) {
        this.json = new String(bytes, UTF_8);
    }

    String text(String name) {
        name(name);
        expect("\"");
        int end = json.indexOf('"', position);
        if (end >= 0 && json.lastIndexOf('\\', end) < position) {
            String plain = json.substring(position, end);
            position = end + 1;
            return plain;
        }
        var value = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            value.append(c == '\\' ? escaped() : c);
        }
        return value.toString();
    }

    long number(String name, long highest) {
        name(name);
        int start = position;
        while (position < json.length() && json.charAt(position) >= '0' && json.charAt(position) <= '9') {
            position++;
        }
        long value = Long.parseLong(json, start, position, 10);
        if (value > highest) {
            throw new IllegalArgumentException(name + " is at most " + highest + ", not " + value);
        }
        return value;
    }

    void end() {
        expect("}");
        if (position != json.length()) {
            throw new IllegalArgumentException("Something follows the end of the object");
        }
    }

    private void name(String name) {
        expect(position == 0 ? "{\"" : ",\"");
        expect(name);
        expect("\":");
    }

    private void expect(String literal) {
        if (!json.startsWith(literal, position)) {
            throw new IllegalArgumentException("Expected " + literal + " at position " + position);
        }
        position += literal.length();
    }

    private char next() {
        if (position == json.length()) {
            throw new IllegalArgumentException("The text breaks off");
        }
        return json.charAt(position++);
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case '"', '\\' -> c;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> control();
            default -> throw new IllegalArgumentException("No canonical escape: \\" + c);
        };
    }

    private char control() {
        expect("00");
        return (char) (Character.digit(next(), 16) << 4 | Character.digit(next(), 16));
    }
}

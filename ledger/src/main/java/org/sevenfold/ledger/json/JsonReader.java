package org.sevenfold.ledger.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.sevenfold.ledger.json.JsonValue.JsonArray;
import org.sevenfold.ledger.json.JsonValue.JsonLiteral;
import org.sevenfold.ledger.json.JsonValue.JsonNumber;
import org.sevenfold.ledger.json.JsonValue.JsonObject;
import org.sevenfold.ledger.json.JsonValue.JsonString;

/**
 * Reads one JSON text, strictly: a name given twice, anything behind the end, a comment, a trailing comma or nesting
 * deeper than 64 is an {@link IllegalArgumentException} that says where.
 */
public final class JsonReader {

    private static final int DEEPEST = 64;
    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    private final String json;
    private final boolean escapes;
    private int position;
    private int depth;

    private JsonReader(String json) {
        this.json = json;
        this.escapes = json.indexOf('\\') >= 0;
    }

    public static JsonValue read(String json) {
        var reader = new JsonReader(json);
        JsonValue value = reader.value();
        reader.blanks();
        if (reader.position != json.length()) {
            throw reader.unexpected("the end");
        }
        return value;
    }

    /** As {@link #read}, and the text has to be an object. */
    public static Map<String, JsonValue> readObject(String json) {
        if (read(json) instanceof JsonObject object) {
            return object.members();
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    private JsonValue value() {
        blanks();
        return switch (peek()) {
            case '{' -> nested(this::object);
            case '[' -> nested(this::array);
            case '"' -> new JsonString(string());
            case 't' -> literal("true", JsonLiteral.TRUE);
            case 'f' -> literal("false", JsonLiteral.FALSE);
            case 'n' -> literal("null", JsonLiteral.NULL);
            default -> number();
        };
    }

    private JsonValue nested(Supplier<JsonValue> inner) {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("nested deeper than " + DEEPEST);
        }
        JsonValue value = inner.get();
        depth--;
        return value;
    }

    private JsonObject object() {
        var members = new LinkedHashMap<String, JsonValue>();
        position++;
        if (skip('}')) {
            return new JsonObject(members);
        }
        do {
            blanks();
            String name = string();
            expect(':');
            if (members.put(name, value()) != null) {
                throw new IllegalArgumentException("\"" + name + "\" is given twice");
            }
        } while (skip(','));
        expect('}');
        return new JsonObject(members);
    }

    private JsonArray array() {
        var elements = new ArrayList<JsonValue>();
        position++;
        if (skip(']')) {
            return new JsonArray(elements);
        }
        do {
            elements.add(value());
        } while (skip(','));
        expect(']');
        return new JsonArray(elements);
    }

    private JsonLiteral literal(String word, JsonLiteral value) {
        if (!json.startsWith(word, position)) {
            throw unexpected("a value");
        }
        position += word.length();
        return value;
    }

    private JsonNumber number() {
        int start = position;
        skipIf('-');
        if (!skipIf('0')) {
            digits();
        }
        if (skipIf('.')) {
            digits();
        }
        if (skipIf('e') || skipIf('E')) {
            if (!skipIf('+')) {
                skipIf('-');
            }
            digits();
        }
        return new JsonNumber(json.substring(start, position));
    }

    private void digits() {
        int start = position;
        while (position < json.length() && json.charAt(position) >= '0' && json.charAt(position) <= '9') {
            position++;
        }
        if (position == start) {
            throw unexpected("a value");
        }
    }

    private String string() {
        if (peek() != '"') {
            throw unexpected("a text in quotes");
        }
        int start = ++position;
        int end = json.indexOf('"', start);
        if (end < 0) {
            throw new IllegalArgumentException("the JSON breaks off");
        }
        if (escapes && json.lastIndexOf('\\', end) >= start) {
            return escapedString();
        }
        for (int i = start; i < end; i++) {
            requirePrintable(json.charAt(i));
        }
        position = end + 1;
        return json.substring(start, end);
    }

    private String escapedString() {
        var text = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            requirePrintable(c);
            text.append(c == '\\' ? escaped() : c);
        }
        return text.toString();
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new IllegalArgumentException("an escape that does not exist: \\" + c);
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
            char c = next();
            int digit = c < 0x80 ? Character.digit(c, HEX) : -1;
            if (digit < 0) {
                throw new IllegalArgumentException("an escape that does not exist, near position " + position);
            }
            code = code * HEX + digit;
        }
        return (char) code;
    }

    private void requirePrintable(char c) {
        if (c < ' ') {
            throw new IllegalArgumentException("a control character in a text, near position " + position);
        }
    }

    private void blanks() {
        while (position < json.length() && " \t\r\n".indexOf(json.charAt(position)) >= 0) {
            position++;
        }
    }

    private boolean skip(char c) {
        blanks();
        return skipIf(c);
    }

    private boolean skipIf(char c) {
        boolean there = position < json.length() && json.charAt(position) == c;
        position += there ? 1 : 0;
        return there;
    }

    private void expect(char c) {
        if (!skip(c)) {
            throw unexpected("'" + c + "'");
        }
    }

    private char peek() {
        if (position == json.length()) {
            throw new IllegalArgumentException("the JSON breaks off");
        }
        return json.charAt(position);
    }

    private char next() {
        char c = peek();
        position++;
        return c;
    }

    private IllegalArgumentException unexpected(String wanted) {
        return new IllegalArgumentException("expected " + wanted + " at position " + position);
    }
}

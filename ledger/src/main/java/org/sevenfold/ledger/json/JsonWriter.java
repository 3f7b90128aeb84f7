package org.sevenfold.ledger.json;

import java.util.Map;
import java.util.stream.Collectors;
import org.sevenfold.ledger.json.JsonValue.JsonArray;
import org.sevenfold.ledger.json.JsonValue.JsonLiteral;
import org.sevenfold.ledger.json.JsonValue.JsonNumber;
import org.sevenfold.ledger.json.JsonValue.JsonObject;
import org.sevenfold.ledger.json.JsonValue.JsonString;

/** Writes a JSON value on one line. */
public final class JsonWriter {

    private JsonWriter() {}

    public static String write(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.members().entrySet().stream()
                    .map(JsonWriter::member)
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof JsonArray array) {
            return array.elements().stream().map(JsonWriter::write).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof JsonString string) {
            return quoted(string.text());
        }
        if (value instanceof JsonNumber number) {
            return number.spelling();
        }
        return switch ((JsonLiteral) value) {
            case TRUE -> "true";
            case FALSE -> "false";
            case NULL -> "null";
        };
    }

    private static String member(Map.Entry<String, JsonValue> member) {
        return quoted(member.getKey()) + ":" + write(member.getValue());
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}

package org.sevenfold.command.imports;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A column that a command's rows may have: one field of its declaration, or one part of a field that has parts, which is
 * then named after both ({@code evidence.kind}).
 *
 * @param required whether a row without it is never complete
 * @param choices what may stand in it, where it is one of a few words
 * @param items how its parts are written, where several things may stand in it
 */
record Column(
        List<String> path,
        Kind kind,
        boolean required,
        List<String> choices,
        String says,
        @Nullable Column items) {

    /** How a cell is to be read. */
    enum Kind {
        TEXT,
        DAY,
        TRUTH,
        WHOLE,
        NUMBER,
        CHOICE,
        /** Several values in one cell. */
        LIST,
        /** What no cell can hold otherwise is written as JSON. */
        JSON,
        /** The id that a row may bring for what it creates; hardly anybody does. */
        OWN_ID
    }

    static Column of(List<String> path, JsonNode schema, boolean required) {
        Kind kind = kind(schema);
        return new Column(
                List.copyOf(path),
                kind,
                required,
                schema.path("enum").valueStream().map(JsonNode::stringValue).toList(),
                schema.path("description").stringValue(""),
                kind == Kind.LIST ? of(path, schema.path("items"), false) : null);
    }

    String name() {
        return String.join(".", path);
    }

    /** A name as it is compared: in any letter case, and whatever stands between its words. */
    static String plain(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.UK);
    }

    private static Kind kind(JsonNode schema) {
        String format = schema.path("format").stringValue("");
        return switch (schema.path("type").stringValue("")) {
            case "string" ->
                schema.has("enum")
                        ? Kind.CHOICE
                        : format.equals("date") ? Kind.DAY : format.equals("uuid") ? Kind.OWN_ID : Kind.TEXT;
            case "boolean" -> Kind.TRUTH;
            case "integer" -> Kind.WHOLE;
            case "number" -> Kind.NUMBER;
            case "array" -> isSimple(schema.path("items")) ? Kind.LIST : Kind.JSON;
            default -> Kind.JSON;
        };
    }

    private static boolean isSimple(JsonNode items) {
        Kind kind = kind(items);
        return kind != Kind.JSON && kind != Kind.LIST;
    }
}

package org.sevenfold.ledger.json;

import java.util.List;
import java.util.Map;

/** A value of JSON, RFC 8259. */
public sealed interface JsonValue {

    /** The members in the order in which they stand; no name stands twice. */
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {}

    record JsonArray(List<JsonValue> elements) implements JsonValue {}

    record JsonString(String text) implements JsonValue {}

    /** A number as it is spelt, because none of Java's types holds all of them. */
    record JsonNumber(String spelling) implements JsonValue {}

    /** True, false or null. */
    enum JsonLiteral implements JsonValue {
        TRUE,
        FALSE,
        NULL
    }
}

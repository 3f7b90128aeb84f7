package org.sevenfold.ledger.bag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.json.JsonReader;
import org.sevenfold.ledger.json.JsonValue;
import org.sevenfold.ledger.json.JsonValue.JsonLiteral;
import org.sevenfold.ledger.json.JsonValue.JsonNumber;
import org.sevenfold.ledger.json.JsonValue.JsonString;

/**
 * One line of {@code data/events.jsonl}: a JSON object with {@code leafIndex}, a number, and {@code entry},
 * {@code payload} and {@code metadata}, the stored bytes in base64. A payload or metadata that the log no longer has is
 * null.
 */
@SuppressWarnings("ArrayRecordComponent") // read once, and not compared
record EventLine(long leafIndex, byte[] entry, byte @Nullable [] payload, byte @Nullable [] metadata) {

    static void write(BagEvent event, OutputStream out) throws IOException {
        String line = "{\"leafIndex\":" + Unsigned.text(event.leafIndex()) + ",\"entry\":" + base64(event.entry())
                + ",\"payload\":" + base64(event.payload()) + ",\"metadata\":" + base64(event.metadata()) + "}\n";
        out.write(line.getBytes(UTF_8));
    }

    /** Reads a line without its line feed; what is not exactly one is an {@link IllegalArgumentException}. */
    static EventLine parse(String line) {
        Map<String, JsonValue> members = JsonReader.readObject(line);
        byte[] entry = bytes(members, "entry");
        if (entry == null || !(members.get("leafIndex") instanceof JsonNumber index)) {
            throw new IllegalArgumentException("an event has a leaf index and an entry");
        }
        return new EventLine(
                Unsigned.parse(index.spelling()), entry, bytes(members, "payload"), bytes(members, "metadata"));
    }

    private static byte @Nullable [] bytes(Map<String, JsonValue> members, String name) {
        JsonValue value = members.get(name);
        if (value instanceof JsonString string) {
            return Base64.getDecoder().decode(string.text());
        }
        if (value == JsonLiteral.NULL) {
            return null;
        }
        throw new IllegalArgumentException("an event has its " + name + " in base64, or null");
    }

    private static String base64(byte @Nullable [] bytes) {
        return bytes == null ? "null" : "\"" + Base64.getEncoder().encodeToString(bytes) + "\"";
    }
}

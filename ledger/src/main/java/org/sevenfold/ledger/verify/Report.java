package org.sevenfold.ledger.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.examination.Examination;
import org.sevenfold.ledger.examination.Finding;
import org.sevenfold.ledger.examination.Step;
import org.sevenfold.ledger.json.JsonValue;
import org.sevenfold.ledger.json.JsonValue.JsonArray;
import org.sevenfold.ledger.json.JsonValue.JsonLiteral;
import org.sevenfold.ledger.json.JsonValue.JsonNumber;
import org.sevenfold.ledger.json.JsonValue.JsonObject;
import org.sevenfold.ledger.json.JsonValue.JsonString;
import org.sevenfold.ledger.json.JsonWriter;

/**
 * An examination as JSON: {@code verdict} (verified, tampering or cannot-tell), {@code steps} with {@code outcome} and
 * {@code sentence}, and {@code findings} with {@code kind}, {@code leaf}, {@code event}, {@code file}, {@code size} and
 * {@code detail}, where what does not apply is null.
 */
final class Report {

    private Report() {}

    static String json(Examination examination) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("verdict", word(examination.verdict()));
        members.put(
                "steps", array(examination.steps().stream().map(Report::step).toList()));
        members.put(
                "findings",
                array(examination.findings().stream().map(Report::finding).toList()));
        return JsonWriter.write(new JsonObject(members));
    }

    private static JsonValue step(Step step) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("outcome", word(step.outcome()));
        members.put("sentence", new JsonString(step.sentence()));
        return new JsonObject(members);
    }

    private static JsonValue finding(Finding finding) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("kind", new JsonString(finding.kind().name()));
        members.put("leaf", number(finding.leaf()));
        members.put("event", text(finding.event()));
        members.put("file", text(finding.file()));
        members.put("size", number(finding.size()));
        members.put("detail", new JsonString(finding.detail()));
        return new JsonObject(members);
    }

    private static JsonValue array(List<JsonValue> elements) {
        return new JsonArray(elements);
    }

    private static JsonValue word(Enum<?> value) {
        return new JsonString(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static JsonValue number(@Nullable Long value) {
        return value == null ? JsonLiteral.NULL : new JsonNumber(Unsigned.text(value));
    }

    private static JsonValue text(@Nullable String value) {
        return value == null ? JsonLiteral.NULL : new JsonString(value);
    }
}

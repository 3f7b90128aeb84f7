package org.sevenfold.query.audit.verification;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.problem.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an auditor holds from earlier and outside of this system, and wants the log compared with: a checkpoint, a size and
 * a root from the foot of a printed page, or the receipt of a command.
 *
 * @param checkpoint null where none is held
 * @param size the size of the tree with {@code root}; null where no root is held
 * @param leafIndex the leaf with {@code leafHash}; null where no receipt is held
 */
record Held(
        @Nullable SignedNote checkpoint,
        @Nullable Long size,
        @Nullable Hash root,
        @Nullable Long leafIndex,
        @Nullable Hash leafHash) {

    static final Held NOTHING = new Held(null, null, null, null, null);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> FIELDS = List.of("checkpoint", "size", "root", "leafIndex", "leafHash");

    /** Reads the body of a request, which may be empty; refuses what is none of these. */
    static Held read(byte[] body) {
        if (new String(body, StandardCharsets.UTF_8).isBlank()) {
            return NOTHING;
        }
        var violations = new ArrayList<Violation>();
        JsonNode json = tree(body);
        json.propertyNames().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name ->
                        violations.add(violation("", "There are only these: " + String.join(", ", FIELDS) + ".")));
        var held = new Held(
                checkpoint(json.get("checkpoint"), violations),
                number(json, "size", violations),
                hash(json, "root", violations),
                number(json, "leafIndex", violations),
                hash(json, "leafHash", violations));
        if ((held.size == null) != (held.root == null) || (held.leafIndex == null) != (held.leafHash == null)) {
            violations.add(violation("", "A root comes with its size, and a leaf's hash with its index."));
        }
        if (!violations.isEmpty()) {
            throw Refusal.because(
                            Code.VALIDATION,
                            "What you hold could not be read.",
                            "A checkpoint, a size with a root, or a leaf with its hash is expected, or nothing.")
                    .remedy("Compare it with what you were given and send it again.")
                    .violations(violations);
        }
        return held;
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.isObject() ? json : JSON.createObjectNode().put("this", "");
        } catch (JacksonException e) {
            return JSON.createObjectNode().put("this", "");
        }
    }

    private static @Nullable SignedNote checkpoint(@Nullable JsonNode node, List<Violation> violations) {
        if (node == null || node.isNull()) {
            return null;
        }
        try {
            SignedNote note = SignedNote.parse(node.asString("").getBytes(StandardCharsets.UTF_8));
            org.sevenfold.ledger.checkpoint.Checkpoint.of(note);
            return note;
        } catch (IllegalArgumentException e) {
            violations.add(violation("/checkpoint", "This is no signed checkpoint."));
            return null;
        }
    }

    private static @Nullable Long number(JsonNode json, String field, List<Violation> violations) {
        JsonNode node = json.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            violations.add(violation("/" + field, "A whole number is expected here, 0 or more."));
            return null;
        }
        return node.longValue();
    }

    private static @Nullable Hash hash(JsonNode json, String field, List<Violation> violations) {
        JsonNode node = json.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        try {
            return Hash.ofHex(node.asString(""));
        } catch (IllegalArgumentException e) {
            violations.add(violation("/" + field, "64 hexadecimal digits are expected here."));
            return null;
        }
    }

    private static Violation violation(String pointer, String message) {
        return new Violation(pointer, Code.VALIDATION.text(), message);
    }
}

package org.sevenfold.ledger.verify;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.json.JsonValue;
import org.sevenfold.ledger.json.JsonValue.JsonArray;
import org.sevenfold.ledger.json.JsonValue.JsonLiteral;
import org.sevenfold.ledger.json.JsonValue.JsonNumber;
import org.sevenfold.ledger.json.JsonValue.JsonString;

/** A proof that somebody else wrote down as a JSON object; members that it does not need are passed over. */
interface ProofLine {

    /** Returns if the proof holds; if not, or if it is none, that is an {@link IllegalArgumentException}. */
    void check(Map<String, JsonValue> members);

    static long number(Map<String, JsonValue> members, String name) {
        if (members.get(name) instanceof JsonNumber number) {
            return Unsigned.parse(number.spelling());
        }
        throw new IllegalArgumentException(name + " is not a number");
    }

    static Hash hash(Map<String, JsonValue> members, String name) {
        return hash(name, bytes(name, members.get(name)));
    }

    static byte[] bytes(Map<String, JsonValue> members, String name) {
        return bytes(name, members.get(name));
    }

    /** The hashes of the proof; none if it is missing or null. */
    static List<Hash> proof(Map<String, JsonValue> members) {
        JsonValue proof = members.get("proof");
        var hashes = new ArrayList<Hash>();
        if (proof instanceof JsonArray array) {
            for (JsonValue element : array.elements()) {
                String name = "hash " + hashes.size() + " of the proof";
                hashes.add(hash(name, bytes(name, element)));
            }
        } else if (proof != null && proof != JsonLiteral.NULL) {
            throw new IllegalArgumentException("proof is not an array");
        }
        return hashes;
    }

    private static Hash hash(String name, byte[] bytes) {
        try {
            return new Hash(bytes);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " has " + bytes.length + " bytes, not 32", e);
        }
    }

    private static byte[] bytes(String name, @Nullable JsonValue value) {
        if (value instanceof JsonString string) {
            byte[] bytes = decoded(name, string.text());
            if (Base64.getEncoder().encodeToString(bytes).equals(string.text())) {
                return bytes;
            }
        }
        throw new IllegalArgumentException(name + " is not in base64");
    }

    private static byte[] decoded(String name, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is not in base64", e);
        }
    }
}

package org.sevenfold.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.json.JsonReader;
import org.sevenfold.ledger.json.JsonValue;
import org.sevenfold.ledger.json.JsonValue.JsonObject;
import org.sevenfold.ledger.json.JsonValue.JsonString;
import org.sevenfold.ledger.json.JsonWriter;

/**
 * Checks proofs that come in as one JSON object a line and answers {@code ok} or {@code refused: why} for each, so that
 * anyone's vectors can be run. Exit code 1 if one was refused.
 */
final class ProofLinesTask implements Task {

    private final ProofLine proof;

    ProofLinesTask(ProofLine proof) {
        this.proof = proof;
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
        if (!arguments.files().isEmpty()) {
            throw new Misused("Proofs are read from standard input, not from " + arguments.file() + ".");
        }
        int code = 0;
        try (var lines = new BufferedReader(new InputStreamReader(terminal.open("-"), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String why = refused(line);
                terminal.say(arguments.json() ? json(why) : why == null ? "ok" : "refused: " + why);
                code = why == null ? code : 1;
            }
        }
        return code;
    }

    private @Nullable String refused(String line) {
        try {
            proof.check(JsonReader.readObject(line));
            return null;
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        }
    }

    private static String json(@Nullable String why) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("result", new JsonString(why == null ? "ok" : "refused"));
        if (why != null) {
            members.put("why", new JsonString(why));
        }
        return JsonWriter.write(new JsonObject(members));
    }
}

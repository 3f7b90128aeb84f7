package org.sevenfold.command.edge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Request bodies: strict JSON in UTF-8, without duplicate names, at most twenty levels deep. */
public final class RequestJson {

    private static final int DEPTH = 20;
    private static final int TEXT_CHARACTERS = 100_000;
    private static final int NUMBER_CHARACTERS = 60;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(TEXT_CHARACTERS)
                            .maxNumberLength(NUMBER_CHARACTERS)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private RequestJson() {}

    /** The body as a tree; empty where it is not JSON. */
    public static Optional<JsonNode> read(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode tree = JSON.readTree(text);
            return tree == null || tree.isMissingNode() ? Optional.empty() : Optional.of(tree);
        } catch (JacksonException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The same bytes for the same content, whatever its blanks and the order of its fields. */
    public static byte[] canonical(JsonNode tree) {
        return JSON.writeValueAsBytes(JSON.treeToValue(tree, Object.class));
    }

    static Refusal unreadable() {
        return Refusal.because(
                        Code.VALIDATION,
                        "The request could not be read.",
                        "It is not JSON in UTF-8, names a field twice, or is nested too deeply.")
                .remedy("Compare it with the command's example.");
    }
}

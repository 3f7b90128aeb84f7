package org.sevenfold.command.imports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.sevenfold.command.edge.RequestJson;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows as they are kept: JSON in ASCII, so that half a letter that somebody sent cannot trouble the database. */
final class RowJson {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private RowJson() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    static JsonNode tree(String json) {
        return JSON.readTree(json);
    }

    static List<String> cells(String json) {
        return JSON.readTree(json).valueStream().map(JsonNode::stringValue).toList();
    }

    /** One line of the caller's as an object, read as strictly as any request; empty where it is none. */
    static Optional<JsonNode> line(String text) {
        return RequestJson.read(text.getBytes(StandardCharsets.UTF_8)).filter(JsonNode::isObject);
    }
}

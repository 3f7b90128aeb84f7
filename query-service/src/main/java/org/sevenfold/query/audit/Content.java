package org.sevenfold.query.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.log.EventCodec;
import tools.jackson.core.type.TypeReference;

/** An event's stored content as it stands in the log, whatever it is. */
final class Content {

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> TREE = new TypeReference<>() {};

    private Content() {}

    static Map<String, @Nullable Object> of(byte[] payload) {
        return EventCodec.JSON.readValue(payload, TREE);
    }
}

package org.sevenfold.query.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Up to which position each board has come: the token that its processor stores together with the board's rows. */
final class Tokens {

    static final TokenSchema SCHEMA = TokenSchema.builder()
            .setTokenTable("query.token_entry")
            .setProcessorNameColumn("processor_name")
            .setTokenTypeColumn("token_type")
            .build();

    private final JdbcTemplate jdbc;
    private final Serializer serializer;

    private record Stored(
            String board, byte @Nullable [] token, @Nullable String type) {}

    Tokens(JdbcTemplate jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** The position of every board that ever ran; what is in force in the caller's transaction. */
    Map<String, Long> positions() {
        var positions = new HashMap<String, Long>();
        stored("").forEach(token -> positions.put(token.board, position(token)));
        return positions;
    }

    /** The board's position, which nobody changes until the caller's transaction ends; empty where it never ran. */
    OptionalLong lock(String board) {
        return stored(" AND processor_name = ? FOR UPDATE", board).stream()
                .mapToLong(this::position)
                .findFirst();
    }

    private List<Stored> stored(String rest, Object... parameters) {
        return jdbc.query(
                "SELECT processor_name, token, token_type FROM query.token_entry WHERE segment = 0" + rest,
                (row, number) -> new Stored(row.getString(1), row.getBytes(2), row.getString(3)),
                parameters);
    }

    private long position(Stored stored) {
        if (stored.token == null || stored.type == null) {
            return 0;
        }
        TrackingToken token =
                serializer.deserialize(new SimpleSerializedObject<>(stored.token, byte[].class, stored.type, null));
        return token.position().orElse(0);
    }
}

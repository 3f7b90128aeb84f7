package org.sevenfold.platform.journal;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Role;

/**
 * Who sends a command, when and by which way in: everything about it that is not what it asks for. It travels as the
 * command's metadata, and what an event keeps of it is decided here, in one place.
 *
 * @param actor the caller's person id
 * @param channel {@code api}, {@code import}, {@code form}, {@code system} or {@code sample}
 * @param receivedAt the clock at the edge; the rules' only clock
 * @param requestHash SHA-256 of the request in hexadecimal digits
 * @param idempotencyKey the caller's key; null where none was given
 * @param ifMatch the version of the stream that the caller had read; null where none was given
 * @param onBehalfOf the person id of who proposed it, where somebody else decided it
 */
public record CommandEnvelope(
        UUID commandId,
        String commandName,
        String actor,
        List<Role> roles,
        String channel,
        Instant receivedAt,
        String requestHash,
        @Nullable String idempotencyKey,
        @Nullable Long ifMatch,
        Purpose purpose,
        @Nullable String reason,
        @Nullable String onBehalfOf,
        String correlationId) {

    /** Under what it is done once only: the key belongs to the actor. */
    record OnceKey(String actor, String key) {}

    @Nullable
    OnceKey onceKey() {
        return idempotencyKey == null ? null : new OnceKey(actor, idempotencyKey);
    }

    /** What a command is decided for. */
    public enum Purpose {
        /** To be stored. */
        STORE,
        /** To see what it would store; nothing is. */
        TRY,
        /** To see what it would store, for somebody who may only propose it; nothing is. */
        PROPOSE
    }

    /** The same, decided for another purpose. */
    public CommandEnvelope to(Purpose other) {
        return new CommandEnvelope(
                commandId,
                commandName,
                actor,
                roles,
                channel,
                receivedAt,
                requestHash,
                idempotencyKey,
                ifMatch,
                other,
                reason,
                onBehalfOf,
                correlationId);
    }

    /** The same, with why it is sent and for whom. */
    public CommandEnvelope saying(@Nullable String why, @Nullable String forWhom) {
        return new CommandEnvelope(
                commandId,
                commandName,
                actor,
                roles,
                channel,
                receivedAt,
                requestHash,
                idempotencyKey,
                ifMatch,
                purpose,
                why,
                forWhom,
                correlationId);
    }

    /** The metadata that every event of this command keeps. */
    public Map<String, String> eventMetadata() {
        var kept = new TreeMap<String, String>();
        kept.put("actorId", actor);
        kept.put("roles", roleText());
        kept.put("channel", channel);
        kept.put("commandId", commandId.toString());
        kept.put("commandName", commandName);
        kept.put("correlationId", correlationId);
        put(kept, "idempotencyKey", idempotencyKey);
        put(kept, "reason", reason);
        put(kept, "onBehalfOf", onBehalfOf);
        return kept;
    }

    public Map<String, String> toMetadata() {
        var all = new LinkedHashMap<>(eventMetadata());
        all.put("receivedAt", receivedAt.toString());
        all.put("requestHash", requestHash);
        all.put("purpose", purpose.name());
        put(all, "ifMatch", ifMatch == null ? null : ifMatch.toString());
        return all;
    }

    /** Reads back what {@link #toMetadata} wrote; throws where a command was sent without an envelope. */
    public static CommandEnvelope of(Map<String, ?> metadata) {
        String version = text(metadata, "ifMatch");
        return new CommandEnvelope(
                UUID.fromString(required(metadata, "commandId")),
                required(metadata, "commandName"),
                required(metadata, "actorId"),
                Arrays.stream(required(metadata, "roles").split(",", -1))
                        .flatMap(name -> Role.named(name).stream())
                        .toList(),
                required(metadata, "channel"),
                Instant.parse(required(metadata, "receivedAt")),
                required(metadata, "requestHash"),
                text(metadata, "idempotencyKey"),
                version == null ? null : Long.valueOf(version),
                Purpose.valueOf(required(metadata, "purpose")),
                text(metadata, "reason"),
                text(metadata, "onBehalfOf"),
                required(metadata, "correlationId"));
    }

    public String roleText() {
        return roles.stream().map(Role::text).collect(Collectors.joining(","));
    }

    private static void put(Map<String, String> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    private static @Nullable String text(Map<String, ?> metadata, String name) {
        Object value = metadata.get(name);
        return value == null ? null : value.toString();
    }

    private static String required(Map<String, ?> metadata, String name) {
        String value = text(metadata, name);
        if (value == null) {
            throw new IllegalArgumentException("a command came without its " + name);
        }
        return value;
    }
}

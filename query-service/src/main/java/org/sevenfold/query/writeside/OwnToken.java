package org.sevenfold.query.writeside;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The token with which Sevenfold itself signs in, by its own client at the issuer; fetched when needed and kept until it ends. */
final class OwnToken {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration SPARE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final String issuer;
    private final String id;
    private final String secret;
    private final Clock clock;
    private @Nullable Held held;

    private record Held(String token, Instant until) {}

    OwnToken(HttpClient client, String issuer, String id, String secret, Clock clock) {
        this.client = client;
        this.issuer = issuer;
        this.id = id;
        this.secret = secret;
        this.clock = clock;
    }

    /** Whether there is a client to sign in by. */
    boolean configured() {
        return !id.isBlank() && !secret.isBlank();
    }

    synchronized String value() throws IOException, InterruptedException {
        Held current = held;
        if (current == null || clock.instant().isAfter(current.until)) {
            current = fetch();
            held = current;
        }
        return current.token;
    }

    private Held fetch() throws IOException, InterruptedException {
        JsonNode issuing = json(
                HttpRequest.newBuilder(URI.create(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration"))
                        .timeout(WAIT)
                        .build());
        String basic = encoded(id) + ":" + encoded(secret);
        JsonNode answer = json(HttpRequest.newBuilder(
                        URI.create(issuing.path("token_endpoint").asString("")))
                .timeout(WAIT)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
        String token = answer.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new IOException("the issuer answered without a token");
        }
        Duration life = Duration.ofSeconds(answer.path("expires_in").asLong(60));
        return new Held(token, clock.instant().plus(life).minus(SPARE));
    }

    private JsonNode json(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("the issuer answered " + answer.statusCode());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new IOException("the issuer's answer cannot be read", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

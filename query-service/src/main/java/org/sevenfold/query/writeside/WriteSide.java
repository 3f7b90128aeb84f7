package org.sevenfold.query.writeside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the command-service on Sevenfold's own behalf. It needs a client of its own at the issuer; without one nothing of
 * this can be had, and whoever asked is told so.
 */
@Component
public final class WriteSide {

    private static final Logger LOG = LoggerFactory.getLogger(WriteSide.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final String commandService;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final OwnToken token;

    /** An answer of the command-service: 200 to 299 where it did what it was asked. */
    public record Answer(int status, String body) {

        public boolean done() {
            return status >= 200 && status < 300;
        }

        /** The body as JSON; an empty object where it is none. */
        public JsonNode json() {
            try {
                return JSON.readTree(body.isBlank() ? "{}" : body);
            } catch (JacksonException e) {
                return JSON.createObjectNode();
            }
        }
    }

    /** The command-service could not be asked; says why in a sentence. */
    public static final class NotAsked extends Exception {

        private static final long serialVersionUID = 1L;

        NotAsked(String why) {
            super(why);
        }
    }

    WriteSide(
            @Value("${sevenfold.command-url}") String commandService,
            @Value("${sevenfold.issuer:}") String issuer,
            @Value("${sevenfold.system.client:}") String id,
            @Value("${sevenfold.system.secret:}") String secret,
            Clock clock) {
        this.commandService = commandService.replaceAll("/+$", "");
        this.token = new OwnToken(client, issuer, id, secret, clock);
    }

    /** Sends a command, once for each key. */
    public Answer send(String command, Map<String, ?> body, String key) throws NotAsked {
        return ask(to("/api/v1/commands/" + command, "application/json", JSON.writeValueAsString(body))
                .header("Idempotency-Key", key));
    }

    /** Asks for something that is no command and may take minutes. */
    public Answer post(String path, String text) throws NotAsked {
        return ask(to(path, "text/plain;charset=UTF-8", text));
    }

    private HttpRequest.Builder to(String path, String type, String body) {
        return HttpRequest.newBuilder(URI.create(commandService + path))
                .timeout(LONGEST)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private Answer ask(HttpRequest.Builder request) throws NotAsked {
        if (!token.configured()) {
            throw new NotAsked("Sevenfold has no client of its own at the issuer: set SEVENFOLD_SYSTEM_CLIENT and"
                    + " SEVENFOLD_SYSTEM_SECRET.");
        }
        try {
            HttpResponse<String> answer = client.send(
                    request.header("Authorization", "Bearer " + token.value()).build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the command-service could not be asked: {}", e.toString());
            throw new NotAsked("The part of Sevenfold that takes changes, or the issuer, did not answer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAsked("This service is stopping.");
        }
    }
}

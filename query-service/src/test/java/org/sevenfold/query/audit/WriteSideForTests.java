package org.sevenfold.query.audit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.SigningKey;

/** What the command-service answers to Sevenfold itself: that lookups are right or not, a recorded result, a signature. */
public final class WriteSideForTests {

    public static final String SOUND = "{\"position\":12,\"keys\":9,\"drifted\":0,\"drifts\":[]}";

    public final List<String> recorded = new CopyOnWriteArrayList<>();
    public final SigningKey key = SigningKey.generate("lea-marsh.example/log");
    public volatile String lookups = SOUND;

    WriteSideForTests(HttpServer server) {
        server.createContext("/api/v1/lookups/verify", exchange -> answer(exchange, lookups));
        server.createContext("/api/v1/commands/record-verification", exchange -> {
            recorded.add(body(exchange));
            answer(exchange, "{\"position\":13}");
        });
        server.createContext(
                "/api/v1/checkpoints/bags",
                exchange -> answer(
                        exchange, SignedNote.sign(body(exchange), List.of(key)).toString()));
        server.createContext("/api/v1/checkpoints", exchange -> answer(exchange, ""));
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        boolean signedIn = exchange.getRequestHeaders().getFirst("Authorization") != null;
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(signedIn ? 200 : 401, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

package org.sevenfold.allinone.services;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/** Waits until what was just loaded can be read, so that the first page a newcomer opens is no excuse. */
public final class BoardsCaughtUp {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AGAIN_MILLIS = 100;
    private static final int OK = 200;

    private BoardsCaughtUp() {}

    /** Returns once the service on this port calls itself healthy, or after a minute, when its health says what is wrong. */
    public static void await(int port) throws InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Instant deadline = Instant.now().plus(PATIENCE);
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!healthy(client, health) && Instant.now().isBefore(deadline)) {
                Thread.sleep(AGAIN_MILLIS);
            }
        }
    }

    private static boolean healthy(HttpClient client, HttpRequest health) throws InterruptedException {
        try {
            return client.send(health, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}

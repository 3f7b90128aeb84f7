package org.sevenfold.query.edge;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Correlation;
import org.sevenfold.platform.problem.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands commands and imports to the command-service as they come, and its answer back as it is, so that people need one
 * address only. Who may send what is decided there.
 */
@Hidden
@RestController
class PassThrough {

    static final String[] PATHS = {"/api/v1/commands", "/api/v1/commands/**", "/api/v1/imports", "/api/v1/imports/**"};

    private static final int BODY_BYTES = 1024 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final List<String> THERE =
            List.of("Authorization", "Idempotency-Key", "If-Match", "If-None-Match", "Content-Type", "Accept");
    private static final List<String> BACK = List.of(
            "Content-Type",
            "ETag",
            "Location",
            "Retry-After",
            "Link",
            "WWW-Authenticate",
            "Allow",
            "Cache-Control",
            "Content-Disposition");

    private final String commandService;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    PassThrough(@Value("${sevenfold.command-url}") String commandService) {
        this.commandService = commandService.replaceAll("/+$", "");
    }

    @RequestMapping({"/api/v1/commands", "/api/v1/commands/**", "/api/v1/imports", "/api/v1/imports/**"})
    ResponseEntity<byte[]> pass(HttpServletRequest request) throws IOException {
        HttpRequest there = there(request, body(request));
        try {
            HttpResponse<byte[]> back = client.send(there, HttpResponse.BodyHandlers.ofByteArray());
            var headers = new HttpHeaders();
            BACK.forEach(name -> headers.addAll(name, back.headers().allValues(name)));
            BACK.stream().filter(name -> headers.getOrEmpty(name).isEmpty()).forEach(headers::remove);
            return ResponseEntity.status(back.statusCode()).headers(headers).body(back.body());
        } catch (HttpConnectTimeoutException e) {
            throw away("Nothing was sent, so nothing was stored.");
        } catch (HttpTimeoutException e) {
            throw away("It did not answer in time, so this may or may not have been stored.");
        } catch (java.net.ConnectException e) {
            throw away("Nothing was sent, so nothing was stored.");
        } catch (IOException e) {
            throw away("The connection broke, so this may or may not have been stored.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away("This service is stopping, so this may or may not have been stored.");
        }
    }

    private HttpRequest there(HttpServletRequest request, byte[] body) {
        String query = request.getQueryString();
        URI address;
        try {
            address = URI.create(commandService + request.getRequestURI() + (query == null ? "" : "?" + query));
        } catch (IllegalArgumentException e) {
            throw Refusal.because(
                            Code.VALIDATION, "The address could not be read.", "It holds signs that no address has.")
                    .remedy("Encode them and send it again.");
        }
        HttpRequest.Builder there = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .method(
                        request.getMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .setHeader(Correlation.HEADER, Correlation.of(request));
        for (String name : THERE) {
            request.getHeaders(name).asIterator().forEachRemaining(value -> there.header(name, value));
        }
        return there.build();
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(BODY_BYTES + 1);
        if (body.length > BODY_BYTES) {
            throw Refusal.because(Code.TOO_LARGE, "This is too large for one request.", "A request has at most 1 MiB.")
                    .remedy("Send it in parts.");
        }
        return body;
    }

    private static Refusal away(String stored) {
        return Refusal.because(
                        Code.UNAVAILABLE,
                        "Changes cannot be taken just now.",
                        "The part of Sevenfold that takes them does not answer. " + stored)
                .remedy("Send it again in a moment, with the same key.")
                .with("retryAfterSeconds", 5);
    }
}

package org.sevenfold.query.edge;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
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
import org.springframework.core.io.InputStreamResource;
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

    private static final String IMPORTS = "/api/v1/imports";
    private static final int BODY_BYTES = 1024 * 1024;
    private static final int FILE_BYTES = 10 * 1024 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration FILE_ANSWER = Duration.ofMinutes(5);
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

    @RequestMapping({"/api/v1/commands", "/api/v1/commands/**"})
    ResponseEntity<byte[]> pass(HttpServletRequest request) throws IOException {
        byte[] body = body(request);
        HttpRequest there = there(request)
                .timeout(ANSWER)
                .method(
                        request.getMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> back = send(there, HttpResponse.BodyHandlers.ofByteArray());
        return answer(back).body(back.body());
    }

    /** Files go through as they come, in either direction, so that they are never held here whole. */
    @RequestMapping({IMPORTS, IMPORTS + "/**"})
    ResponseEntity<InputStreamResource> passFile(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        if (length > FILE_BYTES) {
            throw tooLarge();
        }
        var file = new AtMost(FILE_BYTES, request.getInputStream());
        HttpRequest there = there(request)
                .timeout(FILE_ANSWER)
                .method(request.getMethod(), publisher(request, file, length))
                .build();
        try {
            HttpResponse<InputStream> back = send(there, HttpResponse.BodyHandlers.ofInputStream());
            return answer(back).body(new InputStreamResource(back.body()));
        } catch (Refusal refusal) {
            throw file.exceeded() ? tooLarge() : refusal;
        }
    }

    private static HttpRequest.BodyPublisher publisher(HttpServletRequest request, InputStream file, long length) {
        if (length == 0 || !request.getMethod().equals("POST")) {
            return HttpRequest.BodyPublishers.noBody();
        }
        HttpRequest.BodyPublisher streamed = HttpRequest.BodyPublishers.ofInputStream(() -> file);
        return length < 0 ? streamed : HttpRequest.BodyPublishers.fromPublisher(streamed, length);
    }

    private <T> HttpResponse<T> send(HttpRequest there, HttpResponse.BodyHandler<T> read) {
        try {
            return client.send(there, read);
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

    private static ResponseEntity.BodyBuilder answer(HttpResponse<?> back) {
        var headers = new HttpHeaders();
        BACK.forEach(name -> headers.addAll(name, back.headers().allValues(name)));
        BACK.stream().filter(name -> headers.getOrEmpty(name).isEmpty()).forEach(headers::remove);
        return ResponseEntity.status(back.statusCode()).headers(headers);
    }

    private HttpRequest.Builder there(HttpServletRequest request) {
        String query = request.getQueryString();
        URI address;
        try {
            address = URI.create(commandService + request.getRequestURI() + (query == null ? "" : "?" + query));
        } catch (IllegalArgumentException e) {
            throw Refusal.because(
                            Code.VALIDATION, "The address could not be read.", "It holds signs that no address has.")
                    .remedy("Encode them and send it again.");
        }
        HttpRequest.Builder there =
                HttpRequest.newBuilder(address).setHeader(Correlation.HEADER, Correlation.of(request));
        for (String name : THERE) {
            request.getHeaders(name).asIterator().forEachRemaining(value -> there.header(name, value));
        }
        return there;
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(BODY_BYTES + 1);
        if (body.length > BODY_BYTES) {
            throw Refusal.because(Code.TOO_LARGE, "This is too large for one request.", "A request has at most 1 MiB.")
                    .remedy("Send it in parts.");
        }
        return body;
    }

    private static Refusal tooLarge() {
        return Refusal.because(Code.TOO_LARGE, "This file is too large.", "A file has at most 10 megabytes.")
                .remedy("Send it in parts.");
    }

    /** A stream that breaks off where there is more than may be. */
    private static final class AtMost extends FilterInputStream {

        private long left;

        AtMost(long bytes, InputStream in) {
            super(in);
            this.left = bytes;
        }

        boolean exceeded() {
            return left < 0;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int some = super.read(into, from, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("too large");
            }
        }
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

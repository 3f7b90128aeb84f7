package org.sevenfold.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.Leaves;
import org.sevenfold.ledger.note.Keys;
import org.sevenfold.ledger.note.NoteSignature;
import org.sevenfold.ledger.note.SignedNote;

class WitnessServerIT {

    private static final List<Hash> LEAVES = Leaves.random(new SplittableRandom(16), 30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void a_log_sends_its_checkpoints_over_http_and_gets_cosignatures_back() throws Exception {
        Files.writeString(folder.resolve("logs.txt"), Keys.LOG + "\n");
        try (var server = start()) {
            HttpResponse<String> first =
                    post(server, WitnessTest.request(0, 20, LEAVES).bytes());
            HttpResponse<String> stale =
                    post(server, WitnessTest.request(0, 30, LEAVES).bytes());
            HttpResponse<String> next =
                    post(server, WitnessTest.request(20, 30, LEAVES).bytes());

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(stale.statusCode()).isEqualTo(409);
            assertThat(stale.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
            assertThat(stale.body()).isEqualTo("20\n");
            assertThat(next.statusCode()).isEqualTo(200);
            SignedNote cosigned = WitnessTest.checkpoint(30, LEAVES)
                    .with(List.of(NoteSignature.parse(next.body().strip())));
            assertThat(cosigned.witnesses(List.of(server.key()))).isEqualTo(1);
            assertThat(get(
                                    server,
                                    "/"
                                            + Hash.sha256(Keys.ORIGIN.getBytes(UTF_8))
                                                    .hex() + "/checkpoint")
                            .body())
                    .isEqualTo(cosigned.toString());
        }
    }

    @Test
    void anything_else_is_turned_away() throws Exception {
        Files.writeString(folder.resolve("logs.txt"), Keys.LOG + "\n");
        try (var server = start()) {
            assertThat(post(server, new byte[300_000]).statusCode()).isEqualTo(400);
            assertThat(post(server, new byte[0]).statusCode()).isEqualTo(400);
            assertThat(get(server, "/add-checkpoint").statusCode()).isEqualTo(404);
            assertThat(get(server, "/../witness.key").statusCode()).isEqualTo(404);
            assertThat(get(server, "/witness.key").statusCode()).isEqualTo(404);
        }
    }

    private WitnessServer start() throws IOException {
        return new WitnessServer(
                folder,
                "audit.example/witness",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Clock.fixed(Instant.parse("2026-08-01T09:00:00Z"), ZoneOffset.UTC));
    }

    private static HttpResponse<String> post(WitnessServer server, byte[] body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(uri(server, "/add-checkpoint"))
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(WitnessServer server, String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(uri(server, path)).build(), BodyHandlers.ofString());
    }

    private static URI uri(WitnessServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}

package org.sevenfold.ledger.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sevenfold.ledger.note.VerifierKey;
import org.sevenfold.ledger.note.WitnessKey;

/** A witness that listens on a port, until it is closed. */
public final class WitnessServer implements Closeable {

    private static final String ADD_CHECKPOINT = "/add-checkpoint";
    private static final Pattern CHECKPOINT = Pattern.compile("/([0-9a-f]{64})/checkpoint");
    private static final int LARGEST_REQUEST = 256 << 10;
    private static final int THREADS = 4;

    private final FileChannel lock;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Witness witness;
    private final VerifierKey key;
    private final List<VerifierKey> logs;

    /**
     * Starts to listen.
     *
     * @param folder where key, watched logs and checkpoints are kept; made on the first start
     * @param name of the key that is made on the first start
     * @param address where to listen; port 0 takes any free one
     * @throws IllegalArgumentException if another witness is at work in the folder, or if a file in it cannot be read
     */
    public WitnessServer(Path folder, String name, InetSocketAddress address, Clock clock) throws IOException {
        var kept = new WitnessFolder(folder);
        this.lock = kept.lock();
        try {
            WitnessKey secret = kept.key(name);
            this.key = secret.verifierKey();
            this.logs = kept.logs();
            this.witness = new Witness(kept, secret, logs, clock);
            this.server = HttpServer.create(address, 0);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The witness's own key, to be given to whoever verifies. */
    public VerifierKey key() {
        return key;
    }

    /** The keys of the logs that are watched. */
    public List<VerifierKey> logs() {
        return List.copyOf(logs);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdown();
        lock.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = answer.bytes();
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        Matcher checkpoint = CHECKPOINT.matcher(path);
        try {
            if (path.equals(ADD_CHECKPOINT) && exchange.getRequestMethod().equals("POST")) {
                byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
                return body.length > LARGEST_REQUEST
                        ? Answer.malformed("This is far too large to be a request")
                        : witness.addCheckpoint(body);
            }
            if (checkpoint.matches() && exchange.getRequestMethod().equals("GET")) {
                return witness.checkpoint(checkpoint.group(1));
            }
            return Answer.unknown("This is a witness: POST " + ADD_CHECKPOINT);
        } catch (IOException | RuntimeException e) {
            return Answer.failed("The witness cannot keep what it would sign, so it signs nothing");
        }
    }
}

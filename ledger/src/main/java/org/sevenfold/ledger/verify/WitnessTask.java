package org.sevenfold.ledger.verify;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.sevenfold.ledger.note.VerifierKey;
import org.sevenfold.ledger.witness.WitnessServer;

/** Runs a witness until it is interrupted. */
final class WitnessTask implements Task {

    private static final String FOLDER = "--dir";
    private static final String PORT = "--port";
    private static final String NAME = "--name";
    private static final String ADDRESS = "--bind";
    private static final int HIGHEST_PORT = 65_535;

    private final Clock clock;

    WitnessTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Set<String> options() {
        return Set.of(FOLDER, PORT, NAME, ADDRESS);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
        Path folder = Path.of(arguments.required(FOLDER));
        arguments.required(PORT);
        int port = arguments.number(PORT, 0);
        if (port > HIGHEST_PORT || !arguments.files().isEmpty()) {
            throw new Misused("A port is a number up to 65535, and nothing else is expected here.");
        }
        String name = arguments.only(NAME);
        String bind = arguments.only(ADDRESS);
        var address = bind == null ? new InetSocketAddress(port) : new InetSocketAddress(bind, port);
        try (var server = new WitnessServer(folder, name == null ? "witness" : name, address, clock)) {
            terminal.say("The witness listens on port " + server.port() + ". Its key, for whoever verifies:");
            terminal.say("    " + server.key());
            terminal.say(
                    server.logs().isEmpty()
                            ? "It watches no log yet: write the log's key into " + folder.resolve("logs.txt")
                                    + " and start it again."
                            : "It watches:");
            for (VerifierKey log : server.logs()) {
                terminal.say("    " + log);
            }
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}

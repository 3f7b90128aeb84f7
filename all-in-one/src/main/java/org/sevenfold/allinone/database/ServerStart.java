package org.sevenfold.allinone.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.sevenfold.allinone.start.DataFolder;
import org.sevenfold.allinone.start.LocalSettings;
import org.sevenfold.allinone.start.PlainSentence;
import org.sevenfold.allinone.start.Ports;
import org.sevenfold.allinone.start.PrivateFile;
import org.sevenfold.allinone.start.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets the server of the data folder to answer: takes over one that lives, or starts one, at most twice. */
final class ServerStart {

    private static final Logger LOG = LoggerFactory.getLogger(ServerStart.class);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(5);
    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final String WRONG_PASSWORD = "28P01";

    private final DataFolder data;
    private final LocalSettings settings;
    private final Superuser superuser;

    ServerStart(DataFolder data, LocalSettings settings, Superuser superuser) {
        this.data = data;
        this.settings = settings;
        this.superuser = superuser;
    }

    Postmaster run() throws IOException, InterruptedException {
        Optional<Postmaster> survivor = survivor();
        if (survivor.isPresent()) {
            return survivor.get();
        }
        Ports.requireFree(superuser.port(), "database");
        data.requireSpace();
        requireOurPassword();
        try {
            return startOnce();
        } catch (IOException | RuntimeException failure) {
            LOG.warn("PostgreSQL did not start; trying once more", failure);
            TimeUnit.SECONDS.sleep(1);
            // A disk that filled up while it was unpacked leaves a program that never works, and says nothing.
            DataFolder.delete(data.databaseBinaries());
            return startOnce();
        }
    }

    private Optional<Postmaster> survivor() throws IOException, InterruptedException {
        Optional<Postmaster> survivor = Postmaster.holding(data.database());
        if (survivor.isPresent() && survivor.get().port() != superuser.port()) {
            survivor.get().stop();
            return Optional.empty();
        }
        return survivor.isPresent() && answers(survivor.get()) ? survivor : Optional.empty();
    }

    private void requireOurPassword() {
        if (settings.superuserIsNew() && Files.exists(data.database()) && !Files.exists(data.databaseBeingMade())) {
            throw new StartFailure("The passwords in " + data.localEnv()
                    + " are missing, and the database cannot be opened without them; put the file back, or begin anew"
                    + " with --fresh.");
        }
    }

    /** The starter's wait is short and its end is no failure: a server that still recovers is waited for as long as it lives. */
    private Postmaster startOnce() throws IOException, InterruptedException {
        clearTheWay();
        Path log = data.logs().resolve("postgresql.log");
        long logged = Files.exists(log) ? Files.size(log) : 0;
        try {
            startProcess(log);
        } catch (IOException | RuntimeException failure) {
            Optional<Postmaster> slow = Postmaster.holding(data.database());
            if (slow.isPresent() && answers(slow.get())) {
                return slow.get();
            }
            throw new IOException(reason(log, logged), failure);
        }
        return Postmaster.holding(data.database())
                .orElseThrow(() -> new IOException("PostgreSQL ended as soon as it had started"));
    }

    /** What an end at a bad moment left behind. A database that was never finished holds nothing, and is made again. */
    private void clearTheWay() throws IOException {
        Postmaster.forgetStale(data.database());
        if (Files.exists(data.databaseBeingMade())) {
            DataFolder.delete(data.database());
        }
        // The starter's own lock, of which a failed start in this JVM never lets go; ours is the data folder's.
        Files.deleteIfExists(data.database().resolve("epg-lock"));
    }

    private void startProcess(Path log) throws IOException {
        Path passwordFile = data.localEnv().resolveSibling("initdb-password");
        PrivateFile.write(passwordFile, superuser.password());
        if (!Files.exists(data.database())) {
            Files.writeString(data.databaseBeingMade(), "Deleted when the database is whole.");
        }
        try {
            configured(passwordFile.toAbsolutePath())
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .start();
        } catch (ExceptionInInitializerError unpacking) {
            throw new IOException("PostgreSQL could not be unpacked", unpacking.getCause());
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private EmbeddedPostgres.Builder configured(Path passwordFile) {
        // What the builder calls locale settings are options of initdb; without the first three it trusts everybody.
        return EmbeddedPostgres.builder()
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setConnectConfig("password", superuser.password())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200")
                .setDataDirectory(data.database().toAbsolutePath())
                .setOverrideWorkingDirectory(
                        data.databaseBinaries().toAbsolutePath().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(FIRST_LOOK)
                .setPort(superuser.port());
    }

    /** What the server itself wrote about why it did not start, if that was the disk. */
    private static String reason(Path log, long from) throws IOException {
        byte[] lines = Files.exists(log) ? Files.readAllBytes(log) : new byte[0];
        var text = new String(lines, (int) from, lines.length - (int) from, StandardCharsets.UTF_8);
        return PlainSentence.isDiskFull(text) ? "No space left on device" : "PostgreSQL did not start, see " + log;
    }

    /** Waits while the server starts, recovers or ends; false if it ended. */
    private boolean answers(Postmaster server) throws InterruptedException {
        long end = System.nanoTime() + RECOVERY.toNanos();
        while (server.isAlive() && System.nanoTime() < end) {
            try (Connection connection = superuser.anywhere().getConnection()) {
                return connection.isValid(1);
            } catch (SQLException notYet) {
                if (WRONG_PASSWORD.equals(notYet.getSQLState())) {
                    throw new StartFailure("The database does not take the superuser's password in " + data.localEnv()
                            + "; put the right file back, or begin anew with --fresh.");
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        if (server.isAlive()) {
            throw new StartFailure("PostgreSQL (process " + server.process().pid()
                    + ") holds the database and does not answer; end that process and start again.");
        }
        return false;
    }
}

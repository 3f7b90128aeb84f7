package org.sevenfold.allinone.database;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sevenfold.allinone.start.DataFolder;
import org.sevenfold.allinone.start.LocalSettings;
import org.sevenfold.allinone.start.StartFailure;
import org.sevenfold.platform.database.DatabaseBootstrap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL 18 in the data folder: made on the first start, kept ever after, durable, listening on this machine only and
 * asking for passwords. A server that outlived its JVM is taken over, and one that dies is started again.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String NAME = "sevenfold";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final int RESTARTS = 5;

    private final ServerStart starts;
    private final Superuser superuser;
    private volatile Postmaster server;
    private volatile boolean closing;

    private EmbeddedDatabase(ServerStart starts, Postmaster server, Superuser superuser) {
        this.starts = starts;
        this.server = server;
        this.superuser = superuser;
        watch(server);
    }

    /** Returns when the database answers, is durable, and has its logins and schemas. */
    public static EmbeddedDatabase start(DataFolder data, LocalSettings settings, int port)
            throws IOException, SQLException, InterruptedException {
        var superuser = new Superuser(port, settings.superuserPassword());
        var starts = new ServerStart(data, settings, superuser);
        var database = new EmbeddedDatabase(starts, starts.run(), superuser);
        try {
            database.requireDurable();
            DatabaseBootstrap.createDatabase(superuser.anywhere(), NAME);
            DatabaseBootstrap.run(superuser.in(NAME), settings.passwords());
            Files.deleteIfExists(data.databaseBeingMade());
            return database;
        } catch (IOException | SQLException | RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    public String version() throws SQLException {
        return show("server_version");
    }

    /** The server's process, for who must know whether it is the same one. */
    public long pid() {
        return server.process().pid();
    }

    /** Stops the server after its last write; the data stay. */
    @Override
    public void close() throws IOException, InterruptedException {
        closing = true;
        server.stop();
    }

    /** A server that ends without being asked to is started again; what it had answered is on disk. */
    private void watch(Postmaster watched) {
        watched.process().onExit().thenRunAsync(() -> {
            for (int attempt = 1; !closing && attempt <= RESTARTS; attempt++) {
                LOG.warn("PostgreSQL ended by itself; starting it again");
                try {
                    server = starts.run();
                    watch(server);
                    return;
                } catch (IOException | RuntimeException failure) {
                    LOG.error("PostgreSQL could not be started again", failure);
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        });
    }

    private void requireDurable() throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            if (!show(setting).equals("on")) {
                throw new StartFailure(
                        "PostgreSQL runs with " + setting + " off and could lose what it was given; switch it on.");
            }
        }
    }

    private String show(String setting) throws SQLException {
        try (Connection connection = superuser.anywhere().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}

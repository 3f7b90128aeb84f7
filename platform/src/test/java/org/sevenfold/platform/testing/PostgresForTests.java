package org.sevenfold.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;
import org.sevenfold.platform.database.DatabaseBootstrap;

/**
 * One real PostgreSQL 18 for all tests of a JVM, as durable as the product's and with passwords asked for; each test
 * takes a fresh database in it. It is stopped and removed when the JVM ends.
 */
public final class PostgresForTests {

    static final DatabaseBootstrap.Passwords PASSWORDS =
            new DatabaseBootstrap.Passwords("owner-secret", "command-secret", "query-secret", "reporting-secret");

    private static final String SUPERUSER = "postgres";
    private static final String SUPERUSER_PASSWORD = "superuser-secret";
    private static final String TEMPLATE = "bootstrapped";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresForTests() {}

    /** A database that nobody else uses, with the logins and the empty schemas made; about a tenth of a second. */
    public static FreshDatabase freshDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        try {
            createFromTemplate(name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new FreshDatabase(name, Server.POSTGRES.getPort());
    }

    static PGSimpleDataSource superuser(int port, String database) {
        return dataSource(port, database, SUPERUSER, SUPERUSER_PASSWORD);
    }

    static PGSimpleDataSource dataSource(int port, String database, String user, String password) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** A copy brings schemas and their grants along, but not who may connect; so the script runs once more. */
    private static synchronized void createFromTemplate(String name) throws SQLException {
        int port = Server.POSTGRES.getPort();
        try (Connection connection = superuser(port, SUPERUSER).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        }
        DatabaseBootstrap.run(superuser(port, name), PASSWORDS);
    }

    /** Started when first asked for, which Java does once, whatever the number of threads. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                Path passwordFile = Files.createTempFile("superuser", ".txt");
                Files.writeString(passwordFile, SUPERUSER_PASSWORD);
                EmbeddedPostgres postgres = configured(passwordFile).start();
                Files.delete(passwordFile);
                DatabaseBootstrap.createDatabase(superuser(postgres.getPort(), SUPERUSER), TEMPLATE);
                DatabaseBootstrap.run(superuser(postgres.getPort(), TEMPLATE), PASSWORDS);
                return postgres;
            } catch (IOException | SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        private static EmbeddedPostgres.Builder configured(Path passwordFile) {
            // What the builder calls locale settings are options of initdb; without these three it trusts everybody.
            return EmbeddedPostgres.builder()
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("auth-local", "scram-sha-256")
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setConnectConfig("password", SUPERUSER_PASSWORD)
                    .setOutputRedirector(Redirect.appendTo(new File("target/postgresql-for-tests.log")))
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200");
        }
    }
}

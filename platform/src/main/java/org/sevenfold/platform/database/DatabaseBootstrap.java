package org.sevenfold.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Makes the logins and the empty schemas by running {@code bootstrap.sql} as a superuser. Running it twice changes
 * nothing but the passwords, which are set to the given ones each time.
 */
public final class DatabaseBootstrap {

    private static final String SCRIPT = "bootstrap.sql";

    private DatabaseBootstrap() {}

    /** The passwords of the four logins, by the login's last word. */
    public record Passwords(String owner, String command, String query, String reporting) {

        private Map<String, String> variables() {
            return Map.of(
                    "owner_password", owner,
                    "command_password", command,
                    "query_password", query,
                    "reporting_password", reporting);
        }

        /** Without the passwords, so that no log line can carry them. */
        @Override
        public String toString() {
            return "Passwords[…]";
        }
    }

    /** Makes the database, empty, unless one of that name exists. */
    public static void createDatabase(DataSource superuser, String name) throws SQLException {
        try (Connection connection = superuser.getConnection();
                PreparedStatement exists = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            exists.setString(1, name);
            if (exists.executeQuery().next()) {
                return;
            }
            try (Statement create = connection.createStatement()) {
                create.execute("CREATE DATABASE " + create.enquoteIdentifier(name, true));
            }
        }
    }

    /** Makes logins and schemas in the database that the superuser's connections lead to; all of it or nothing. */
    public static void run(DataSource superuserInDatabase, Passwords passwords) throws SQLException {
        try (Connection connection = superuserInDatabase.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(script(statement, passwords));
            connection.commit();
        }
    }

    private static String script(Statement statement, Passwords passwords) throws SQLException {
        String script = read();
        for (var variable : passwords.variables().entrySet()) {
            script = script.replace(":'" + variable.getKey() + "'", statement.enquoteLiteral(variable.getValue()));
        }
        return script;
    }

    private static String read() {
        try (InputStream resource =
                Objects.requireNonNull(DatabaseBootstrap.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

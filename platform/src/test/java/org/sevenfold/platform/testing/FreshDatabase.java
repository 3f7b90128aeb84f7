package org.sevenfold.platform.testing;

import java.util.Map;
import javax.sql.DataSource;
import org.sevenfold.platform.database.DatabaseBootstrap.Passwords;

/** A database of one test: where it is, its logins with their passwords, and the same as the services' settings. */
public record FreshDatabase(String name, int port) {

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    public Passwords passwords() {
        return PostgresForTests.PASSWORDS;
    }

    /** Connections that may do everything; for preparing a test and for looking underneath, never for the product. */
    public DataSource superuser() {
        return PostgresForTests.superuser(port, name);
    }

    public DataSource owner() {
        return login("sevenfold_owner", passwords().owner());
    }

    public DataSource command() {
        return login("sevenfold_command", passwords().command());
    }

    public DataSource query() {
        return login("sevenfold_query", passwords().query());
    }

    public DataSource reporting() {
        return login("sevenfold_reporting", passwords().reporting());
    }

    /** What both services read about their database, under the names that their environment variables have. */
    public Map<String, Object> springProperties() {
        return Map.of(
                "SEVENFOLD_DATABASE_URL", jdbcUrl(),
                "SEVENFOLD_OWNER_PASSWORD", passwords().owner(),
                "SEVENFOLD_COMMAND_PASSWORD", passwords().command(),
                "SEVENFOLD_QUERY_PASSWORD", passwords().query(),
                "SEVENFOLD_REPORTING_PASSWORD", passwords().reporting());
    }

    private DataSource login(String user, String password) {
        return PostgresForTests.dataSource(port, name, user, password);
    }
}

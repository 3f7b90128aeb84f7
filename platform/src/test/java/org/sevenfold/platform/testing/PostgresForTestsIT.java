package org.sevenfold.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.platform.database.DatabaseBootstrap;
import org.sevenfold.platform.database.DatabaseBootstrap.Passwords;

/** The database that every other test trusts is the durable, current and well-guarded one. */
class PostgresForTestsIT {

    private static final FreshDatabase DATABASE = PostgresForTests.freshDatabase();

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void a_commit_is_on_disk_when_it_returns(String setting) throws SQLException {
        assertThat(ask(DATABASE.superuser(), "SHOW " + setting)).isEqualTo("on");
    }

    @Test
    void it_is_postgresql_18() throws SQLException {
        assertThat(ask(DATABASE.superuser(), "SHOW server_version")).startsWith("18.");
    }

    @Test
    void a_login_needs_its_password() {
        DataSource guesser =
                PostgresForTests.dataSource(DATABASE.port(), DATABASE.name(), "sevenfold_command", "guess");

        assertThatThrownBy(guesser::getConnection)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "erasable", "query", "public"})
    void the_command_login_makes_no_tables(String schema) {
        assertRefused(DATABASE.command(), "CREATE TABLE " + schema + ".mine (n int)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "erasable", "public"})
    void the_query_login_makes_tables_in_its_own_schema_only(String schema) throws SQLException {
        run(DATABASE.query(), "CREATE TABLE query.mine (n int); DROP TABLE query.mine");

        assertRefused(DATABASE.query(), "CREATE TABLE " + schema + ".mine (n int)");
    }

    @Test
    void the_owner_makes_the_log_and_cannot_touch_the_read_models() throws SQLException {
        run(DATABASE.owner(), "CREATE TABLE log.mine (n int); CREATE TABLE erasable.mine (n int)");

        assertRefused(DATABASE.owner(), "CREATE TABLE query.mine (n int)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "erasable", "query", "public"})
    void the_reporting_login_finds_nothing_that_was_not_given(String schema) {
        assertRefused(DATABASE.reporting(), "CREATE TABLE " + schema + ".mine (n int)");
    }

    @Test
    void no_login_is_a_superuser() throws SQLException {
        assertThat(ask(
                        DATABASE.superuser(),
                        "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'sevenfold%' AND rolcanlogin AND NOT"
                                + " (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)"))
                .isEqualTo("4");
    }

    @Test
    void a_second_database_is_empty_and_has_the_same_guards() throws SQLException {
        run(DATABASE.owner(), "CREATE TABLE IF NOT EXISTS log.only_in_the_first (n int)");

        FreshDatabase second = PostgresForTests.freshDatabase();

        assertThat(ask(second.superuser(), "SELECT count(*) FROM pg_tables WHERE schemaname = 'log'"))
                .isEqualTo("0");
        assertThat(ask(
                        second.superuser(),
                        "SELECT has_database_privilege('sevenfold_command', current_database(), 'CONNECT')"
                                + " AND NOT has_database_privilege('sevenfold_command', current_database(), 'TEMP')"))
                .isEqualTo("t");
    }

    @Test
    void running_the_script_again_changes_only_the_passwords() throws SQLException {
        FreshDatabase database = PostgresForTests.freshDatabase();
        run(database.owner(), "CREATE TABLE log.kept (n int); INSERT INTO log.kept VALUES (7)");
        String quoted = "it's; DROP SCHEMA log";

        DatabaseBootstrap.run(
                database.superuser(), new Passwords(quoted, "command-secret", "query-secret", "reporting-secret"));

        DataSource owner = PostgresForTests.dataSource(database.port(), database.name(), "sevenfold_owner", quoted);
        assertThat(ask(owner, "SELECT n FROM log.kept")).isEqualTo("7");
        DatabaseBootstrap.run(database.superuser(), database.passwords());
    }

    private static void assertRefused(DataSource login, String sql) {
        assertThatThrownBy(() -> run(login, sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }

    private static void run(DataSource login, String sql) throws SQLException {
        try (Connection connection = login.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(DataSource login, String sql) throws SQLException {
        try (Connection connection = login.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}

package org.sevenfold.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.sevenfold.platform.testing.FreshDatabase;
import org.sevenfold.platform.testing.LogForTests;
import org.sevenfold.platform.testing.PostgresForTests;

/** Nobody changes what is written: not by grant, and where a grant would allow it, not by trigger. */
class AppendOnlyIT {

    private static final List<String> WRITTEN = List.of(
            "log.domain_event",
            "log.tlog_leaf",
            "log.tlog_node",
            "log.command_log",
            "log.tlog_checkpoint",
            "log.tlog_cosignature",
            "log.access_log");
    private static final String ACCESSES = "log.access_log";
    private static final String DENIED = "42501";

    private final FreshDatabase database = LogForTests.migrated(PostgresForTests.freshDatabase());

    @Test
    void the_command_login_may_append_and_read_only() {
        for (String table : WRITTEN) {
            expectDenied(database.command(), "DELETE FROM " + table);
            expectDenied(database.command(), "TRUNCATE " + table);
        }
        expectDenied(database.command(), "UPDATE log.domain_event SET revision = 2");
        expectDenied(database.command(), "UPDATE log.command_log SET outcome = 'accepted'");
        expectDenied(database.command(), "DELETE FROM log.tlog_head");
        expectDenied(database.command(), "ALTER TABLE log.domain_event DISABLE TRIGGER ALL");
        expectDenied(database.command(), "DROP TABLE log.domain_event");
    }

    @Test
    void the_query_login_reads_the_log_and_nothing_else() {
        for (String table : WRITTEN) {
            if (!table.equals(ACCESSES)) {
                expectDenied(database.query(), "INSERT INTO " + table + " DEFAULT VALUES");
            }
            expectDenied(database.query(), "DELETE FROM " + table);
        }
        expectDenied(database.query(), "UPDATE log.tlog_head SET size = 0");
        expectDenied(database.query(), "SELECT * FROM log.lookup");
        expectDenied(database.query(), "SELECT * FROM log.idempotency");
        expectDenied(database.query(), "DELETE FROM erasable.person");
    }

    @Test
    void the_query_login_appends_accesses_and_can_neither_date_nor_change_them() throws SQLException {
        String row = "actor, roles, reading, effective_on, position, people";
        String values = "gen_random_uuid(), '', 'unit', '2026-05-03', 1, ARRAY[gen_random_uuid()]";
        try (Connection connection = database.query().getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("INSERT INTO " + ACCESSES + " (" + row + ") VALUES (" + values + ")"))
                    .isEqualTo(1);
        }
        expectDenied(
                database.query(),
                "INSERT INTO " + ACCESSES + " (" + row + ", accessed_at) VALUES (" + values + ", '2000-01-01')");
        expectDenied(database.query(), "UPDATE " + ACCESSES + " SET purpose = 'another'");
        expectDenied(database.command(), "INSERT INTO " + ACCESSES + " (" + row + ") VALUES (" + values + ")");
        expectDenied(database.command(), "SELECT * FROM " + ACCESSES);
        for (DataSource somebody : List.of(database.owner(), database.superuser())) {
            expectDenied(somebody, "UPDATE " + ACCESSES + " SET purpose = 'another'");
        }
    }

    @Test
    void the_reporting_login_sees_none_of_it() {
        for (String table : WRITTEN) {
            expectDenied(database.reporting(), "SELECT * FROM " + table);
        }
        expectDenied(database.reporting(), "SELECT * FROM erasable.person");
    }

    @Test
    void even_the_owner_and_the_superuser_meet_a_trigger() {
        for (DataSource somebody : List.of(database.owner(), database.superuser())) {
            for (String table : WRITTEN) {
                expectDenied(somebody, "DELETE FROM " + table);
                expectDenied(somebody, "TRUNCATE " + table);
            }
            expectDenied(somebody, "UPDATE log.domain_event SET revision = 2");
        }
    }

    private static void expectDenied(DataSource login, String sql) {
        assertThatThrownBy(() -> {
                    try (Connection connection = login.getConnection();
                            var statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState()).as(sql).isEqualTo(DENIED));
    }
}

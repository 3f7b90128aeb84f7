package org.sevenfold.query.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.sevenfold.events.Role;
import org.sevenfold.query.testing.LeaMarsh;
import org.sevenfold.query.testing.Service;

/** A service that starts on the tables of an earlier release: they heal, and meanwhile nothing wrong is answered. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HealingIT {

    private static final Service SERVICE = new Service();
    private static final String UNITS = "/api/v1/programmes/lea-marsh/units?effectiveOn=2026-10-01";
    private static final String ME = "/api/v1/me?effectiveOn=2026-10-01";
    private static Connection elsewhere;
    private static String units;

    @BeforeAll
    static void start_on_what_an_earlier_release_left() throws SQLException {
        SERVICE.log.append(LeaMarsh.STARTED);
        for (int i = 0; i < 12; i++) {
            SERVICE.log.append(LeaMarsh.unit("U-" + i, "GRP"));
            SERVICE.log.append(LeaMarsh.course("C-" + i, 12));
        }
        SERVICE.log.append(LeaMarsh.managed("U-1", null, "ada", LeaMarsh.START, null));
        SERVICE.token(SERVICE.somebody(Role.GROUP_MANAGER), Role.GROUP_MANAGER);
        SERVICE.token(SERVICE.somebody(Role.AUDITOR), Role.AUDITOR);
        units = SERVICE.get(UNITS + "&minPosition=" + SERVICE.log.end(), Role.AUDITOR)
                .json()
                .path("units")
                .toString();

        // Another instance is at the managers, as long as the test wants.
        elsewhere = SERVICE.database.superuser().getConnection();
        elsewhere.createStatement().execute("SELECT pg_advisory_lock(hashtext('rebuild group_managers'))");
        SERVICE.restart(jdbc -> {
            jdbc.execute("ALTER TABLE query.courses DROP COLUMN hours");
            jdbc.execute("UPDATE query.units SET name = 'as an earlier fold had it'");
            jdbc.execute("DROP TABLE query.posts");
            jdbc.execute("DELETE FROM query.board WHERE name = 'posts'");
            jdbc.execute(
                    "UPDATE query.board SET revision = 'earlier' WHERE name IN ('courses', 'units', 'group_managers')");
            jdbc.execute("CREATE TABLE query.badges (badge text)");
            jdbc.execute("ALTER TABLE query.badges OWNER TO sevenfold_query");
            jdbc.execute("INSERT INTO query.board VALUES ('badges', 3, 'earlier')");
        });
    }

    @AfterAll
    static void stop() throws SQLException {
        elsewhere.close();
        SERVICE.close();
    }

    private static String state(String board) {
        return Objects.requireNonNull(SERVICE.bean(Boards.class).standings().get(board))
                .state();
    }

    @Test
    @Order(1)
    void what_waits_for_another_instance_is_not_answered_and_all_else_is() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> SERVICE.bean(Boards.class).standings().values().stream()
                        .allMatch(standing -> standing.board().equals("group_managers") || standing.lag() == 0));

        assertThat(state("group_managers")).isEqualTo("building");
        assertThat(SERVICE.get(UNITS, Role.AUDITOR).json().path("units")).hasToString(units);
        // Nobody says anywhere that this answer reads who manages a group; it is seen.
        assertThat(SERVICE.get(ME, Role.GROUP_MANAGER).json().path("code").asString())
                .isEqualTo("projection-lagging");
        assertThat(SERVICE.send("GET", "/actuator/health", Map.of(), null).status())
                .isEqualTo(200);
    }

    @Test
    @Order(2)
    void once_all_is_built_every_table_is_what_the_log_gives() throws SQLException {
        elsewhere.createStatement().execute("SELECT pg_advisory_unlock_all()");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> state("group_managers").equals("current"));
        assertThat(SERVICE.get(ME, Role.GROUP_MANAGER).status()).isEqualTo(200);
        for (Board<?, ?> board : SERVICE.bean(Boards.class).all()) {
            Rebuilds.Result verified = SERVICE.bean(Rebuilds.class).verify(board);
            assertThat(verified.equal()).as(verified.toString()).isTrue();
        }
        assertThat(SERVICE.superuser().queryForList("SELECT count(hours) FROM query.courses", Long.class))
                .isEqualTo(List.of(12L));
    }

    @Test
    @Order(3)
    void what_is_declared_no_longer_is_gone() {
        assertThat(SERVICE.superuser().queryForList("SELECT to_regclass('query.badges')::text", String.class))
                .containsOnlyNulls();
        assertThat(SERVICE.bean(Boards.class).standings()).doesNotContainKey("badges");
    }
}

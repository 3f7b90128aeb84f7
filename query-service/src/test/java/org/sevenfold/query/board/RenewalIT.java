package org.sevenfold.query.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sevenfold.events.Days;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.structure.UnitEvent;
import org.sevenfold.events.structure.UnitEvent.GroupManagerAssigned;
import org.sevenfold.events.structure.UnitEvent.UnitClosed;
import org.sevenfold.events.structure.UnitEvent.UnitEstablished;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.log.LogReader;
import org.sevenfold.platform.testing.FreshDatabase;
import org.sevenfold.platform.testing.LogForTests;
import org.sevenfold.platform.testing.PostgresForTests;
import org.sevenfold.query.testing.LeaMarsh;
import org.sevenfold.query.testing.TestLog;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** A table follows its board: whatever of it changes, the next start makes the table what a fresh fold gives. */
class RenewalIT {

    private static final FreshDatabase DATABASE = LogForTests.migrated(PostgresForTests.freshDatabase());
    private static final DataSource QUERY = DATABASE.query();
    private static final JdbcTemplate JDBC = new JdbcTemplate(QUERY);
    private static final LogReader LOG = new LogReader(new TransactionAwareDataSourceProxy(QUERY));
    private static final DataSourceTransactionManager TRANSACTIONS = new DataSourceTransactionManager(QUERY);

    /** Units by what people call them. */
    private static final class Named extends Board<UnitEvent, Named.Row> {

        private final String before;
        private final boolean closes;

        record Row(UnitId unitId, @Reference String reference) {}

        Named(String before, boolean closes) {
            super("kept_units", Span.DAYS, UnitEvent.class, Row.class);
            this.before = before;
            this.closes = closes;
        }

        @Override
        protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends UnitEvent> recorded) {
            return switch (recorded.event()) {
                case UnitEstablished e ->
                    Timeline.of(Days.from(e.effectiveOn()), recorded.id(), new Row(e.unitId(), before + e.reference()));
                case UnitClosed e -> closes ? known.ended(e.effectiveOn()) : known;
                case GroupManagerAssigned _ -> known;
            };
        }
    }

    /** The same with one column more. */
    private static final class Wider extends Board<UnitEvent, Wider.Row> {

        record Row(
                UnitId unitId,
                @Reference String reference,
                @Nullable UnitId groupId) {}

        Wider() {
            super("kept_units", Span.DAYS, UnitEvent.class, Row.class);
            index("group_id");
        }

        @Override
        protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends UnitEvent> recorded) {
            return switch (recorded.event()) {
                case UnitEstablished e ->
                    Timeline.of(
                            Days.from(e.effectiveOn()), recorded.id(), new Row(e.unitId(), e.reference(), e.groupId()));
                case UnitClosed e -> known.ended(e.effectiveOn());
                case GroupManagerAssigned _ -> known;
            };
        }
    }

    @BeforeAll
    static void a_log_that_an_earlier_release_wrote() {
        Flyway.configure()
                .dataSource(QUERY)
                .locations("classpath:db/query")
                .schemas("query")
                .createSchemas(false)
                .load()
                .migrate();
        TestLog log = new TestLog(DATABASE.owner());
        for (int i = 0; i < 20; i++) {
            log.append(LeaMarsh.unit("U-" + i, "GRP"));
        }
        log.append(LeaMarsh.closed("U-3", LeaMarsh.START.plusDays(9), null));
        JDBC.update("UPDATE query.reader SET position = ?", LOG.end());
    }

    /** Starts with these boards and waits until their tables are what they declare. */
    private static void start(Board<?, ?>... boards) {
        Positions positions = positions(boards);
        var renewal = new Renewal(List.of(boards), JDBC, LOG, positions, new TransactionTemplate(TRANSACTIONS));
        renewal.start();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> positions.all().values().stream().allMatch(position -> position == LOG.end()));
        renewal.stop();
        for (Board<?, ?> board : boards) {
            Rebuilds.Result verified = new Rebuilds(JDBC, LOG, positions, TRANSACTIONS).verify(board);
            assertThat(verified.equal()).as(verified.toString()).isTrue();
            assertThat(verified.rows()).isPositive();
        }
    }

    private static Positions positions(Board<?, ?>... boards) {
        return new Positions(JDBC, List.of(boards).stream().collect(Collectors.toMap(Board::name, Revision::of)));
    }

    private static List<String> columns() {
        return JDBC.queryForList(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = 'query'"
                        + " AND table_name = 'kept_units' ORDER BY ordinal_position",
                String.class);
    }

    private static long table() {
        return Objects.requireNonNull(
                JDBC.queryForObject("SELECT 'query.kept_units'::regclass::oid::bigint", Long.class));
    }

    @Test
    void a_board_that_is_new_is_complete_over_old_events() {
        start(new Named("", true));

        assertThat(JDBC.queryForObject(
                        "SELECT count(*) FROM query.kept_units WHERE known_to = " + Held.STILL, Long.class))
                .isEqualTo(20);
    }

    @Test
    void a_row_that_is_widened_has_its_column_in_every_row_and_its_index() {
        start(new Named("", true));
        start(new Wider());

        assertThat(columns()).contains("group_id");
        assertThat(JDBC.queryForObject(
                        "SELECT count(group_id) FROM query.kept_units WHERE known_to = " + Held.STILL, Long.class))
                .isEqualTo(20);
        assertThat(JDBC.queryForList("SELECT indexdef FROM pg_indexes WHERE tablename = 'kept_units'", String.class))
                .anyMatch(index -> index.contains("(group_id, valid_from, valid_to) INCLUDE (known_from, known_to)"))
                .anyMatch(index -> index.contains("(unit_id, valid_from, valid_to) INCLUDE (known_from, known_to)"))
                .anyMatch(index -> index.contains("lower(reference)"))
                .anyMatch(index -> index.contains("(stream_id) WHERE (known_to = "));
    }

    @Test
    void a_fold_that_is_changed_gives_other_rows() {
        start(new Named("", true));
        start(new Named("was ", false));

        assertThat(JDBC.queryForList(
                        "SELECT DISTINCT valid_to::text FROM query.kept_units WHERE known_to = " + Held.STILL,
                        String.class))
                .containsExactly("infinity");
        assertThat(JDBC.queryForList("SELECT reference FROM query.kept_units", String.class))
                .allMatch(reference -> reference.startsWith("was U-"));
    }

    @Test
    void a_board_that_is_declared_no_longer_goes_with_its_table() {
        start(new Named("", true));
        start();

        assertThat(JDBC.queryForList("SELECT name FROM query.board", String.class))
                .isEmpty();
        assertThat(columns()).isEmpty();
    }

    @Test
    void one_that_is_as_it_was_keeps_its_table() {
        start(new Named("", true));
        long before = table();
        start(new Named("", true));

        assertThat(table()).isEqualTo(before);
    }

    @Test
    void of_two_instances_that_differ_the_one_started_last_decides_and_the_other_waits() {
        start(new Named("", true));
        Positions earlier = positions(new Named("", true));
        start(new Wider());

        assertThat(earlier.all()).containsEntry("kept_units", Positions.NOT_READY);
        assertThat(earlier.lockIfFree("kept_units")).isEmpty();
    }

    @Test
    void what_a_board_cannot_take_stops_it_where_it_is_as_ever() {
        start(new Named("", true));
        var stopped = new Board<UnitEvent, Named.Row>("kept_units", Board.Span.DAYS, UnitEvent.class, Named.Row.class) {

            @Override
            protected Timeline<Named.Row> evolve(Timeline<Named.Row> known, Recorded<? extends UnitEvent> recorded) {
                if (recorded.position() == 15) {
                    throw new IllegalStateException("no more");
                }
                return known;
            }
        };
        Positions positions = positions(stopped);
        var renewal = new Renewal(List.of(stopped), JDBC, LOG, positions, new TransactionTemplate(TRANSACTIONS));
        renewal.start();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> positions.all().getOrDefault("kept_units", Positions.NOT_READY) == 14);
        renewal.stop();
    }
}

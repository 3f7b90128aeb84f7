package org.sevenfold.query.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;

/** All boards, up to which position each has come, and whether one of them has fallen behind. */
public final class Boards {

    /** How long an event may wait for a board before answers that need it would be stale. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Board<?, ?>> all;
    private final JdbcTemplate jdbc;
    private final Positions positions;
    private final Clock clock;

    /**
     * One board against the log's end.
     *
     * @param building whether its table is being made
     * @param late whether its first event not yet taken was recorded longer ago than {@link #PATIENCE}
     */
    public record Standing(String board, long position, long end, boolean building, boolean late) {

        public long lag() {
            return Math.max(0, end - position);
        }

        /** {@code building}, {@code current}, {@code behind} by less than {@link #PATIENCE}, or {@code stopped}. */
        public String state() {
            return building ? "building" : lag() == 0 ? "current" : late ? "stopped" : "behind";
        }
    }

    Boards(List<Board<?, ?>> all, JdbcTemplate jdbc, Positions positions, Clock clock) {
        this.all = List.copyOf(all);
        this.jdbc = jdbc;
        this.positions = positions;
        this.clock = clock;
    }

    public List<Board<?, ?>> all() {
        return all;
    }

    public Optional<Board<?, ?>> named(String name) {
        return all.stream().filter(board -> board.name().equals(name)).findFirst();
    }

    /** The lowest position that all of these have reached, below 0 where one is being made; the end where none is named. */
    public long reached(Collection<String> boards) {
        if (boards.isEmpty()) {
            return end();
        }
        Map<String, Long> at = positions.all();
        return boards.stream()
                .mapToLong(board -> at.getOrDefault(board, Positions.NOT_READY))
                .min()
                .orElse(0);
    }

    /** The position of the last event of the log; 0 where it is empty. */
    public long end() {
        return jdbc.queryForList("SELECT size FROM log.tlog_head", Long.class).stream()
                .findFirst()
                .orElse(0L);
    }

    /** Whether an event behind this position has waited too long to be shown. */
    public boolean late(long position) {
        List<OffsetDateTime> waiting = jdbc.queryForList(
                "SELECT recorded_at FROM log.domain_event WHERE position = ?", OffsetDateTime.class, position + 1);
        Instant patient = clock.instant().minus(PATIENCE);
        return waiting.stream().anyMatch(recorded -> recorded.toInstant().isBefore(patient));
    }

    /** Every board by name, as it stands. */
    public Map<String, Standing> standings() {
        Map<String, Long> at = positions.all();
        long end = end();
        var standings = new TreeMap<String, Standing>();
        for (Board<?, ?> board : all) {
            long known = at.getOrDefault(board.name(), Positions.NOT_READY);
            boolean building = known == Positions.NOT_READY;
            long position = Math.max(0, known);
            boolean late = !building && position < end && late(position);
            standings.put(board.name(), new Standing(board.name(), position, end, building, late));
        }
        return standings;
    }

    /** How many events a board has not taken yet. */
    double lag(String board) {
        return Math.max(0, end() - Math.max(0, positions.all().getOrDefault(board, 0L)));
    }

    /** Refuses while the table of a board is being made; for whoever reads it outside of an answer. */
    public void requireReady(String board) {
        if (reached(List.of(board)) < 0) {
            throw lagging();
        }
    }

    /** What is said where a board has not come far enough. */
    public static Refusal lagging() {
        return Refusal.because(
                        Code.PROJECTION_LAGGING,
                        "What was recorded last cannot be shown yet.",
                        "The tables that this answer is read from are being brought up to date.")
                .remedy("Ask again in a moment; if it goes on, tell your operator.")
                .with("retryAfterSeconds", 5);
    }

    /** Keeps the tables of these boards from being switched for as long as the caller's transaction lasts. */
    public void hold(Collection<String> boards) {
        if (!boards.isEmpty()) {
            // Before the transaction's first read: else a table could be switched behind its snapshot and look empty.
            String tables = String.join(
                    ", ", boards.stream().sorted().map(name -> "query." + name).toList());
            jdbc.execute("LOCK TABLE " + tables + " IN ACCESS SHARE MODE");
        }
    }
}

package org.sevenfold.platform.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.platform.log.EventCodec;
import tools.jackson.core.JacksonException;

/**
 * Whether the lookup values are what the log gives: each is folded anew and compared with the one that rules read. Reads
 * one moment and locks nothing. More values than fit into memory are folded in several passes over the log.
 */
public final class LookupCheck {

    private static final int KEYS_AT_ONCE = 100_000;
    private static final int FETCH_ROWS = 2000;
    private static final int MOST_NAMED = 100;

    private final DataSource dataSource;
    private final List<Lookup<?>> lookups;

    /**
     * A value that is not what the log gives.
     *
     * @param says {@code altered}, {@code missing}, or {@code invented} where no event leads to it
     */
    public record Drift(String lookup, String key, String says) {}

    /**
     * What came of it.
     *
     * @param position the log's end at the moment that was looked at
     * @param keys how many values there are by the log
     * @param drifted how many are not what the log gives
     * @param drifts which, at most a hundred of them
     */
    public record Result(long position, long keys, long drifted, List<Drift> drifts) {}

    private record Folded(long position, @Nullable Object value) {}

    public LookupCheck(DataSource dataSource, List<Lookup<?>> lookups) {
        this.dataSource = dataSource;
        this.lookups = List.copyOf(lookups);
    }

    /** Folds and compares everything; throws where the database does not answer. */
    public Result check() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean readOnly = connection.isReadOnly();
            int isolation = connection.getTransactionIsolation();
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return check(connection);
            } finally {
                connection.rollback();
                connection.setReadOnly(readOnly);
                connection.setTransactionIsolation(isolation);
                connection.setAutoCommit(true);
            }
        }
    }

    private Result check(Connection connection) throws SQLException {
        long end = number(connection, "SELECT size FROM log.tlog_head");
        int passes = 1 + (int) (number(connection, "SELECT count(*) FROM log.lookup") / KEYS_AT_ONCE);
        long keys = 0;
        long drifted = 0;
        var named = new ArrayList<Drift>();
        for (int pass = 0; pass < passes; pass++) {
            Map<LookupKey, Folded> folded = fold(connection, end, pass, passes);
            keys += folded.size();
            List<Drift> drifts = compare(connection, folded, end, pass, passes);
            drifted += drifts.size();
            named.addAll(drifts.subList(0, Math.min(drifts.size(), MOST_NAMED - named.size())));
        }
        return new Result(end, keys, drifted, named);
    }

    private Map<LookupKey, Folded> fold(Connection connection, long end, int pass, int passes) throws SQLException {
        var folded = new HashMap<LookupKey, Folded>();
        String sql = "SELECT position, event_id, name, revision, payload FROM log.domain_event"
                + " WHERE position <= ? ORDER BY position";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH_ROWS);
            statement.setLong(1, end);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    DomainEvent event =
                            EventCodec.decode(row.getString("name"), row.getInt("revision"), row.getBytes("payload"));
                    EventId id = EventId.of(row.getString("event_id"));
                    for (Lookup<?> lookup : lookups) {
                        for (String key : lookup.keys(event)) {
                            var at = new LookupKey(lookup.name(), key);
                            if (isOf(at, pass, passes)) {
                                fold(folded, lookup, at, row.getLong("position"), id, event);
                            }
                        }
                    }
                }
            }
        }
        return folded;
    }

    private static <V> void fold(
            Map<LookupKey, Folded> folded,
            Lookup<V> lookup,
            LookupKey at,
            long position,
            EventId id,
            DomainEvent event) {
        Folded before = folded.get(at);
        @SuppressWarnings("unchecked")
        V value = before == null ? null : (V) before.value;
        folded.put(at, new Folded(position, lookup.evolve(value, at.key(), id, event)));
    }

    private static List<Drift> compare(
            Connection connection, Map<LookupKey, Folded> folded, long end, int pass, int passes) throws SQLException {
        var drifts = new ArrayList<Drift>();
        var unseen = new HashMap<>(folded);
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT lookup, key, version, value FROM log.lookup ORDER BY lookup, key")) {
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    var at = new LookupKey(row.getString("lookup"), row.getString("key"));
                    if (isOf(at, pass, passes)) {
                        difference(unseen.remove(at), row.getLong("version"), row.getString("value"), end)
                                .ifPresent(says -> drifts.add(new Drift(at.lookup(), at.key(), says)));
                    }
                }
            }
        }
        unseen.keySet().forEach(at -> drifts.add(new Drift(at.lookup(), at.key(), "missing")));
        return drifts;
    }

    private static Optional<String> difference(@Nullable Folded folded, long version, String stored, long end) {
        if (folded == null) {
            return Optional.of("invented");
        }
        // Events that are stored together give their values one version, that of the last of them.
        boolean same = version >= folded.position && version <= end && sameJson(folded.value, stored);
        return same ? Optional.empty() : Optional.of("altered");
    }

    private static boolean sameJson(@Nullable Object value, String stored) {
        try {
            return EventCodec.JSON
                    .readTree(EventCodec.JSON.writeValueAsString(value))
                    .equals(EventCodec.JSON.readTree(stored));
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean isOf(LookupKey at, int pass, int passes) {
        return Math.floorMod(at.hashCode(), passes) == pass;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}

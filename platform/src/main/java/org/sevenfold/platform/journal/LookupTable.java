package org.sevenfold.platform.journal;

import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.database.Read;
import org.sevenfold.platform.log.EventCodec;

/** The lookup values as they are stored, each with the position that last changed it. */
public final class LookupTable {

    /** What there is under a key that no event has set. */
    static final Value NONE = new Value(0, null);

    private final DataSource dataSource;

    /** A value and its version; version 0 without a value for a key that no event has set. */
    record Value(long version, @Nullable Object value) {}

    public LookupTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The value as it is now, for whoever only looks; a rule reads through its {@link Attempt}, which notes it. */
    @SuppressWarnings("unchecked")
    public <V> Optional<V> read(Lookup<V> lookup, String key) {
        return Optional.ofNullable((V) fetch(lookup, new LookupKey(lookup.name(), key)).value);
    }

    Value fetch(Lookup<?> lookup, LookupKey at) {
        return Read.all(
                        dataSource,
                        "SELECT version, value FROM log.lookup WHERE lookup = ? AND key = ?",
                        row -> new Value(
                                row.getLong("version"),
                                EventCodec.JSON.readValue(row.getString("value"), lookup.type())),
                        at.lookup(),
                        at.key())
                .stream()
                .findFirst()
                .orElse(NONE);
    }
}

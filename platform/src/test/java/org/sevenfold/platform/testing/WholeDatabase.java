package org.sevenfold.platform.testing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** A search of every column of every table, except those of PostgreSQL itself: what a dump of the database would hold. */
public final class WholeDatabase {

    private static final String COLUMNS = """
        SELECT n.nspname AS schema, c.relname AS name, a.attname AS column, t.typname AS type
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
             JOIN pg_type t ON t.oid = a.atttypid
        WHERE c.relkind IN ('r', 'p', 'm') AND a.attnum > 0 AND NOT a.attisdropped
          AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
          AND t.typname IN ('text', 'varchar', 'bpchar', 'json', 'jsonb', 'bytea', '_text')
        """;

    private final JdbcTemplate superuser;

    public WholeDatabase(JdbcTemplate superuser) {
        this.superuser = superuser;
    }

    /** The columns, such as {@code erasable.person.name}, that hold any of these texts, in whatever case. */
    public TreeSet<String> placesOf(List<String> texts) {
        var places = new TreeSet<String>();
        for (Map<String, Object> at : superuser.queryForList(COLUMNS)) {
            String column = "\"" + at.get("column") + "\"";
            String text = "bytea".equals(at.get("type")) ? "encode(" + column + ", 'escape')" : column + "::text";
            String sql = "SELECT count(*) FROM %s.%s WHERE strpos(lower(%s), lower(?)) > 0"
                    .formatted(at.get("schema"), at.get("name"), text);
            for (String needle : texts) {
                if (!Objects.equals(superuser.queryForObject(sql, Long.class, needle), 0L)) {
                    places.add(at.get("schema") + "." + at.get("name") + "." + at.get("column"));
                }
            }
        }
        return places;
    }
}

package org.sevenfold.query.basis;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The one door through which the statements of an answer go. It sees which boards each reads, so that nobody lists them:
 * an answer that read one for which its basis does not stand is not given, but read again with that one.
 */
public final class Statements {

    private static final Pattern TABLE = Pattern.compile("\\bquery\\.([a-z_]++)(?!\\()");

    private final JdbcClient jdbc;
    private final Predicate<String> isBoard;
    private final Set<String> read = new HashSet<>();

    /**
     * Opens a door.
     *
     * @param isBoard whether a table of the read side is a board's
     */
    public Statements(JdbcClient jdbc, Predicate<String> isBoard) {
        this.jdbc = jdbc;
        this.isBoard = isBoard;
    }

    public StatementSpec sql(String statement) {
        TABLE.matcher(statement)
                .results()
                .map((MatchResult table) -> table.group(1))
                .filter(isBoard)
                .forEach(read::add);
        return jdbc.sql(statement);
    }

    /** The boards that were read through here. */
    Set<String> read() {
        return read;
    }
}

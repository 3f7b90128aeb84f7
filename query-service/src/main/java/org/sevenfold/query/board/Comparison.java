package org.sevenfold.query.board;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whether two tables of a board hold the same rows: each row's canonical text is hashed where it lies, and the hashes,
 * sorted, are hashed as one.
 *
 * @param liveHash SHA-256 of the live table's rows
 * @param rebuiltHash SHA-256 of the rows that the log gives
 */
record Comparison(String liveHash, String rebuiltHash, List<Difference> differences) {

    private static final int MOST = 100;

    /**
     * A row that stands in one of the two only.
     *
     * @param key the stream's id and the row's first column, by which it is found
     * @param from the day from which the row holds, or on which it happened
     * @param onlyIn {@code live} or {@code rebuilt}
     */
    public record Difference(String key, String from, long knownFrom, String onlyIn) {}

    public boolean equal() {
        return liveHash.equals(rebuiltHash);
    }

    static Comparison of(Board<?, ?> board, JdbcTemplate jdbc, String live, String rebuilt) {
        List<String> columns = new java.util.ArrayList<>(List.of("stream_id"));
        columns.addAll(Columns.of(board).names());
        columns.addAll(List.of("known_from", "known_to"));
        String text = "ROW(" + String.join(", ", columns) + ")::text";
        String liveHash = hash(jdbc, text, live);
        String rebuiltHash = hash(jdbc, text, rebuilt);
        return new Comparison(
                liveHash,
                rebuiltHash,
                liveHash.equals(rebuiltHash) ? List.of() : differences(jdbc, columns, live, rebuilt));
    }

    private static String hash(JdbcTemplate jdbc, String text, String table) {
        MessageDigest sha256 = sha256();
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "SELECT sha256(convert_to(" + text + ", 'UTF8')) FROM query." + table + " ORDER BY 1");
                    statement.setFetchSize(20_000);
                    return statement;
                },
                row -> {
                    sha256.update(row.getBytes(1));
                });
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static List<Difference> differences(JdbcTemplate jdbc, List<String> columns, String live, String rebuilt) {
        String all = String.join(", ", columns);
        String day = columns.contains("valid_from") ? "valid_from" : "effective_on";
        String one = "SELECT stream_id || ' ' || " + columns.get(1) + "::text, " + day
                + "::text, known_from, '%s' FROM (SELECT " + all + " FROM query.%s EXCEPT ALL SELECT " + all
                + " FROM query.%s) AS alone";
        return jdbc.query(
                one.formatted("live", live, rebuilt) + " UNION ALL " + one.formatted("rebuilt", rebuilt, live)
                        + " ORDER BY 1, 3, 4 LIMIT " + MOST,
                (row, number) -> new Difference(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

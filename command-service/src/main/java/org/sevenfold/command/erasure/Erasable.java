package org.sevenfold.command.erasure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.sevenfold.platform.database.Read;
import org.springframework.stereotype.Component;

/** Everything outside the log that says who somebody is. */
@Component
final class Erasable {

    /** A key of this product's own; nobody else locks under it. */
    private static final String LOCK = "hashtext('sevenfold erasure')";

    private static final String NAMES = "concat_ws(chr(10), sent, body, refusal, stream_id) ~* ?";

    private final DataSource dataSource;

    /** Something that is done while no other instance does it. */
    @FunctionalInterface
    interface Alone {
        void run();
    }

    Erasable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Does this unless another instance is at it; the lock ends with its connection, also where the process dies. */
    void alone(Alone work) {
        try (Connection connection = dataSource.getConnection()) {
            if (!says(connection, "SELECT pg_try_advisory_lock(" + LOCK + ")")) {
                return;
            }
            try {
                work.run();
            } finally {
                says(connection, "SELECT pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new Read.DatabaseFailed(e);
        }
    }

    /**
     * Deletes the rows of files that name the person and then the person's entry, together; again is no more. Whether all
     * is gone: a row that nobody has answered yet is not lost, and the entry, by which it is found, stays as long.
     */
    boolean erase(UUID person) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                String named = pattern(connection, person);
                update(connection, """
                    DELETE FROM erasable.import_row
                    WHERE outcome IS NOT NULL AND %s
                    """.formatted(NAMES), named);
                boolean gone = Read.all(
                                connection,
                                "SELECT 1 FROM erasable.import_row WHERE %s LIMIT 1".formatted(NAMES),
                                row -> 1,
                                named)
                        .isEmpty();
                if (gone) {
                    update(connection, "DELETE FROM erasable.person WHERE person_id = ?", person);
                }
                connection.commit();
                return gone;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new Read.DatabaseFailed(e);
        }
    }

    /** What the person is known by, each as a whole word, so that S-1 is not found in S-10. */
    private static String pattern(Connection connection, UUID person) throws SQLException {
        Stream<String> known = Read.all(
                        connection,
                        "SELECT name, work_email, staff_number, registration_number FROM erasable.person WHERE"
                                + " person_id = ?",
                        Erasable::texts,
                        person)
                .stream()
                .flatMap(List::stream);
        return Stream.concat(Stream.of(person.toString()), known)
                .filter(text -> !text.isBlank())
                .map(text -> text.strip().replaceAll("([\\p{Punct}])", "\\\\$1"))
                .collect(Collectors.joining("|", "(?:^|[^[:alnum:]])(?:", ")(?:$|[^[:alnum:]])"));
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        return Stream.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4))
                .filter(Objects::nonNull)
                .toList();
    }

    private static void update(Connection connection, String sql, Object parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            statement.executeUpdate();
        }
    }

    private static boolean says(Connection connection, String sql) throws SQLException {
        return Read.all(connection, sql, row -> row.getBoolean(1)).getFirst();
    }
}

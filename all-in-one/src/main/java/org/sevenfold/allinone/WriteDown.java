package org.sevenfold.allinone;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The words after a first start: what to keep away from this machine, so that nobody can rewrite what was recorded. */
final class WriteDown {

    private static final String HEAD = "SELECT size, encode(root, 'hex') FROM log.tlog_head";

    private WriteDown() {}

    static String theLogOf(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet head = statement.executeQuery(HEAD)) {
            head.next();
            return words(head.getLong(1), head.getString(2));
        }
    }

    static String words(long size, String root) {
        String line = System.lineSeparator();
        return line + "Write this down, and keep it away from this machine: the log holds " + size
                + " events, and its root is"
                + line + line + "  " + root + line + line
                + "With it anybody can show later that nothing of these was altered or removed. Every page prints the"
                + " like.";
    }
}

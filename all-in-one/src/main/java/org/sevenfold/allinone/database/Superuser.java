package org.sevenfold.allinone.database;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The login that makes databases and other logins; only a start uses it. */
record Superuser(int port, String password) {

    static final String NAME = "postgres";

    /** Connections to the database that every server has. */
    DataSource anywhere() {
        return in(NAME);
    }

    DataSource in(String database) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(NAME);
        source.setPassword(password);
        return source;
    }

    /** Without the password, so that no log line can carry it. */
    @Override
    public String toString() {
        return "Superuser[" + port + "]";
    }
}

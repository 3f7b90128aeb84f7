package org.sevenfold.query.audit.verification;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether what protects the log is still there: no login may change what is written, and triggers refuse even the owner. */
final class GuardCheck {

    private static final List<String> WRITTEN = List.of(
            "domain_event",
            "tlog_leaf",
            "tlog_node",
            "command_log",
            "tlog_checkpoint",
            "tlog_cosignature",
            "access_log");
    private static final List<String> LOGINS = List.of("sevenfold_command", "sevenfold_query", "sevenfold_reporting");
    private static final int BEFORE_UPDATE_DELETE_TRUNCATE = 2 + 8 + 16 + 32;
    private static final int BEFORE_DELETE_TRUNCATE = 2 + 8 + 32;

    // A trigger that is switched off, that refuses less, or whose function no longer refuses, protects nothing.
    private static final String TRIGGER = """
        SELECT count(*) FROM pg_trigger t
        JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_proc f ON f.oid = t.tgfoid
        WHERE n.nspname = 'log' AND c.relname = ? AND t.tgname = ? AND t.tgenabled IN ('O', 'A')
          AND t.tgtype = ? AND f.proname = 'refuse_change' AND f.prosrc LIKE '%RAISE EXCEPTION ''append only%'
        """;

    private static final String RIGHT = """
        SELECT login.rolname || ' may ' || lower(privilege) || ' ' || c.relname
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        CROSS JOIN pg_roles login
        CROSS JOIN unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS privilege
        WHERE n.nspname = 'log' AND c.relname IN (:written) AND login.rolname IN (:logins)
          AND has_table_privilege(login.oid, c.oid, privilege)
        """;

    private static final String OWNER = """
        SELECT c.relname || ' belongs to ' || pg_get_userbyid(c.relowner)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'log' AND c.relkind = 'r' AND c.relname IN (:written)
          AND (pg_get_userbyid(c.relowner) IN (:logins)
               OR EXISTS (SELECT FROM pg_roles login WHERE login.rolname IN (:logins)
                            AND (login.rolsuper OR pg_has_role(login.oid, c.relowner, 'MEMBER'))))
        """;

    private final JdbcClient sql;
    private final Findings findings;

    GuardCheck(JdbcClient sql, Findings findings) {
        this.sql = sql;
        this.findings = findings;
    }

    void check() {
        for (String table : WRITTEN) {
            requireTrigger(table, "append_only", BEFORE_UPDATE_DELETE_TRUNCATE);
        }
        requireTrigger("tlog_head", "never_removed", BEFORE_DELETE_TRUNCATE);
        require(RIGHT, "right");
        require(OWNER, "owner");
        findings.step(
                "guards", "The triggers that refuse changes are there, and no login of Sevenfold may change the log.");
    }

    private void requireTrigger(String table, String name, int type) {
        long there =
                sql.sql(TRIGGER).params(table, name, type).query(Long.class).single();
        if (there != 1) {
            findings.add(
                    Wrong.UNGUARDED,
                    "table log." + table,
                    "The trigger that refuses changes is gone, switched off or no longer what it was.");
        }
    }

    private void require(String statement, String what) {
        sql.sql(statement)
                .param("written", WRITTEN)
                .param("logins", LOGINS)
                .query(String.class)
                .list()
                .forEach(found ->
                        findings.add(Wrong.UNGUARDED, what, "In the log, " + found + ", which is not as it was made."));
    }
}

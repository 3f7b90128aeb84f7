package org.sevenfold.query.question;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sevenfold.events.Role;
import org.sevenfold.query.basis.Basis;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who read which names, one row an answer. It is written behind the reading's own transaction and before the answer goes
 * out: where it cannot be written, nobody is named. It is no second truth, because it says what was read and not what
 * happened: no figure, rule or board depends on it.
 */
@Component
class AccessLog {

    private static final String INSERT = """
        INSERT INTO log.access_log (actor, roles, reading, effective_on, position, people, purpose, correlation_id)
        VALUES (:actor, :roles, :reading, :effectiveOn, :position, CAST(:people AS uuid[]), :purpose, :correlationId)
        """;

    private final JdbcClient sql;

    AccessLog(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps that these people were named in an answer; nothing where there are none. */
    void keep(Question question, Basis basis, Set<UUID> people) {
        if (!people.isEmpty()) {
            sql.sql(INSERT)
                    .param("actor", question.caller().personId())
                    .param(
                            "roles",
                            question.caller().roles().stream().map(Role::text).collect(Collectors.joining(" ")))
                    .param("reading", question.name())
                    .param("effectiveOn", basis.effectiveOn())
                    .param("position", basis.position())
                    .param("people", people.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                    .param("purpose", question.errand().purpose())
                    .param("correlationId", question.errand().correlationId())
                    .update();
        }
    }
}

package org.sevenfold.query.governance;

import java.time.Clock;
import java.util.UUID;
import org.sevenfold.events.Role;
import org.sevenfold.platform.signin.RolesHeld;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.board.Boards;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who holds which role, by the grants in the log. */
@Configuration
class GrantedRoles {

    private static final String HELD_NOW = """
        SELECT DISTINCT role FROM query.roles
        WHERE person_id = :person AND valid_from <= :today AND :today < valid_to AND known_to = 9223372036854775807
        """;

    /** What a caller may read is decided by the roles held today, whatever the day that is asked about. */
    @Bean
    RolesHeld rolesHeld(JdbcClient sql, Boards boards, Clock clock) {
        return (UUID person) -> {
            boards.requireReady("roles");
            return sql
                    .sql(HELD_NOW)
                    .param("person", person)
                    .param("today", London.day(clock.instant()))
                    .query(String.class)
                    .list()
                    .stream()
                    .map(Role::valueOf)
                    .sorted()
                    .toList();
        };
    }
}

package org.sevenfold.query.governance;

import java.time.Clock;
import java.util.UUID;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.PolicyEvent;
import org.sevenfold.events.governance.ProposalEvent;
import org.sevenfold.events.governance.RoleEvent;
import org.sevenfold.platform.signin.RolesHeld;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.board.Board;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The boards of policies, roles and proposals, and who holds which role by them. */
@Configuration
class GovernanceBoards {

    private static final String HELD_NOW = """
        SELECT DISTINCT role FROM query.roles
        WHERE person_id = :person AND valid_from <= :today AND :today < valid_to AND known_to = 9223372036854775807
        """;

    @Bean
    Board<?, ?> policiesBoard() {
        return new Board<>("policies", PolicyEvent.class, PolicyRow.class, new PolicyView());
    }

    @Bean
    Board<?, ?> rolesBoard() {
        return new Board<>("roles", RoleEvent.class, RoleRow.class, new RoleView());
    }

    @Bean
    Board<?, ?> proposalsBoard() {
        return new Board<>("proposals", ProposalEvent.class, ProposalRow.class, new ProposalView());
    }

    /** What a caller may read is decided by the roles held today, whatever the day that is asked about. */
    @Bean
    RolesHeld rolesHeld(JdbcClient sql, Clock clock) {
        return (UUID person) -> sql
                .sql(HELD_NOW)
                .param("person", person)
                .param("today", London.day(clock.instant()))
                .query(String.class)
                .list()
                .stream()
                .map(Role::valueOf)
                .sorted()
                .toList();
    }
}

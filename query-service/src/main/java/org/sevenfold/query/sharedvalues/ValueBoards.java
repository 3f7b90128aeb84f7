package org.sevenfold.query.sharedvalues;

import org.sevenfold.events.sharedvalues.ValueStatementEvent;
import org.sevenfold.query.board.Board;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boards of shared values. */
@Configuration
class ValueBoards {

    @Bean
    Board<?, ?> valueStatementsBoard() {
        return new Board<>(
                "value_statements", ValueStatementEvent.class, ValueStatementRow.class, new ValueStatementView());
    }
}

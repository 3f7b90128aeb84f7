package org.sevenfold.query.programme;

import org.sevenfold.events.programme.AlignmentEvent;
import org.sevenfold.events.programme.PlanEvent;
import org.sevenfold.query.board.Board;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boards of the plan, and of how the dimensions fit together. */
@Configuration
class PlanBoards {

    @Bean
    Board<?, ?> dependenciesBoard() {
        return new Board<>("dependencies", PlanEvent.class, DependencyRow.class, new DependencyView());
    }

    @Bean
    Board<?, ?> baselinesBoard() {
        return new Board<>("baselines", PlanEvent.class, BaselineRow.class, new BaselineView());
    }

    @Bean
    Board<?, ?> alignmentsBoard() {
        return new Board<>("alignments", AlignmentEvent.class, AlignmentRow.class, new AlignmentView());
    }
}

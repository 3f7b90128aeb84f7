package org.sevenfold.query.structure;

import org.sevenfold.events.structure.UnitEvent;
import org.sevenfold.query.board.Board;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boards of structure. */
@Configuration
class StructureBoards {

    @Bean
    Board<?, ?> unitsBoard() {
        return new Board<>("units", UnitEvent.class, UnitRow.class, new UnitView());
    }

    @Bean
    Board<?, ?> groupManagersBoard() {
        return new Board<>("group_managers", UnitEvent.class, GroupManagerRow.class, new GroupManagerView());
    }
}

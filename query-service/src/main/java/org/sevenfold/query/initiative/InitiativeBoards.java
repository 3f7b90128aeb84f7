package org.sevenfold.query.initiative;

import org.sevenfold.events.initiative.AlignmentEvent;
import org.sevenfold.events.initiative.InitiativeEvent;
import org.sevenfold.query.board.Board;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boards of initiatives, and of how the dimensions fit together. */
@Configuration
class InitiativeBoards {

    @Bean
    Board<?, ?> initiativesBoard() {
        return new Board<>("initiatives", InitiativeEvent.class, InitiativeRow.class, new InitiativeView());
    }

    @Bean
    Board<?, ?> initiativeUnitsBoard() {
        return new Board<>(
                "initiative_units", InitiativeEvent.class, InitiativeUnitRow.class, new InitiativeUnitView());
    }

    @Bean
    Board<?, ?> dimensionImpactsBoard() {
        return new Board<>(
                "dimension_impacts", InitiativeEvent.class, DimensionImpactRow.class, new DimensionImpactView());
    }

    @Bean
    Board<?, ?> valueLinksBoard() {
        return new Board<>("value_links", InitiativeEvent.class, ValueLinkRow.class, new ValueLinkView());
    }

    @Bean
    Board<?, ?> ratingsBoard() {
        return new Board<>("ratings", InitiativeEvent.class, RatingRow.class, new RatingView());
    }

    @Bean
    Board<?, ?> alignmentsBoard() {
        return new Board<>("alignments", AlignmentEvent.class, AlignmentRow.class, new AlignmentView());
    }
}

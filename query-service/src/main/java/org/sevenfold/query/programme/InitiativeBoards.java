package org.sevenfold.query.programme;

import org.sevenfold.events.programme.InitiativeEvent;
import org.sevenfold.events.programme.MilestoneEvent;
import org.sevenfold.query.board.Board;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boards of initiatives and their milestones. */
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
    Board<?, ?> milestonesBoard() {
        return new Board<>("milestones", MilestoneEvent.class, MilestoneRow.class, new MilestoneView());
    }

    @Bean
    Board<?, ?> reforecastsBoard() {
        return new Board<>("reforecasts", MilestoneEvent.class, ReforecastRow.class, new ReforecastView());
    }
}

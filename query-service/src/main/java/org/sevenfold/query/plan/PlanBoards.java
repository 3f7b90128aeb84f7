package org.sevenfold.query.plan;

import org.sevenfold.events.plan.MilestoneEvent;
import org.sevenfold.events.plan.PlanEvent;
import org.sevenfold.events.plan.ProgrammeEvent;
import org.sevenfold.query.board.Board;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boards of the programme, its milestones and what was agreed of them. */
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
    Board<?, ?> programmesBoard() {
        return new Board<>("programmes", ProgrammeEvent.class, ProgrammeRow.class, new ProgrammeView());
    }

    @Bean
    Board<?, ?> lockedPeriodsBoard() {
        return new Board<>("locked_periods", ProgrammeEvent.class, LockedPeriodRow.class, new LockedPeriodView());
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

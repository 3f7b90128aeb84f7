package org.sevenfold.query.skills;

import org.sevenfold.events.skills.CourseEvent;
import org.sevenfold.events.skills.TrainingRecordEvent;
import org.sevenfold.events.skills.TrainingRequirementEvent;
import org.sevenfold.query.board.Board;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boards of skills. */
@Configuration
class SkillsBoards {

    @Bean
    Board<?, ?> coursesBoard() {
        return new Board<>("courses", CourseEvent.class, CourseRow.class, new CourseView());
    }

    @Bean
    Board<?, ?> completionsBoard() {
        return new Board<>("completions", TrainingRecordEvent.class, CompletionRow.class, new CompletionView());
    }

    @Bean
    Board<?, ?> requirementsBoard() {
        return new Board<>("requirements", TrainingRequirementEvent.class, RequirementRow.class, new RequirementView());
    }
}

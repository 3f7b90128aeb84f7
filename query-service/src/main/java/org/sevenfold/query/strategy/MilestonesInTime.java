package org.sevenfold.query.strategy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sevenfold.query.measure.Contributions;
import org.sevenfold.query.measure.Measure;
import org.sevenfold.query.question.References.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is measured in strategy. */
@Configuration
class MilestonesInTime {

    private static final Measure MEASURE = new Measure(
            "milestones-in-time",
            "Milestones met in time",
            "%",
            "Milestones met by the day that was agreed for them, of all whose agreed day has come; where none was"
                    + " agreed, the day for which they were first planned. Another forecast changes nothing of it.");

    private static final Set<String> BOARDS = Set.of("programmes", "initiatives", "milestones", "baselines");

    private static final Map<String, String> WHY_NOT_COUNTED = Map.of(
            "cancelled", "The milestone was cancelled.",
            "left-behind", "The initiative was closed before the milestone was met.",
            "not-due-yet", "Its agreed day has not come on the day that is asked for.",
            "met-late", "It was met after its agreed day.");

    @Bean
    Contributions strategy() {
        return Contributions.beside(
                MilestonesInTime.class,
                "strategy",
                BOARDS,
                Kind.MILESTONE,
                List.of(Kind.MILESTONE, Kind.INITIATIVE),
                WHY_NOT_COUNTED,
                List.of(MEASURE));
    }
}

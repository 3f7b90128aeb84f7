package org.sevenfold.query.strategy;

import java.util.List;
import java.util.Set;
import org.sevenfold.query.measure.Contributions;
import org.sevenfold.query.measure.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is measured in strategy. */
@Configuration
class MilestonesInTime {

    private static final Measure MEASURE = new Measure(
            "milestones-in-time",
            "Milestones met in time",
            "%",
            "Milestones met by the day that was agreed for them, of all whose agreed day has come; where none was agreed,"
                    + " the day for which they were first planned. Another forecast changes nothing of it.");

    private static final Set<String> BOARDS = Set.of("programmes", "initiatives", "milestones", "baselines");

    @Bean
    Contributions strategy() {
        return Contributions.beside(MilestonesInTime.class, "strategy", BOARDS, List.of(MEASURE));
    }
}

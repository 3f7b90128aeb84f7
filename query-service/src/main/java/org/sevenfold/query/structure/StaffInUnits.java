package org.sevenfold.query.structure;

import java.util.List;
import java.util.Set;
import org.sevenfold.query.measure.Contributions;
import org.sevenfold.query.measure.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is measured in structure. */
@Configuration
class StaffInUnits {

    private static final Measure MEASURE = new Measure(
            "staff-in-units",
            "Staff in social work units",
            "%",
            "People in post in a social work unit, of all people in post in units and old teams. A person in two counts in"
                    + " each; a person with two posts in one counts there once. Groups count in neither part.");

    private static final Set<String> BOARDS = Set.of("appointments", "posts", "units");

    @Bean
    Contributions structure() {
        return Contributions.beside(StaffInUnits.class, "structure", BOARDS, List.of(MEASURE));
    }
}

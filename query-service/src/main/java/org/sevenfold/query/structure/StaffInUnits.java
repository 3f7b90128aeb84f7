package org.sevenfold.query.structure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sevenfold.query.measure.Contributions;
import org.sevenfold.query.measure.Measure;
import org.sevenfold.query.question.References.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is measured in structure. */
@Configuration
class StaffInUnits {

    private static final Measure MEASURE = new Measure(
            "staff-in-units",
            "Staff in social work units",
            "%",
            "People in post in a social work unit, of all people in post in units and old teams. A person in two"
                + " counts in each; a person with two posts in one counts there once. Groups count in neither part.");

    private static final Set<String> BOARDS = Set.of("appointments", "posts", "units");

    private static final Map<String, String> WHY_NOT_COUNTED = Map.of(
            "in-a-group", "The post belongs to a group, which is neither a unit nor an old team.",
            "counted-already", "The person counts once in the unit, by the appointment recorded first.");

    @Bean
    Contributions structure() {
        return Contributions.beside(
                StaffInUnits.class,
                "structure",
                BOARDS,
                null,
                List.of(Kind.UNIT, Kind.POST),
                WHY_NOT_COUNTED,
                List.of(MEASURE));
    }
}

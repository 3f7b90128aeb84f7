package org.sevenfold.query.initiative;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sevenfold.query.measure.Contributions;
import org.sevenfold.query.measure.Measure;
import org.sevenfold.query.question.References.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is measured of the programme as a whole. */
@Configuration
class InitiativesConsidered {

    private static final Measure MEASURE = new Measure(
            "initiatives-considered",
            "Initiatives fully considered",
            "%",
            "Initiatives of which somebody said for each of the seven dimensions how it is affected or why it is not,"
                    + " of all initiatives that go on.");

    private static final Set<String> BOARDS = Set.of("programmes", "initiatives", "dimension_impacts");

    private static final Map<String, String> WHY_NOT_COUNTED = Map.of(
            "closed", "The initiative was closed by then.",
            "others-missing", "Of other dimensions of the initiative nobody has spoken yet.",
            "one-of-seven", "It is one of the seven; the one recorded last completed them.");

    @Bean
    Contributions programmeAsAWhole() {
        return Contributions.beside(
                InitiativesConsidered.class,
                null,
                BOARDS,
                Kind.INITIATIVE,
                List.of(Kind.INITIATIVE),
                WHY_NOT_COUNTED,
                List.of(MEASURE));
    }
}

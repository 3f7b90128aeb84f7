package org.sevenfold.query.sharedvalues;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sevenfold.query.measure.Contributions;
import org.sevenfold.query.measure.Measure;
import org.sevenfold.query.question.References.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is measured in shared values. */
@Configuration
class ValuesServed {

    private static final Measure MEASURE = new Measure(
            "values-served",
            "Values that initiatives serve",
            "%",
            "Value statements that at least one initiative serves, of all that are held. An initiative counts from its"
                    + " registration until it is closed.");

    static final Set<String> BOARDS = Set.of("programmes", "value_statements", "value_links", "initiatives");

    private static final Map<String, String> WHY_NOT_COUNTED = Map.of(
            "closed", "The initiative was closed by then.",
            "served-already", "Another initiative was linked to the value before.");

    @Bean
    Contributions sharedValues() {
        return Contributions.beside(
                ValuesServed.class,
                "shared-values",
                BOARDS,
                Kind.VALUE_STATEMENT,
                List.of(Kind.VALUE_STATEMENT, Kind.INITIATIVE),
                WHY_NOT_COUNTED,
                List.of(MEASURE));
    }
}

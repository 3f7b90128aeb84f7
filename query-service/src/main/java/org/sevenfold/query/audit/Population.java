package org.sevenfold.query.audit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sevenfold.events.StoredStream;
import org.sevenfold.events.StoredStream.StoredEvent;
import org.sevenfold.events.catalogue.EventCatalogue;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Standpoint;

/**
 * A set of kinds of events that an auditor looks at as one.
 *
 * @param name as it was asked for
 * @param events the stored names of its kinds
 */
record Population(String name, Set<String> events) {

    private static final String ALL = "all";
    private static final List<String> NAMES = EventCatalogue.STREAMS.stream()
            .map(StoredStream::events)
            .flatMap(events -> events.values().stream())
            .map(StoredEvent::name)
            .toList();

    static final Parameter PARAMETER = Parameter.optional(
            "population",
            "Which events: a stored name such as skills.training-completion-recorded, all of one dimension such as"
                    + " skills, or all.",
            "skills.training-completion-recorded");

    static Population of(Standpoint at) {
        String name = at.parameter("population").orElse(ALL);
        Set<String> events = NAMES.stream()
                .filter(event -> name.equals(ALL) || event.equals(name) || event.startsWith(name + "."))
                .collect(Collectors.toUnmodifiableSet());
        if (events.isEmpty()) {
            throw AskedParameters.malformed(
                    "population",
                    "There are these: "
                            + Stream.concat(Stream.of(ALL), NAMES.stream().sorted())
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return new Population(name, events);
    }
}

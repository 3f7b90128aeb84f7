package org.sevenfold.command.lookups;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.InitiativesOfValue.All;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeLinkedToValue;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeUnlinkedFromValue;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.sharedvalues.ValueStatementId;
import org.sevenfold.platform.journal.Lookup;

/** Which initiatives serve a value. */
public final class InitiativesOfValue implements Lookup<All> {

    public static final InitiativesOfValue LOOKUP = new InitiativesOfValue();

    /** The initiatives that serve a value now, in the order in which they were linked. */
    public record All(List<InitiativeId> initiatives) {}

    private InitiativesOfValue() {}

    /** None for a value that nothing serves. */
    public static List<InitiativeId> of(Lookups lookups, ValueStatementId value) {
        return lookups.find(LOOKUP, value.toString()).map(All::initiatives).orElse(List.of());
    }

    @Override
    public String name() {
        return "initiatives-of-value";
    }

    @Override
    public Class<All> type() {
        return All.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return switch (event) {
            case InitiativeLinkedToValue e -> List.of(e.valueId().toString());
            case InitiativeUnlinkedFromValue e -> List.of(e.valueId().toString());
            default -> List.of();
        };
    }

    @Override
    public All evolve(@Nullable All before, String key, EventId id, DomainEvent event) {
        Stream<InitiativeId> known = before == null ? Stream.of() : before.initiatives.stream();
        return switch (event) {
            case InitiativeLinkedToValue e ->
                new All(Stream.concat(known, Stream.of(e.initiativeId())).toList());
            case InitiativeUnlinkedFromValue e ->
                new All(known.filter(initiative -> !initiative.equals(e.initiativeId()))
                        .toList());
            default -> throw new IllegalStateException("the initiatives of a value do not follow from " + event);
        };
    }
}

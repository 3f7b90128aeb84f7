package org.sevenfold.command.lookups;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.InitiativesOfProgramme.All;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeRegistered;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.platform.journal.Lookup;

/** Which initiatives a programme has. */
public final class InitiativesOfProgramme implements Lookup<All> {

    public static final InitiativesOfProgramme LOOKUP = new InitiativesOfProgramme();

    /** Every initiative of a programme, in the order in which they were registered. */
    public record All(List<InitiativeId> initiatives) {}

    private InitiativesOfProgramme() {}

    /** None for a programme without any. */
    public static List<InitiativeId> of(Lookups lookups, ProgrammeId programme) {
        return lookups.find(LOOKUP, programme.toString()).map(All::initiatives).orElse(List.of());
    }

    @Override
    public String name() {
        return "initiatives-of-programme";
    }

    @Override
    public Class<All> type() {
        return All.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return event instanceof InitiativeRegistered e ? List.of(e.programmeId().toString()) : List.of();
    }

    @Override
    public All evolve(@Nullable All before, String key, EventId id, DomainEvent event) {
        if (event instanceof InitiativeRegistered e) {
            Stream<InitiativeId> known = before == null ? Stream.of() : before.initiatives.stream();
            return new All(Stream.concat(known, Stream.of(e.initiativeId())).toList());
        }
        throw new IllegalStateException("the initiatives of a programme do not follow from " + event);
    }
}

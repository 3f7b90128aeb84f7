package org.sevenfold.command.lookups;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.Units.UnitFacts;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.structure.UnitEvent;
import org.sevenfold.events.structure.UnitEvent.UnitEstablished;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.events.structure.UnitKind;
import org.sevenfold.platform.journal.Lookup;

/** Units, by id, by reference and by name. */
public final class Units implements Lookup<UnitFacts> {

    public static final Units LOOKUP = new Units();

    /** What rules know of a unit. */
    public record UnitFacts(
            UnitId unitId,
            String reference,
            String name,
            UnitKind kind,
            @Nullable UnitId groupId,
            LocalDate from) {}

    private Units() {}

    public static Optional<UnitFacts> byId(Lookups lookups, UnitId id) {
        return lookups.find(LOOKUP, id.toString());
    }

    /** By what people call it, in any case of letters. */
    public static Optional<UnitFacts> byReference(Lookups lookups, String reference) {
        return lookups.find(LOOKUP, Key.named("reference", reference));
    }

    public static Optional<UnitFacts> byName(Lookups lookups, String name) {
        return lookups.find(LOOKUP, Key.named("name", name));
    }

    @Override
    public String name() {
        return "units";
    }

    @Override
    public Class<UnitFacts> type() {
        return UnitFacts.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return event instanceof UnitEstablished unit
                ? List.of(
                        unit.unitId().toString(),
                        Key.named("reference", unit.reference()),
                        Key.named("name", unit.name()))
                : List.of();
    }

    @Override
    public UnitFacts evolve(@Nullable UnitFacts before, String key, EventId id, DomainEvent event) {
        return switch ((UnitEvent) event) {
            case UnitEstablished e ->
                new UnitFacts(e.unitId(), e.reference(), e.name(), e.kind(), e.groupId(), e.effectiveOn());
        };
    }
}

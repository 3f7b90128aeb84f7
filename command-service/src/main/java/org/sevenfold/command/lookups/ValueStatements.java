package org.sevenfold.command.lookups;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.ValueStatements.ValueStatementFacts;
import org.sevenfold.events.Days;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementAdopted;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementRetired;
import org.sevenfold.events.sharedvalues.ValueStatementId;
import org.sevenfold.platform.journal.Lookup;

/** Value statements, by id and by reference. */
public final class ValueStatements implements Lookup<ValueStatementFacts> {

    public static final ValueStatements LOOKUP = new ValueStatements();

    /**
     * What rules know of a value statement.
     *
     * @param retiredFrom the first day without it; null where it is held on
     */
    public record ValueStatementFacts(
            ValueStatementId valueId,
            String reference,
            LocalDate from,
            @Nullable LocalDate retiredFrom) {

        /** Whether it is held on a day or will be later. */
        public boolean isHeldOnOrAfter(LocalDate day) {
            return retiredFrom == null || day.isBefore(retiredFrom);
        }
    }

    private ValueStatements() {}

    public static Optional<ValueStatementFacts> byId(Lookups lookups, ValueStatementId id) {
        return lookups.find(LOOKUP, id.toString());
    }

    /** By reference, in any case of letters. */
    public static Optional<ValueStatementId> byReference(Lookups lookups, String reference) {
        return lookups.find(LOOKUP, Key.named("reference", reference)).map(ValueStatementFacts::valueId);
    }

    /** Of these, those that are held on a day or will be later. */
    public static List<ValueStatementId> heldOnOrAfter(Lookups lookups, List<ValueStatementId> all, LocalDate day) {
        return all.stream()
                .filter(id -> byId(lookups, id)
                        .map(value -> value.isHeldOnOrAfter(day))
                        .orElse(false))
                .toList();
    }

    @Override
    public String name() {
        return "value-statements";
    }

    @Override
    public Class<ValueStatementFacts> type() {
        return ValueStatementFacts.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return switch (event) {
            case ValueStatementAdopted e -> List.of(e.valueId().toString(), Key.named("reference", e.reference()));
            case ValueStatementRetired e -> List.of(e.valueId().toString());
            default -> List.of();
        };
    }

    @Override
    public ValueStatementFacts evolve(@Nullable ValueStatementFacts before, String key, EventId id, DomainEvent event) {
        if (event instanceof ValueStatementAdopted e) {
            return new ValueStatementFacts(e.valueId(), e.reference(), e.effectiveOn(), null);
        }
        if (event instanceof ValueStatementRetired e && before != null) {
            return new ValueStatementFacts(before.valueId, before.reference, before.from, Days.after(e.lastDay()));
        }
        throw new IllegalStateException("value statements do not follow from " + event);
    }
}

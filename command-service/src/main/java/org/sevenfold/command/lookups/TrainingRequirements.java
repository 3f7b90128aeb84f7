package org.sevenfold.command.lookups;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.TrainingRequirements.Known;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.skills.TrainingRequirementEvent.TrainingRequirementSet;
import org.sevenfold.events.skills.TrainingRequirementId;
import org.sevenfold.platform.journal.Lookup;

/** Training requirements, by id and by reference, and how many there were. */
public final class TrainingRequirements implements Lookup<Known> {

    public static final TrainingRequirements LOOKUP = new TrainingRequirements();
    private static final String LAST = "last";

    /** Under which number a requirement was set. */
    public record Known(TrainingRequirementId requirementId, String reference, int number) {}

    private TrainingRequirements() {}

    public static Optional<Known> byId(Lookups lookups, TrainingRequirementId id) {
        return lookups.find(LOOKUP, id.toString());
    }

    /** By reference, in any case of letters. */
    public static Optional<TrainingRequirementId> byReference(Lookups lookups, String reference) {
        return lookups.find(LOOKUP, Key.named("reference", reference)).map(Known::requirementId);
    }

    /** The reference that the next requirement gets. */
    public static String nextReference(Lookups lookups) {
        int last = lookups.find(LOOKUP, LAST).map(Known::number).orElse(0);
        return "TR-%04d".formatted(last + 1);
    }

    @Override
    public String name() {
        return "training-requirements";
    }

    @Override
    public Class<Known> type() {
        return Known.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return event instanceof TrainingRequirementSet e
                ? List.of(e.requirementId().toString(), Key.named("reference", e.reference()), LAST)
                : List.of();
    }

    @Override
    public Known evolve(@Nullable Known before, String key, EventId id, DomainEvent event) {
        if (event instanceof TrainingRequirementSet e) {
            String number = e.reference().substring(e.reference().indexOf('-') + 1);
            return new Known(e.requirementId(), e.reference(), Integer.parseInt(number));
        }
        throw new IllegalStateException("training requirements do not follow from " + event);
    }
}

package org.sevenfold.query.plan;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sevenfold.events.Dimension;

/**
 * An initiative as it is on a day.
 *
 * @param open whether it goes on
 * @param units the units that it changes
 * @param affected the dimensions that it is said to affect, besides its own
 */
public record PlannedInitiative(
        UUID id,
        String reference,
        String title,
        Dimension dimension,
        boolean open,
        Set<UUID> units,
        List<Dimension> affected) {}

package org.sevenfold.query.initiative;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.EventId;
import org.sevenfold.events.initiative.InitiativeEvent.DimensionDeclaredNotAffected;
import org.sevenfold.events.initiative.InitiativeEvent.DimensionImpactDeclared;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.query.board.Row;

/** What an initiative does to a dimension, or why it does nothing to it. */
record DimensionImpactRow(
        EventId eventId,
        InitiativeId initiativeId,
        Dimension dimension,
        boolean affected,
        @Nullable String effect,
        @Nullable String mitigation,
        @Nullable String rationale,
        @Nullable LocalDate reviewBy,
        LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements Row.Interval {

    static DimensionImpactRow of(EventId id, DimensionImpactDeclared e) {
        return new DimensionImpactRow(
                id,
                e.initiativeId(),
                e.dimension(),
                true,
                e.effect(),
                e.mitigation(),
                null,
                e.reviewBy(),
                e.effectiveOn(),
                null);
    }

    static DimensionImpactRow of(EventId id, DimensionDeclaredNotAffected e) {
        return new DimensionImpactRow(
                id,
                e.initiativeId(),
                e.dimension(),
                false,
                null,
                null,
                e.rationale(),
                e.reviewBy(),
                e.effectiveOn(),
                null);
    }

    DimensionImpactRow over(LocalDate from, @Nullable LocalDate to) {
        return new DimensionImpactRow(
                eventId, initiativeId, dimension, affected, effect, mitigation, rationale, reviewBy, from, to);
    }
}

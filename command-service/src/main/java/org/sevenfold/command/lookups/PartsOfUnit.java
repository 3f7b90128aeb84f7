package org.sevenfold.command.lookups;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.PartsOfUnit.Parts;
import org.sevenfold.command.lookups.Posts.PostFacts;
import org.sevenfold.command.lookups.Units.UnitFacts;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.staff.PostEvent.PostCreated;
import org.sevenfold.events.staff.PostId;
import org.sevenfold.events.structure.UnitEvent.UnitEstablished;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.journal.Lookup;

/** What a unit is made of: the posts in it and, where it is a group, the units. */
public final class PartsOfUnit implements Lookup<Parts> {

    public static final PartsOfUnit LOOKUP = new PartsOfUnit();

    /** All posts and units that were ever in it, in the order in which they came. */
    public record Parts(List<PostId> posts, List<UnitId> units) {

        static final Parts NONE = new Parts(List.of(), List.of());
    }

    private PartsOfUnit() {}

    /** The posts that were ever in a unit, as they are. */
    public static List<PostFacts> posts(Lookups lookups, UnitId unit) {
        return of(lookups, unit).posts.stream()
                .map(post -> Posts.byId(lookups, post))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The units that were ever in a group, as they are. */
    public static List<UnitFacts> units(Lookups lookups, UnitId group) {
        return of(lookups, group).units.stream()
                .map(unit -> Units.byId(lookups, unit))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Parts of(Lookups lookups, UnitId unit) {
        return lookups.find(LOOKUP, unit.toString()).orElse(Parts.NONE);
    }

    @Override
    public String name() {
        return "parts-of-unit";
    }

    @Override
    public Class<Parts> type() {
        return Parts.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return switch (event) {
            case PostCreated e -> List.of(e.unitId().toString());
            case UnitEstablished e ->
                Stream.ofNullable(e.groupId()).map(UnitId::toString).toList();
            default -> List.of();
        };
    }

    @Override
    public Parts evolve(@Nullable Parts before, String key, EventId id, DomainEvent event) {
        Parts parts = before == null ? Parts.NONE : before;
        return switch (event) {
            case PostCreated e -> new Parts(with(parts.posts, e.postId()), parts.units);
            case UnitEstablished e when e.groupId() != null -> new Parts(parts.posts, with(parts.units, e.unitId()));
            default -> throw new IllegalStateException("parts of a unit do not follow from " + event);
        };
    }

    private static <T> List<T> with(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }
}

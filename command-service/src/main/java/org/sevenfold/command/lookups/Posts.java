package org.sevenfold.command.lookups;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.Posts.PostFacts;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.PostEvent;
import org.sevenfold.events.staff.PostEvent.AppointmentEnded;
import org.sevenfold.events.staff.PostEvent.AppointmentMade;
import org.sevenfold.events.staff.PostEvent.PostCreated;
import org.sevenfold.events.staff.PostEvent.PostDisestablished;
import org.sevenfold.events.staff.PostId;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.platform.journal.Lookup;

/** Posts, by id and by post number. */
public final class Posts implements Lookup<PostFacts> {

    public static final Posts LOOKUP = new Posts();

    /**
     * What rules know of a post.
     *
     * @param lastDay inclusive; null while it is established
     */
    public record PostFacts(
            PostId postId,
            String reference,
            PostRole role,
            Fte fte,
            UnitId unitId,
            LocalDate from,
            @Nullable LocalDate lastDay) {}

    private Posts() {}

    public static Optional<PostFacts> byId(Lookups lookups, PostId id) {
        return lookups.find(LOOKUP, id.toString());
    }

    /** By post number, in any case of letters. */
    public static Optional<PostFacts> byReference(Lookups lookups, String reference) {
        return lookups.find(LOOKUP, Key.named("reference", reference)).flatMap(begun -> byId(lookups, begun.postId));
    }

    @Override
    public String name() {
        return "posts";
    }

    @Override
    public Class<PostFacts> type() {
        return PostFacts.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return switch (event) {
            case PostCreated e -> List.of(e.postId().toString(), Key.named("reference", e.reference()));
            case PostDisestablished e -> List.of(e.postId().toString());
            default -> List.of();
        };
    }

    @Override
    public PostFacts evolve(@Nullable PostFacts before, String key, EventId id, DomainEvent event) {
        return switch ((PostEvent) event) {
            case PostCreated e ->
                new PostFacts(e.postId(), e.reference(), e.role(), e.fte(), e.unitId(), e.effectiveOn(), null);
            case PostDisestablished e -> until(before, e);
            case AppointmentMade e -> throw new IllegalStateException("posts do not follow from " + e);
            case AppointmentEnded e -> throw new IllegalStateException("posts do not follow from " + e);
        };
    }

    private static PostFacts until(@Nullable PostFacts post, PostDisestablished e) {
        if (post == null) {
            throw new IllegalStateException("a post that was never created: " + e);
        }
        return new PostFacts(post.postId, post.reference, post.role, post.fte, post.unitId, post.from, e.lastDay());
    }
}

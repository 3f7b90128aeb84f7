package org.sevenfold.query.staff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.who.Directory;
import org.sevenfold.query.who.Scope;

/** The posts of a unit on a day and who holds them, by name where the caller may read names there. */
public final class PostsOfUnit {

    private static final String STATEMENT = """
        SELECT post.post_id, post.reference, post.role, post.fte, post.stream_id,
               (SELECT max(sequence) + 1 FROM log.domain_event event
                WHERE event.stream_id = post.stream_id AND event.position <= :knownAt) AS version,
               appointment.person_id, appointment.fte AS held_fte, appointment.via, appointment.valid_from,
               CASE WHEN isfinite(appointment.valid_to) THEN appointment.valid_to - 1 END AS last_day
        FROM query.posts post
        LEFT JOIN query.appointments appointment
          ON appointment.post_id = post.post_id
         AND appointment.valid_from <= :effectiveOn AND :effectiveOn < appointment.valid_to
         AND appointment.known_from <= :knownAt AND :knownAt < appointment.known_to
        WHERE post.unit_id = :unit
          AND post.valid_from <= :effectiveOn AND :effectiveOn < post.valid_to
          AND post.known_from <= :knownAt AND :knownAt < post.known_to
        ORDER BY post.reference, appointment.valid_from, appointment.known_from
        """;

    private record Seat(
            String postId,
            String reference,
            String role,
            BigDecimal fte,
            String streamId,
            long version,
            @Nullable Holder holder) {}

    private record Holder(
            UUID person,
            BigDecimal fte,
            String via,
            String from,
            @Nullable String lastDay) {}

    /** What was read, and whether anybody in it can be recognised. */
    public record Posts(List<Map<String, @Nullable Object>> rows, boolean names) {}

    private PostsOfUnit() {}

    public static Posts read(Standpoint at, UUID unit) {
        List<Seat> seats = seats(at, unit);
        Scope scope = Scope.of(at);
        List<UUID> named = new ArrayList<>();
        for (Seat seat : seats) {
            if (seat.holder != null && scope.names(seat.holder.person, unit)) {
                named.add(seat.holder.person);
            }
        }
        Map<UUID, Object> names = Directory.names(at, named);
        var posts = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        for (Seat seat : seats) {
            Map<String, @Nullable Object> post = posts.computeIfAbsent(seat.postId, id -> post(seat));
            if (seat.holder != null) {
                add(post, seat.holder, names);
            }
        }
        return new Posts(List.copyOf(posts.values()), !named.isEmpty());
    }

    private static Map<String, @Nullable Object> post(Seat seat) {
        var post = new LinkedHashMap<String, @Nullable Object>();
        post.put("post", seat.reference);
        post.put("role", seat.role);
        post.put("fte", seat.fte);
        post.put("filledFte", BigDecimal.ZERO);
        post.put("vacantFte", seat.fte);
        post.put("holders", new ArrayList<Map<String, @Nullable Object>>());
        post.put("postId", seat.postId);
        post.put("streamId", seat.streamId);
        post.put("version", seat.version);
        return post;
    }

    @SuppressWarnings("unchecked") // put there by post()
    private static void add(Map<String, @Nullable Object> post, Holder holder, Map<UUID, Object> names) {
        BigDecimal filled = ((BigDecimal) post.getOrDefault("filledFte", BigDecimal.ZERO)).add(holder.fte);
        post.put("filledFte", filled);
        post.put("vacantFte", ((BigDecimal) post.getOrDefault("fte", BigDecimal.ZERO)).subtract(filled));
        var entry = new LinkedHashMap<String, @Nullable Object>();
        if (names.containsKey(holder.person)) {
            entry.put("person", names.get(holder.person));
            entry.put("personId", holder.person.toString());
        }
        entry.put("fte", holder.fte);
        entry.put("via", holder.via);
        entry.put("from", holder.from);
        entry.put("lastDay", holder.lastDay);
        ((List<Map<String, @Nullable Object>>) post.getOrDefault("holders", List.of())).add(entry);
    }

    private static List<Seat> seats(Standpoint at, UUID unit) {
        return at.sql(STATEMENT)
                .param("unit", unit)
                .query((row, number) -> {
                    UUID person = row.getObject("person_id", UUID.class);
                    return new Seat(
                            row.getString("post_id"),
                            row.getString("reference"),
                            row.getString("role"),
                            row.getBigDecimal("fte"),
                            row.getString("stream_id"),
                            row.getLong("version"),
                            person == null
                                    ? null
                                    : new Holder(
                                            person,
                                            row.getBigDecimal("held_fte"),
                                            row.getString("via"),
                                            row.getObject("valid_from", LocalDate.class)
                                                    .toString(),
                                            row.getString("last_day")));
                })
                .list();
    }
}

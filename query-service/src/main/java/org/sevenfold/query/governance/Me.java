package org.sevenfold.query.governance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Role;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.Standpoint;
import org.springframework.stereotype.Component;

/** What waits for the caller: decisions of theirs, what became of what they proposed, and what was refused. */
@Component
class Me implements Reading {

    private static final int MOST = 20;

    private static final String UNITS = """
        SELECT DISTINCT unit.reference
        FROM query.appointments appointment
        JOIN query.posts post ON post.post_id = appointment.post_id
         AND post.valid_from <= :effectiveOn AND :effectiveOn < post.valid_to
         AND post.known_from <= :knownAt AND :knownAt < post.known_to
        JOIN query.units unit ON unit.unit_id = post.unit_id
         AND unit.valid_from <= :effectiveOn AND :effectiveOn < unit.valid_to
         AND unit.known_from <= :knownAt AND :knownAt < unit.known_to
        WHERE appointment.person_id = :person
          AND appointment.valid_from <= :effectiveOn AND :effectiveOn < appointment.valid_to
          AND appointment.known_from <= :knownAt AND :knownAt < appointment.known_to
        ORDER BY unit.reference
        """;
    private static final String TO_DECIDE = """
        SELECT * FROM query.proposals
        WHERE known_from <= :knownAt AND :knownAt < known_to AND state = 'WAITING' AND proposed_by <> :person
          AND string_to_array(decidable_by, ' ') && string_to_array(:roles, ' ')
        ORDER BY reference
        """;
    private static final String PROPOSED = """
        SELECT * FROM query.proposals
        WHERE known_from <= :knownAt AND :knownAt < known_to AND proposed_by = :person
        ORDER BY state <> 'WAITING', reference DESC LIMIT %d
        """.formatted(MOST);
    // What was refused stands in no event, so it is what was refused up to the moment of the basis.
    private static final String REFUSED = """
        SELECT command_name, received_at, refusal, pointers FROM log.command_log
        WHERE actor = :actor AND outcome = 'refused'
          AND received_at <= coalesce((SELECT recorded_at FROM log.domain_event WHERE position = :knownAt + 1), now())
        ORDER BY received_at DESC LIMIT %d
        """.formatted(MOST);

    @Override
    public Described described() {
        return new Described(
                "me",
                "/api/v1/me",
                "What waits for you",
                "Your roles and units, what waits for your decision, what became of what you proposed, and what you"
                        + " were refused lately.",
                List.of(),
                Described.Readers.EVERYONE,
                false);
    }

    @Override
    public Finding read(Standpoint at) {
        Caller caller = at.caller();
        List<String> roles = caller.roles().stream().map(Role::text).toList();
        var me = new LinkedHashMap<String, @Nullable Object>();
        me.put("personId", caller.personId().toString());
        me.put("roles", roles);
        me.put(
                "units",
                at.sql(UNITS)
                        .param("person", caller.personId())
                        .query(String.class)
                        .list());
        me.put("decisions", decisions(at, caller.personId(), roles));
        me.put("proposed", proposed(at, caller.personId()));
        me.put("refused", refused(at, caller.personId()));
        return Finding.of(me).aboutPeople();
    }

    private static List<Map<String, @Nullable Object>> decisions(Standpoint at, UUID person, List<String> roles) {
        var rows = new ArrayList<>(at.sql(TO_DECIDE)
                .param("person", person)
                .param("roles", String.join(" ", roles))
                .query(Proposals::row)
                .list());
        Proposals.name(at, rows);
        return rows;
    }

    private static List<Map<String, @Nullable Object>> proposed(Standpoint at, UUID person) {
        var rows = new ArrayList<>(
                at.sql(PROPOSED).param("person", person).query(Proposals::row).list());
        Proposals.name(at, rows);
        return rows;
    }

    private static List<Map<String, @Nullable Object>> refused(Standpoint at, UUID person) {
        return at.sql(REFUSED)
                .param("actor", person.toString())
                .query((row, number) -> {
                    var refusal = new LinkedHashMap<String, @Nullable Object>();
                    refusal.put("command", row.getString("command_name"));
                    refusal.put(
                            "at", row.getTimestamp("received_at").toInstant().toString());
                    refusal.put("code", row.getString("refusal"));
                    refusal.put("fields", row.getString("pointers"));
                    return (Map<String, @Nullable Object>) refusal;
                })
                .list();
    }
}

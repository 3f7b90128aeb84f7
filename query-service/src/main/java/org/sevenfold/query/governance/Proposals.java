package org.sevenfold.query.governance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.log.EventCodec;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.who.Directory;
import org.sevenfold.query.who.Scope;
import org.springframework.stereotype.Component;

/** What was proposed, who decides it, and what became of it. */
@Component
class Proposals implements Reading {

    static final List<String> COLUMNS = List.of(
            "reference",
            "command",
            "state",
            "proposedOn",
            "proposedBy",
            "decidableBy",
            "wouldDo",
            "payload",
            "decidedOn",
            "decidedBy",
            "reason",
            "proposalId");

    private static final String ROWS = """
        SELECT * FROM query.proposals proposal
        WHERE known_from <= :knownAt AND :knownAt < known_to AND (:state = '' OR state = :state)
          AND reference > :after
        ORDER BY reference LIMIT :most
        """;
    private static final Set<String> STATES = Set.of("waiting", "approved", "declined");

    @Override
    public Described described() {
        return new Described(
                "proposals",
                "/api/v1/programmes/{programme}/proposals",
                "What was proposed",
                "Every command that its sender could only propose: who decides it, what it would have done when it was"
                        + " proposed, and what became of it.",
                List.of(
                        Programme.PARAMETER,
                        Parameter.optional("state", "Only those that are waiting, approved or declined.", "waiting")),
                Described.Readers.ALL_BUT_READERS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        String state = at.parameter("state").orElse("");
        if (!state.isEmpty() && !STATES.contains(state)) {
            throw AskedParameters.malformed("state", "A proposal is waiting, approved or declined.");
        }
        List<String> after = at.page().after();
        List<Map<String, @Nullable Object>> rows = at.sql(ROWS)
                .param("state", state.toUpperCase(Locale.ROOT))
                .param("after", after.isEmpty() ? "" : after.getFirst())
                .param("most", at.page().limit() + 1)
                .query(Proposals::row)
                .list();
        boolean personal = name(at, at.page().shown(rows));
        Finding page = Finding.page(
                        "proposals", COLUMNS, rows, at.page(), row -> List.of(String.valueOf(row.get("reference"))))
                .with("programme", programme.reference());
        return personal ? page.aboutPeople() : page;
    }

    static Map<String, @Nullable Object> row(ResultSet row, int number) throws SQLException {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("reference", row.getString("reference"));
        said.put("command", row.getString("command"));
        said.put("state", row.getString("state").toLowerCase(Locale.ROOT));
        said.put("proposedOn", row.getString("effective_on"));
        said.put("proposedBy", row.getString("proposed_by"));
        said.put("decidableBy", words(row.getString("decidable_by")));
        said.put("wouldDo", words(row.getString("would_do")));
        said.put("payload", EventCodec.JSON.readValue(row.getString("payload"), Object.class));
        said.put("decidedOn", row.getString("decided_on"));
        said.put("decidedBy", row.getString("decided_by"));
        said.put("reason", row.getString("reason"));
        said.put("proposalId", row.getString("proposal_id"));
        return said;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }

    /** Puts a name in the place of an id where the caller may read it, and takes all others away. */
    static boolean name(Standpoint at, List<Map<String, @Nullable Object>> rows) {
        Scope scope = Scope.of(at);
        List<UUID> people = rows.stream()
                .flatMap(row -> Arrays.asList(row.get("proposedBy"), row.get("decidedBy")).stream())
                .filter(id -> id != null)
                .map(id -> UUID.fromString(id.toString()))
                .distinct()
                .filter(scope::names)
                .toList();
        Map<UUID, Object> names = Directory.names(at, people);
        for (Map<String, @Nullable Object> row : rows) {
            for (String column : List.of("proposedBy", "decidedBy")) {
                Object id = row.get(column);
                row.put(column, id == null ? null : names.get(UUID.fromString(id.toString())));
            }
        }
        return !people.isEmpty();
    }
}

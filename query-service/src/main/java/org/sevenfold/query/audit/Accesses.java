package org.sevenfold.query.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.Standpoint;
import org.springframework.stereotype.Component;

/** The access log: who read the names of whom, when, by which question and what for. It names nobody itself. */
@Component
class Accesses implements Reading {

    private static final List<String> COLUMNS = List.of(
            "accessId",
            "accessedAt",
            "actorId",
            "roles",
            "reading",
            "people",
            "effectiveOn",
            "position",
            "purpose",
            "correlationId");

    private static final String ACCESSES = """
        SELECT * FROM log.access_log WHERE %s ORDER BY access_id LIMIT :most
        """;

    @Override
    public Described described() {
        return new Described(
                "accesses",
                "/api/v1/audit/accesses",
                "Who read whose names",
                "One row for each answer that named people other than whoever asked, or showed somebody's own record:"
                        + " who asked, in which roles, by which question, when, what for as far as they said (in the"
                        + " header Access-Purpose), and whom it named, all by their ids. Reading it names nobody, so it"
                        + " adds nothing to it. Accesses are no events: for a past position those by the time of its"
                        + " recording are shown.",
                List.of(
                        Parameter.optional(
                                "person", "That named this person: id, staff number or work e-mail.", "S-0007"),
                        Parameter.optional("actor", "By this person: id, staff number or work e-mail.", "S-0012"),
                        Parameter.optional("reading", "By this question.", "compliance-people"),
                        Parameter.optional(
                                "from", "Read on this day or later, or at this moment or later.", "2026-05-03"),
                        Parameter.optional("to", "Read on this day at the latest, or at this moment.", "2026-05-31")),
                Described.Readers.AUDITORS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        List<String> after = at.page().after().size() == 2 ? at.page().after() : List.of("0", Attempts.until(at));
        var conditions = new Conditions(at)
                .where(
                        "person",
                        "people @> ARRAY[CAST(:person AS uuid)]",
                        text -> Provenance.personMeant(at, "person", text))
                .where("actor", "actor = :actor", text -> Provenance.personMeant(at, "actor", text))
                .where("reading", "reading = :reading")
                .and("access_id > :after", "after", AskedParameters.position("cursor", after.get(0)));
        if (!after.get(1).equals(Attempts.NOW)) {
            conditions.and("accessed_at <= :until", "until", Attempts.moment(after.get(1)));
        }
        RecordedWindow.restrict(at, "accessed_at", conditions);
        List<Map<String, @Nullable Object>> rows = conditions
                .in(ACCESSES)
                .param("most", at.page().limit() + 1)
                .query((row, number) -> access(row))
                .list();
        return Finding.page(
                        "accesses",
                        COLUMNS,
                        rows,
                        at.page(),
                        row -> List.of(String.valueOf(row.get("accessId")), after.get(1)))
                .aboutPeople();
    }

    private static Map<String, @Nullable Object> access(ResultSet row) throws SQLException {
        var access = new LinkedHashMap<String, @Nullable Object>();
        access.put("accessId", row.getLong("access_id"));
        access.put(
                "accessedAt",
                row.getObject("accessed_at", OffsetDateTime.class).toInstant().toString());
        access.put("actorId", row.getString("actor"));
        access.put("roles", row.getString("roles"));
        access.put("reading", row.getString("reading"));
        access.put(
                "people",
                Stream.of((UUID[]) row.getArray("people").getArray())
                        .map(UUID::toString)
                        .toList());
        access.put("effectiveOn", row.getString("effective_on"));
        access.put("position", row.getLong("position"));
        access.put("purpose", row.getString("purpose"));
        access.put("correlationId", row.getString("correlation_id"));
        return access;
    }
}

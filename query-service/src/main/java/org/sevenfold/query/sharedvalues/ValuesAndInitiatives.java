package org.sevenfold.query.sharedvalues;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.Standpoint;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** The statements of what the service stands for, and which initiatives serve each. */
@Component
class ValuesAndInitiatives implements Reading {

    private static final List<String> COLUMNS = List.of(
            "reference",
            "kind",
            "text",
            "since",
            "until",
            "initiatives",
            "underWay",
            "servedBy",
            "history",
            "valueId",
            "streamId",
            "version");

    private static final String STATEMENTS = """
        SELECT statement.*, CASE WHEN isfinite(statement.valid_to) THEN statement.valid_to END AS ends,
               (SELECT max(sequence) + 1 FROM log.domain_event event
                WHERE event.stream_id = statement.stream_id AND event.position <= :knownAt) AS version
        FROM on(day).value_statements statement
        WHERE statement.programme_id = :programme
          AND statement.reference > :after
        ORDER BY statement.reference
        LIMIT :most
        """;

    private static final String LINKS = """
        SELECT link.value_id, link.how, link.valid_from, initiative.reference, initiative.title,
               initiative.initiative_id,
               CASE WHEN initiative.approved_on <= :effectiveOn THEN 'APPROVED' ELSE 'REGISTERED' END AS status
        FROM on(day).value_links link
        JOIN on(day).initiatives initiative
          ON initiative.initiative_id = link.initiative_id
         AND initiative.programme_id = :programme
         AND (initiative.closed_on IS NULL OR initiative.closed_on > :effectiveOn)
        ORDER BY initiative.reference
        """;

    @Override
    public Described described() {
        return new Described(
                "values",
                "/api/v1/programmes/{programme}/values",
                "The values and what serves them",
                "One row for each value statement that is held on the day, in the words of that day, with the"
                        + " initiatives that serve it and go on, and how each does. A statement that nothing serves has"
                        + " none.",
                List.of(Programme.PARAMETER),
                Described.Readers.ALL_BUT_READERS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        Programme programme = Programme.require(at);
        Map<UUID, List<Map<String, @Nullable Object>>> served = served(at, programme);
        String after = at.page().after().isEmpty() ? "" : at.page().after().getFirst();
        List<Map<String, @Nullable Object>> rows = at.sql(STATEMENTS)
                .param("programme", programme.id())
                .param("after", after)
                .param("most", at.page().limit() + 1)
                .query((row, number) -> statement(row, served))
                .list();
        return Finding.page("values", COLUMNS, rows, at.page(), row -> List.of(String.valueOf(row.get("reference"))))
                .with("programme", programme.reference());
    }

    private static Map<String, @Nullable Object> statement(
            ResultSet row, Map<UUID, List<Map<String, @Nullable Object>>> served) throws SQLException {
        UUID id = row.getObject("value_id", UUID.class);
        String reference = row.getString("reference");
        var statement = new LinkedHashMap<String, @Nullable Object>();
        statement.put("reference", reference);
        statement.put("kind", row.getString("kind"));
        statement.put("text", row.getString("text"));
        statement.put("since", text(row.getObject("valid_from", LocalDate.class)));
        statement.put("until", text(row.getObject("ends", LocalDate.class)));
        count(statement, served.getOrDefault(id, List.of()));
        statement.put("history", "/api/v1/audit/history/" + UriUtils.encodePath(reference, StandardCharsets.UTF_8));
        statement.put("valueId", id.toString());
        statement.put("streamId", row.getString("stream_id"));
        statement.put("version", row.getLong("version"));
        return statement;
    }

    private static void count(Map<String, @Nullable Object> statement, List<Map<String, @Nullable Object>> links) {
        statement.put("initiatives", links.size());
        statement.put(
                "underWay",
                links.stream()
                        .filter(link -> "APPROVED".equals(link.get("status")))
                        .count());
        statement.put("servedBy", links);
    }

    private static Map<UUID, List<Map<String, @Nullable Object>>> served(Standpoint at, Programme programme) {
        var served = new HashMap<UUID, List<Map<String, @Nullable Object>>>();
        at.sql(LINKS).param("programme", programme.id()).query(row -> {
            var link = new LinkedHashMap<String, @Nullable Object>();
            link.put("initiative", row.getString("reference"));
            link.put("title", row.getString("title"));
            link.put("status", row.getString("status"));
            link.put("how", row.getString("how"));
            link.put("since", text(row.getObject("valid_from", LocalDate.class)));
            link.put("initiativeId", row.getString("initiative_id"));
            served.computeIfAbsent(row.getObject("value_id", UUID.class), id -> new ArrayList<>())
                    .add(link);
        });
        return served;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}

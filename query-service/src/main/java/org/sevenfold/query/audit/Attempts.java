package org.sevenfold.query.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.Standpoint;
import org.springframework.stereotype.Component;

/** The command log: everything that anybody tried, what became of it, and why it was refused where it was. */
@Component
class Attempts implements Reading {

    private static final List<String> COLUMNS = List.of(
            "receivedAt",
            "command",
            "outcome",
            "refusal",
            "pointers",
            "actor",
            "actorId",
            "roles",
            "channel",
            "position",
            "events",
            "streamId",
            "version",
            "commandId",
            "correlationId",
            "requestHash");

    private static final String ATTEMPTS = """
        SELECT * FROM log.command_log
        WHERE %s AND (position IS NULL OR position <= :knownAt) AND (received_at, command_id) > (:after, :afterId)
        ORDER BY received_at, command_id LIMIT :most
        """;

    private static final String BEGINNING = Instant.EPOCH.toString();
    // The end of a page's standpoint travels in its cursor: the log's position alone would hide what was refused after
    // it.
    static final String NOW = "now";

    @Override
    public Described described() {
        return new Described(
                "commands",
                "/api/v1/audit/commands",
                "What was tried",
                "Every command that was sent, accepted or refused, in the order of receipt. Of a refused one the code"
                    + " of the refusal and the fields that were wrong are kept, and a hash of the request, never the"
                    + " request itself. Refused commands are no events: for a past position those received by the time"
                    + " of its recording are shown.",
                List.of(
                        Parameter.optional("outcome", "accepted or refused.", "refused"),
                        Parameter.optional("refusal", "Refused for this reason.", "role-not-permitted"),
                        Parameter.optional("command", "Of this name.", "void-fact"),
                        Parameter.optional("actor", "Sent by this person: id, staff number or work e-mail.", "S-0007"),
                        Parameter.optional("channel", "By this way in.", "api"),
                        Parameter.optional(
                                "from", "Received on this day or later, or at this moment or later.", "2026-05-03"),
                        Parameter.optional(
                                "to", "Received on this day at the latest, or at this moment.", "2026-05-31")),
                Described.Readers.AUDITORS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        at.parameter("outcome")
                .filter(text -> !Set.of("accepted", "refused").contains(text))
                .ifPresent(text -> {
                    throw AskedParameters.malformed("outcome", "A command was accepted or refused.");
                });
        List<String> after = at.page().after().size() == 3 ? at.page().after() : List.of(BEGINNING, "", until(at));
        var conditions = new Conditions(at)
                .where("outcome", "outcome = :outcome")
                .where("refusal", "refusal = :refusal")
                .where("command", "command_name = :command")
                .where("actor", "actor = :actor", text -> Provenance.actorMeant(at, text))
                .where("channel", "channel = :channel")
                .and("received_at >= :after", "after", moment(after.get(0)));
        if (!after.get(2).equals(NOW)) {
            conditions.and("received_at <= :until", "until", moment(after.get(2)));
        }
        RecordedWindow.restrict(at, "received_at", conditions);
        List<Map<String, @Nullable Object>> rows = conditions
                .in(ATTEMPTS)
                .param("afterId", References.uuid(after.get(1)).orElse(new UUID(0, 0)))
                .param("most", at.page().limit() + 1)
                .query((row, number) -> attempt(row))
                .list();
        Provenance.name(at, at.page().shown(rows));
        return Finding.page(
                        "commands",
                        COLUMNS,
                        rows,
                        at.page(),
                        row -> List.of(
                                String.valueOf(row.get("receivedAt")),
                                String.valueOf(row.get("commandId")),
                                after.get(2)))
                .aboutPeople();
    }

    static String until(Standpoint at) {
        Instant asked = at.question().asked().instant();
        if (asked != null) {
            return asked.toString();
        }
        Instant recordedAt = at.basis().recordedAt();
        return at.question().asked().position() == null || recordedAt == null ? NOW : recordedAt.toString();
    }

    static OffsetDateTime moment(String text) {
        return text.equals(BEGINNING)
                ? Instant.EPOCH.atOffset(ZoneOffset.UTC)
                : AskedParameters.instant("cursor", text).atOffset(ZoneOffset.UTC);
    }

    private static Map<String, @Nullable Object> attempt(ResultSet row) throws SQLException {
        var attempt = new LinkedHashMap<String, @Nullable Object>();
        attempt.put(
                "receivedAt",
                row.getObject("received_at", OffsetDateTime.class).toInstant().toString());
        attempt.put("command", row.getString("command_name"));
        attempt.put("outcome", row.getString("outcome"));
        attempt.put("refusal", row.getString("refusal"));
        attempt.put("pointers", row.getString("pointers"));
        attempt.put("actor", null);
        attempt.put("actorId", row.getString("actor"));
        attempt.put("roles", row.getString("roles"));
        attempt.put("channel", row.getString("channel"));
        attempt.put("position", row.getObject("position"));
        attempt.put("events", row.getInt("events"));
        attempt.put("streamId", row.getString("stream_id"));
        attempt.put("version", row.getObject("version"));
        attempt.put("commandId", row.getString("command_id"));
        attempt.put("correlationId", row.getString("correlation_id"));
        attempt.put("requestHash", row.getString("request_hash"));
        return attempt;
    }
}

package org.sevenfold.query.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.log.EventCodec;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Page;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.who.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log as it is: what was recorded, by whom, when, for which day, why, and by which way in. */
@Component
class Trail implements Reading {

    private static final List<String> COLUMNS = List.of(
            "position",
            "event",
            "streamType",
            "streamId",
            "version",
            "recordedAt",
            "effectiveOn",
            "actor",
            "actorId",
            "roles",
            "channel",
            "reason",
            "command",
            "commandId",
            "correlationId",
            "eventId",
            "content");

    private static final String EFFECTIVE_ON = "(convert_from(payload, 'UTF8')::jsonb ->> 'effectiveOn')::date";

    @Override
    public Described described() {
        return new Described(
                "events",
                "/api/v1/audit/events",
                "The log",
                "Every event in the order in which it was recorded. Auditors only.",
                List.of(
                        Parameter.optional(
                                "stream",
                                "Of one stream: its id, or a unit's, post's or course's reference.",
                                "CIN-04"),
                        Parameter.optional(
                                "actor", "Issued by this person: id, staff number or work e-mail.", "S-0007"),
                        Parameter.optional(
                                "name", "Of one kind, by its stored name.", "skills.training-completion-voided"),
                        Parameter.optional(
                                "from", "Recorded on this day or later, or at this moment or later.", "2026-05-03"),
                        Parameter.optional(
                                "to", "Recorded on this day at the latest, or at this moment.", "2026-05-31"),
                        Parameter.optional("effectiveFrom", "True from this day or later.", "2026-05-03"),
                        Parameter.optional("effectiveTo", "True on this day at the latest.", "2026-05-31"),
                        Parameter.optional("after", "Behind this position.", "1200")),
                Set.of(),
                Described.Readers.AUDITORS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        List<Map<String, @Nullable Object>> events = events(at, at.page());
        name(at, events);
        return Finding.page("events", COLUMNS, events, at.page(), row -> List.of(String.valueOf(row.get("position"))))
                .aboutPeople();
    }

    private static List<Map<String, @Nullable Object>> events(Standpoint at, Page page) {
        var where = new ArrayList<String>();
        var values = new LinkedHashMap<String, Object>();
        at.parameter("stream").ifPresent(text -> {
            where.add("stream_id IN (:streams)");
            values.put("streams", streams(at, text));
        });
        at.parameter("actor").ifPresent(text -> {
            where.add("convert_from(metadata, 'UTF8')::jsonb ->> 'actorId' = :actor");
            values.put("actor", actor(at, text));
        });
        at.parameter("name").ifPresent(text -> {
            where.add("name = :name");
            values.put("name", text);
        });
        at.parameter("from").ifPresent(text -> {
            where.add("recorded_at >= :from");
            values.put("from", moment("from", text, false));
        });
        at.parameter("to").ifPresent(text -> {
            where.add(isDay(text) ? "recorded_at < :to" : "recorded_at <= :to");
            values.put("to", moment("to", text, true));
        });
        at.parameter("effectiveFrom").ifPresent(text -> {
            where.add(EFFECTIVE_ON + " >= :effectiveFrom");
            values.put("effectiveFrom", AskedParameters.day("effectiveFrom", text));
        });
        at.parameter("effectiveTo").ifPresent(text -> {
            where.add(EFFECTIVE_ON + " <= :effectiveTo");
            values.put("effectiveTo", AskedParameters.day("effectiveTo", text));
        });
        where.add("position > :after");
        values.put("after", after(at, page));
        JdbcClient.StatementSpec sql = at.sql(
                "SELECT position, name, stream_type, stream_id, sequence, recorded_at, event_id, payload, metadata"
                        + " FROM log.domain_event WHERE position <= :knownAt AND " + String.join(" AND ", where)
                        + " ORDER BY position LIMIT :most");
        for (var value : values.entrySet()) {
            sql = sql.param(value.getKey(), value.getValue());
        }
        return sql.param("most", page.limit() + 1)
                .query((row, number) -> event(row))
                .list();
    }

    private static long after(Standpoint at, Page page) {
        return page.after().isEmpty()
                ? AskedParameters.position("after", at.parameter("after").orElse("0"))
                : AskedParameters.position("cursor", page.after().getFirst());
    }

    private static Map<String, @Nullable Object> event(java.sql.ResultSet row) throws java.sql.SQLException {
        Map<String, String> metadata = EventCodec.decodeMetadata(row.getBytes("metadata"));
        Map<String, @Nullable Object> content = Content.of(row.getBytes("payload"));
        var event = new LinkedHashMap<String, @Nullable Object>();
        event.put("position", row.getLong("position"));
        event.put("event", row.getString("name"));
        event.put("streamType", row.getString("stream_type"));
        event.put("streamId", row.getString("stream_id"));
        event.put("version", row.getLong("sequence") + 1);
        event.put(
                "recordedAt",
                row.getObject("recorded_at", OffsetDateTime.class).toInstant().toString());
        event.put("effectiveOn", content.get("effectiveOn"));
        event.put("actor", null);
        event.put("actorId", metadata.get("actorId"));
        event.put("roles", metadata.get("roles"));
        event.put("channel", metadata.get("channel"));
        event.put("reason", metadata.get("reason"));
        event.put("command", metadata.get("commandName"));
        event.put("commandId", metadata.get("commandId"));
        event.put("correlationId", metadata.get("correlationId"));
        event.put("eventId", row.getString("event_id"));
        event.put("content", content);
        return event;
    }

    private static void name(Standpoint at, List<Map<String, @Nullable Object>> events) {
        List<UUID> actors = events.stream()
                .flatMap(event -> References.uuid(String.valueOf(event.get("actorId"))).stream())
                .distinct()
                .toList();
        Map<UUID, String> names = Directory.names(at, actors);
        events.forEach(event -> References.uuid(String.valueOf(event.get("actorId")))
                .ifPresent(actor -> event.put("actor", names.get(actor))));
    }

    private static Set<String> streams(Standpoint at, String text) {
        var streams = new LinkedHashSet<String>();
        streams.add(text);
        for (References.Kind kind : References.Kind.values()) {
            References.find(at, kind, text).ifPresent(id -> streams.add(id.toString()));
        }
        return streams;
    }

    private static String actor(Standpoint at, String text) {
        return References.uuid(text)
                .or(() -> Directory.find(at, text))
                .map(UUID::toString)
                .orElse(text);
    }

    private static boolean isDay(String text) {
        return text.length() == LocalDate.EPOCH.toString().length();
    }

    private static OffsetDateTime moment(String parameter, String text, boolean end) {
        if (!isDay(text)) {
            return AskedParameters.instant(parameter, text).atOffset(ZoneOffset.UTC);
        }
        LocalDate day = AskedParameters.day(parameter, text);
        return London.endOf(end ? day : day.minusDays(1)).atOffset(ZoneOffset.UTC);
    }
}

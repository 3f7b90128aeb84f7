package org.sevenfold.query.audit;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.log.EventCodec;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Page;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.Standpoint;
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
            "onBehalfOf",
            "roles",
            "channel",
            "reason",
            "command",
            "commandId",
            "correlationId",
            "eventId",
            "content");

    private static final String EFFECTIVE_ON = "coalesce(convert_from(payload, 'UTF8')::jsonb ->> 'effectiveOn',"
            + " convert_from(payload, 'UTF8')::jsonb ->> 'lastDay')::date";

    private static final String EVENTS = """
        SELECT position, name, stream_type, stream_id, sequence, recorded_at, event_id, payload, metadata
        FROM log.domain_event WHERE position <= :knownAt AND %s ORDER BY position LIMIT :most
        """;

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
                        RecordedWindow.PARAMETERS.getFirst(),
                        RecordedWindow.PARAMETERS.getLast(),
                        Parameter.optional("effectiveFrom", "True from this day or later.", "2026-05-03"),
                        Parameter.optional("effectiveTo", "True on this day at the latest.", "2026-05-31"),
                        Parameter.optional("after", "Behind this position.", "1200")),
                Described.Readers.AUDITORS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        List<Map<String, @Nullable Object>> events = events(at, at.page());
        Provenance.name(at, at.page().shown(events));
        return Finding.page("events", COLUMNS, events, at.page(), row -> List.of(String.valueOf(row.get("position"))))
                .aboutPeople();
    }

    private static List<Map<String, @Nullable Object>> events(Standpoint at, Page page) {
        var conditions = new Conditions(at)
                .where("stream", "stream_id IN (:stream)", text -> streams(at, text))
                .where(
                        "actor",
                        "convert_from(metadata, 'UTF8')::jsonb ->> 'actorId' = :actor",
                        text -> Provenance.actorMeant(at, text))
                .where("name", "name = :name")
                .where(
                        "effectiveFrom",
                        EFFECTIVE_ON + " >= :effectiveFrom",
                        text -> AskedParameters.day("effectiveFrom", text))
                .where(
                        "effectiveTo",
                        EFFECTIVE_ON + " <= :effectiveTo",
                        text -> AskedParameters.day("effectiveTo", text))
                .and("position > :after", "after", after(at, page));
        RecordedWindow.restrict(at, "recorded_at", conditions);
        return conditions
                .in(EVENTS)
                .param("most", page.limit() + 1)
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
        event.put("effectiveOn", content.getOrDefault("effectiveOn", content.get("lastDay")));
        Provenance.put(
                event,
                metadata,
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
        event.put("command", metadata.get("commandName"));
        event.put("commandId", metadata.get("commandId"));
        event.put("correlationId", metadata.get("correlationId"));
        event.put("eventId", row.getString("event_id"));
        event.put("content", content);
        return event;
    }

    private static Set<String> streams(Standpoint at, String text) {
        var streams = new LinkedHashSet<String>();
        streams.add(text);
        for (References.Kind kind : References.Kind.values()) {
            References.find(at, kind, text).ifPresent(id -> streams.add(id.toString()));
        }
        return streams;
    }
}

package org.sevenfold.query.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.log.EventCodec;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.Standpoint;
import org.springframework.stereotype.Component;

/**
 * What an auditor looks at first: what was recorded late, with a clock that was off, against a rule, or, where something
 * was decided, out of hours or by somebody about themself. It watches decisions, not the evenings of those who record.
 */
@Component
class ExceptionReport implements Reading {

    private static final Map<String, String> WHY = new TreeMap<>(Map.of(
            "recorded-late", "It was recorded more than 24 hours after the end of the day on which it took effect.",
            "clock-off", "It was received more than five minutes before or after it was recorded.",
            "override", "A rule was overridden.",
            "locked-period", "It belongs to a period that was locked by then.",
            "out-of-hours", "It was decided before 7, after 19, or on a Saturday or Sunday, in London.",
            "about-oneself", "Whoever decided it decided about themself."));

    // A decision is an approval, an override, a correction or a void (both name what they supersede), or about a role
    // or
    // a key. Who an event names as having decided, such as approvedBy, is not whom it is about. An
    // end makes a difference from the day after its last on.
    private static final String EXCEPTIONS = """
        WITH recorded AS NOT MATERIALIZED (
            SELECT event.position, event.event_id, event.name, event.stream_id, event.recorded_at, event.metadata,
                   event.recorded_at AT TIME ZONE 'Europe/London' AS clock,
                   convert_from(event.metadata, 'UTF8')::jsonb AS who,
                   convert_from(event.payload, 'UTF8')::jsonb AS what
            FROM log.domain_event event
            WHERE event.position <= :knownAt AND %s
        ), judged AS (
            SELECT recorded.*, command.received_at, coalesce(what ->> 'effectiveOn', what ->> 'lastDay')::date AS effective_on,
                   coalesce((what ->> 'effectiveOn')::date, (what ->> 'lastDay')::date + 1) AS differs_from,
                   who ->> 'actorId' AS actor, what -> 'overridden' ->> 'reason' IS NOT NULL AS overridden,
                   what -> 'supersedes' IS NOT NULL OR recorded.name ~ '-approved$|[.-](role|key)-' AS decision
            FROM recorded
            LEFT JOIN log.command_log command ON command.command_id = (who ->> 'commandId')::uuid
            WHERE who ->> 'channel' IS DISTINCT FROM 'sample'
        )
        SELECT judged.*, why.kind,
               what -> 'overridden' ->> 'reason' AS overridden_because, what -> 'overridden' ->> 'mitigation' AS mitigation,
               (SELECT string_agg(rule, ', ') FROM jsonb_array_elements_text(what -> 'overridden' -> 'rules') rule) AS rules,
               CASE WHEN clock::date > differs_from THEN clock::date - differs_from END AS days_late,
               round(extract(epoch FROM recorded_at - received_at) / 60, 1) AS minutes_off
        FROM judged CROSS JOIN LATERAL (VALUES
            ('about-oneself', (decision OR overridden) AND length(actor) = 36 AND (strpos(stream_id, actor) > 0
                OR who ->> 'onBehalfOf' = actor
                OR EXISTS (SELECT FROM jsonb_each_text(what) part WHERE part.value = actor AND part.key NOT LIKE '%By'))),
            ('clock-off', abs(extract(epoch FROM recorded_at - received_at)) > 300),
            ('locked-period', EXISTS (SELECT FROM query.locked_periods locked
                WHERE locked.month = date_trunc('month', judged.differs_from)::date AND locked.known_from < position
                  AND :knownAt < locked.known_to)),
            ('out-of-hours', (decision OR overridden)
                AND (extract(isodow FROM clock) > 5 OR clock::time < '07:00' OR clock::time >= '19:00')),
            ('override', overridden),
            ('recorded-late', recorded_at > (differs_from + 1)::timestamp AT TIME ZONE 'Europe/London'
                                            + interval '24 hours')
        ) AS why (kind, holds)
        WHERE why.holds AND (CAST(:kind AS text) IS NULL OR why.kind = :kind)
          AND (position, why.kind) > (:afterPosition, :afterKind)
        ORDER BY position, why.kind
        LIMIT :most
        """;

    /** Which rules were overridden, why, and what is done about the risk; the actor is who gave it. */
    private static final List<String> OVERRIDE = List.of("rules", "overriddenBecause", "mitigation");

    private static final List<String> COLUMNS = columns();

    private static List<String> columns() {
        var columns = new ArrayList<>(
                List.of("position", "exception", "why", "event", "effectiveOn", "daysLate", "minutesOff"));
        columns.addAll(OVERRIDE);
        columns.addAll(Provenance.COLUMNS);
        columns.addAll(List.of("leafIndex", "streamId", "eventId"));
        return columns;
    }

    @Override
    public Described described() {
        return new Described(
                "exceptions",
                "/api/v1/audit/exceptions",
                "What is out of the ordinary",
                "Recorded more than 24 hours after it took effect; with a clock more than five minutes off; overriding"
                    + " a rule, with which, why and what is done instead, the actor being who gave it; late for a"
                    + " locked period; and, for approvals, overrides, corrections, voids, roles and keys only, out of"
                    + " hours or by a person about themself. Sample data is left out, because its recording times are"
                    + " simulated.",
                List.of(
                        Parameter.optional("kind", "Only this: " + String.join(", ", WHY.keySet()) + ".", "override"),
                        RecordedWindow.PARAMETERS.getFirst(),
                        RecordedWindow.PARAMETERS.getLast()),
                Described.Readers.AUDITORS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        String kind = at.parameter("kind").orElse(null);
        if (kind != null && !WHY.containsKey(kind)) {
            throw AskedParameters.malformed("kind", "There are these: " + String.join(", ", WHY.keySet()) + ".");
        }
        List<String> after = at.page().after().size() == 2 ? at.page().after() : List.of("0", "");
        long position = AskedParameters.position("cursor", after.get(0));
        var conditions = new Conditions(at).and("event.position >= :first", "first", position);
        RecordedWindow.restrict(at, "event.recorded_at", conditions);
        List<Map<String, @Nullable Object>> rows = conditions
                .in(EXCEPTIONS)
                .param("kind", kind)
                .param("afterPosition", position)
                .param("afterKind", after.get(1))
                .param("most", at.page().limit() + 1)
                .query((row, number) -> exception(row))
                .list();
        Provenance.name(at, at.page().shown(rows));
        return Finding.page(
                        "exceptions",
                        COLUMNS,
                        rows,
                        at.page(),
                        row -> List.of(String.valueOf(row.get("position")), String.valueOf(row.get("exception"))))
                .aboutPeople();
    }

    private static Map<String, @Nullable Object> exception(ResultSet row) throws SQLException {
        var exception = new LinkedHashMap<String, @Nullable Object>();
        exception.put("position", row.getLong("position"));
        exception.put("exception", row.getString("kind"));
        exception.put("why", WHY.get(row.getString("kind")));
        exception.put("event", row.getString("name"));
        exception.put("effectiveOn", row.getString("effective_on"));
        exception.put("daysLate", row.getObject("days_late"));
        exception.put("minutesOff", row.getBigDecimal("minutes_off"));
        exception.put("rules", row.getString("rules"));
        exception.put("overriddenBecause", row.getString("overridden_because"));
        exception.put("mitigation", row.getString("mitigation"));
        Provenance.put(
                exception,
                EventCodec.decodeMetadata(row.getBytes("metadata")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
        exception.put("leafIndex", row.getLong("position") - 1);
        exception.put("streamId", row.getString("stream_id"));
        exception.put("eventId", row.getString("event_id"));
        return exception;
    }
}

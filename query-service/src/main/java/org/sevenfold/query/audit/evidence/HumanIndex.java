package org.sevenfold.query.audit.evidence;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.question.References.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The events as a person leafs through them: one line each, in the order of the log, without names. Read batch by batch,
 * so that its length does not matter.
 */
final class HumanIndex {

    private static final int BATCH_EVENTS = 1000;
    private static final String FORMULA = "=+-@\t\r";
    private static final List<String> COLUMNS = List.of(
            "leafIndex",
            "recorded",
            "effective",
            "daysLate",
            "role",
            "unit",
            "post",
            "reference",
            "sentence",
            "why",
            "channel",
            "event",
            "eventId");

    // Unit and post are those of the event, or of the person whom it is about, on the day on which it is true.
    private static final String EVENTS = """
        WITH event AS MATERIALIZED (
            SELECT position, event_id, name, stream_type, stream_id, recorded_at,
                   convert_from(payload, 'UTF8')::jsonb AS what, convert_from(metadata, 'UTF8')::jsonb AS who
            FROM log.domain_event WHERE position > :from AND position <= :to
        ), told AS (
            SELECT event.*, coalesce(what ->> 'effectiveOn', what ->> 'lastDay')::date AS effective_on,
                   coalesce((what ->> 'effectiveOn')::date, (what ->> 'lastDay')::date, (recorded_at AT TIME ZONE 'Europe/London')::date) AS day
            FROM event
        )
        SELECT told.position, told.event_id, told.name, told.stream_type, told.stream_id, told.recorded_at,
               told.effective_on, told.who ->> 'roles' AS roles, told.who ->> 'reason' AS reason,
               told.who ->> 'channel' AS channel, unit.reference AS unit, post.reference AS post%s
        FROM told
        LEFT JOIN LATERAL (
            SELECT appointment.post_id FROM query.appointments appointment
            WHERE appointment.person_id = (told.what ->> 'personId')::uuid
              AND appointment.valid_from <= told.day AND told.day < appointment.valid_to
              AND appointment.known_from <= :knownAt AND :knownAt < appointment.known_to
            ORDER BY appointment.known_from LIMIT 1
        ) held ON true
        LEFT JOIN LATERAL (
            SELECT reference, unit_id FROM query.posts
            WHERE post_id = coalesce((told.what ->> 'postId')::uuid, held.post_id)
              AND known_from <= :knownAt AND :knownAt < known_to
            ORDER BY valid_from <= told.day DESC, valid_from DESC LIMIT 1
        ) post ON true
        LEFT JOIN LATERAL (
            SELECT reference FROM query.units
            WHERE unit_id = coalesce((told.what ->> 'unitId')::uuid, post.unit_id)
              AND known_from <= :knownAt AND :knownAt < known_to
            ORDER BY valid_from <= told.day DESC, valid_from DESC LIMIT 1
        ) unit ON true
        ORDER BY told.position
        """;

    private final JdbcClient sql;
    private final long end;
    private final String statement;

    HumanIndex(JdbcClient sql, long end) {
        this.sql = sql;
        this.end = end;
        String references = Arrays.stream(Kind.values())
                .map(kind -> ", (" + kind.spokenBy("(told.what ->> '" + kind.idField() + "')::uuid") + ") AS of_"
                        + kind.alias())
                .collect(Collectors.joining());
        this.statement = EVENTS.replace("%s", references);
    }

    void writeTo(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        // Not closed: the stream is the bag's.
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(COLUMNS);
        for (long from = 0; from < end; from += BATCH_EVENTS) {
            sql.sql(statement)
                    .param("from", from)
                    .param("to", Math.min(from + BATCH_EVENTS, end))
                    .param("knownAt", end)
                    .query(row -> {
                        csv.writeRecord(line(row));
                    });
        }
        try {
            csv.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<String> line(ResultSet row) throws SQLException {
        LocalDate recorded =
                London.day(row.getObject("recorded_at", OffsetDateTime.class).toInstant());
        LocalDate effective = row.getObject("effective_on", LocalDate.class);
        long late = effective == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(effective, recorded));
        return Arrays.asList(
                String.valueOf(row.getLong("position") - 1),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant().toString(),
                effective == null ? "" : effective.toString(),
                effective == null ? "" : String.valueOf(late),
                text(row.getString("roles")),
                text(row.getString("unit")),
                text(row.getString("post")),
                reference(row),
                sentence(row, effective),
                text(row.getString("reason")),
                text(row.getString("channel")),
                row.getString("name"),
                row.getString("event_id"));
    }

    /** What the event's own stream is called, where people call it something. */
    private static String reference(ResultSet row) throws SQLException {
        String streamType = row.getString("stream_type");
        for (Kind kind : Kind.values()) {
            if (Kind.ofStream(streamType).filter(kind::equals).isPresent()) {
                return text(row.getString("of_" + kind.alias()));
            }
        }
        return "";
    }

    private static String sentence(ResultSet row, @Nullable LocalDate effective) throws SQLException {
        String name = row.getString("name");
        String words = name.substring(name.indexOf('.') + 1).replace('-', ' ');
        var sentence = new StringBuilder(words.substring(0, 1).toUpperCase(Locale.UK)).append(words.substring(1));
        String sign = ": ";
        for (Kind kind : Kind.values()) {
            String spoken = row.getString("of_" + kind.alias());
            if (spoken != null) {
                sentence.append(sign).append(kind.noun()).append(' ').append(spoken);
                sign = ", ";
            }
        }
        return sentence.append(effective == null ? "" : ", " + London.spoken(effective))
                .append('.')
                .toString();
    }

    private static String text(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

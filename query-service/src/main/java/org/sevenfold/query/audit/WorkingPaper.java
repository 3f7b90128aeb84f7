package org.sevenfold.query.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.log.EventCodec;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.question.Table;
import org.springframework.stereotype.Component;

/**
 * A sample drawn from a population of events, as a working paper that an auditor fills in. Drawn are the events for
 * which the SHA-256 of {@code seed:eventId} is smallest, so anybody can draw the same again, with any tool.
 */
@Component
class WorkingPaper implements Reading {

    private static final int SIZE = 25;
    private static final Pattern SIZES = Pattern.compile("[1-9]\\d{0,2}");
    private static final List<String> COLUMNS = columns();

    private static final String POPULATION = """
        SELECT count(*) AS size, min(position) AS first, max(position) AS last
        FROM log.domain_event WHERE position <= :knownAt AND %s
        """;

    private static final String DRAWN = """
        WITH drawn AS (
            SELECT * FROM log.domain_event WHERE position <= :knownAt AND %s
            ORDER BY sha256(convert_to(:seed || ':' || event_id, 'UTF8')), event_id LIMIT :size
        )
        SELECT drawn.*, leaf.hash FROM drawn LEFT JOIN log.tlog_leaf leaf ON leaf.leaf_index = drawn.position - 1
        ORDER BY drawn.position
        """;

    /** How much there is to draw from. */
    private record Extent(
            long size, @Nullable Long first, @Nullable Long last) {}

    private static List<String> columns() {
        var columns = new ArrayList<>(List.of("number", "position", "leafIndex", "event", "reference", "effectiveOn"));
        columns.addAll(Provenance.COLUMNS);
        columns.addAll(List.of(
                "approver",
                "approverId",
                "evidence",
                "eventId",
                "leafHash",
                "seen",
                "agreed",
                "comment",
                "population",
                "populationSize",
                "firstPosition",
                "lastPosition",
                "root",
                "seed"));
        return columns;
    }

    @Override
    public Described described() {
        return new Described(
                "sample",
                "/api/v1/audit/sample",
                "A sample as a working paper",
                "Events drawn from a population, with who, when, why, approver and evidence, and empty columns to fill"
                    + " in. Drawn are those for which the SHA-256 of seed:eventId is smallest, so the same seed draws"
                    + " the same. Without a seed the root of the log's tree is taken.",
                List.of(
                        Population.PARAMETER,
                        RecordedWindow.PARAMETERS.getFirst(),
                        RecordedWindow.PARAMETERS.getLast(),
                        Parameter.optional("size", "How many to draw, 1 to 500; 25 if left out.", "25"),
                        Parameter.optional("seed", "Any text.", "internal-audit-2026-q2")),
                Described.Readers.AUDITORS,
                false);
    }

    @Override
    public Finding read(Standpoint at) {
        Population population = Population.of(at);
        String seed = at.parameter("seed").orElse(at.basis().root());
        Extent extent = conditions(at, population)
                .in(POPULATION)
                .query((row, number) -> new Extent(
                        row.getLong("size"), row.getObject("first", Long.class), row.getObject("last", Long.class)))
                .single();
        var paper = new LinkedHashMap<String, @Nullable Object>();
        paper.put("population", population.name());
        paper.put("populationSize", extent.size);
        paper.put("firstPosition", extent.first);
        paper.put("lastPosition", extent.last);
        paper.put("root", at.basis().root());
        paper.put("seed", seed);
        List<Map<String, @Nullable Object>> rows = conditions(at, population)
                .in(DRAWN)
                .param("seed", seed)
                .param("size", size(at))
                .query((row, number) -> drawn(at, row, number + 1, paper))
                .list();
        Provenance.name(at, rows);
        Provenance.name(at, rows, "approverId", "approver");
        Finding found = Finding.of(Table.of("sample", COLUMNS, rows)).aboutPeople();
        for (var said : paper.entrySet()) {
            found = found.with(said.getKey(), said.getValue());
        }
        return found;
    }

    private static Conditions conditions(Standpoint at, Population population) {
        var conditions = new Conditions(at).and("name IN (:names)", "names", population.events());
        RecordedWindow.restrict(at, "recorded_at", conditions);
        return conditions;
    }

    private static int size(Standpoint at) {
        String text = at.parameter("size").orElse(String.valueOf(SIZE));
        if (!SIZES.matcher(text).matches() || Integer.parseInt(text) > 500) {
            throw AskedParameters.malformed("size", "A sample has 1 to 500 events.");
        }
        return Integer.parseInt(text);
    }

    private static Map<String, @Nullable Object> drawn(
            Standpoint at, ResultSet row, int number, Map<String, @Nullable Object> paper) throws SQLException {
        Map<String, String> metadata = EventCodec.decodeMetadata(row.getBytes("metadata"));
        Map<String, @Nullable Object> content = Content.of(row.getBytes("payload"));
        byte[] hash = row.getBytes("hash");
        String stream = row.getString("stream_id");
        var drawn = new LinkedHashMap<String, @Nullable Object>(paper);
        drawn.put("number", number);
        drawn.put("position", row.getLong("position"));
        drawn.put("leafIndex", row.getLong("position") - 1);
        drawn.put("event", row.getString("name"));
        drawn.put(
                "reference",
                Kind.ofStream(row.getString("stream_type"))
                        .flatMap(kind -> References.uuid(stream).flatMap(id -> References.spokenAs(at, kind, id)))
                        .orElse(stream));
        drawn.put("effectiveOn", content.getOrDefault("effectiveOn", content.get("lastDay")));
        Provenance.put(
                drawn,
                metadata,
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
        drawn.put("approver", null);
        // Whoever acts on somebody's behalf is the one who approved what that somebody proposed.
        drawn.put("approverId", metadata.containsKey("onBehalfOf") ? metadata.get("actorId") : null);
        drawn.put("evidence", evidence(content.get("evidence")));
        drawn.put("eventId", row.getString("event_id"));
        drawn.put("leafHash", hash == null ? null : HexFormat.of().formatHex(hash));
        for (String toFillIn : List.of("seen", "agreed", "comment")) {
            drawn.put(toFillIn, null);
        }
        return drawn;
    }

    /** What supports the fact and where it is kept, in the order in which the event says it. */
    private static @Nullable String evidence(@Nullable Object evidence) {
        return evidence instanceof Map<?, ?> said
                ? said.values().stream().map(String::valueOf).collect(Collectors.joining(", "))
                : null;
    }
}

package org.sevenfold.query.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.catalogue.EventCatalogue;
import org.sevenfold.platform.log.LogReader;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.Boards;
import org.sevenfold.query.board.Retold;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.Standpoint;
import org.springframework.stereotype.Component;

/**
 * That nothing is lost on the way from the log to what is reported: per kind of event and month of recording, how many
 * were recorded, how many of them the tables hold, and how many of those stand or are over.
 */
@Component
class PopulationStatement implements Reading {

    private static final List<String> COLUMNS = List.of(
            "event",
            "month",
            "recorded",
            "projected",
            "unchanged",
            "reported",
            "ended",
            "equal",
            "firstPosition",
            "lastPosition");

    private static final String STATEMENT = """
        WITH touched AS (%1$s), standing AS (%2$s)
        SELECT event.name, to_char(event.recorded_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month,
               count(*) AS recorded, count(touched.position) AS projected, count(standing.position) AS reported,
               min(event.position) AS first, max(event.position) AS last
        FROM log.domain_event event
        LEFT JOIN touched ON touched.position = event.position
        LEFT JOIN standing ON standing.position = event.position
        WHERE event.position <= :knownAt AND event.name IN (:names)
        GROUP BY 1, 2
        HAVING (event.name, to_char(event.recorded_at AT TIME ZONE 'Europe/London', 'YYYY-MM')) > (:afterName, :afterMonth)
        ORDER BY 1, 2 LIMIT :most
        """;

    private static final String UNTOUCHED = """
        WITH touched AS (%1$s)
        SELECT event.position, event.stream_id FROM log.domain_event event
        WHERE event.position BETWEEN :first AND least(:last, :knownAt) AND event.name = :name
          AND to_char(event.recorded_at AT TIME ZONE 'Europe/London', 'YYYY-MM') = :month
          AND NOT EXISTS (SELECT FROM touched WHERE touched.position = event.position)
        ORDER BY event.position LIMIT 1000
        """;

    private final LogReader log;
    private final List<Board<?, ?>> boards;
    private final String touched;
    private final String standing;

    /** One kind in one month. */
    private record Line(
            String name, String month, long recorded, long projected, long reported, long first, long last) {}

    PopulationStatement(LogReader log, Boards boards) {
        this.log = log;
        this.boards = boards.all();
        this.touched = each("SELECT known_from AS position FROM query.%1$s UNION SELECT known_to FROM query.%1$s");
        this.standing = each(
                "SELECT known_from AS position FROM query.%1$s WHERE known_from <= :knownAt AND :knownAt < known_to");
    }

    private String each(String select) {
        return boards.stream().map(board -> select.formatted(board.name())).collect(Collectors.joining(" UNION "));
    }

    @Override
    public Described described() {
        return new Described(
                "population",
                "/api/v1/audit/population",
                "Recorded, projected and reported",
                "Per kind of event and month of recording: how many were recorded; how many of them the tables took;"
                    + " how many changed nothing there, as the fold itself says; how many stand and are reported; and"
                    + " how many are over, superseded since or themselves the end of another. Recorded is projected"
                    + " and unchanged, projected is reported and ended. A kind from which no table is kept is"
                    + " projected nowhere.",
                List.of(Population.PARAMETER),
                Described.Readers.AUDITORS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        Population population = Population.of(at);
        List<String> after = at.page().after().size() == 2 ? at.page().after() : List.of("", "");
        List<Map<String, @Nullable Object>> rows = at
                .sql(STATEMENT.formatted(touched, standing))
                .param("names", population.events())
                .param("afterName", after.get(0))
                .param("afterMonth", after.get(1))
                .param("most", at.page().limit() + 1)
                .query((row, number) -> new Line(
                        row.getString("name"),
                        row.getString("month"),
                        row.getLong("recorded"),
                        row.getLong("projected"),
                        row.getLong("reported"),
                        row.getLong("first"),
                        row.getLong("last")))
                .list()
                .stream()
                .map(line -> row(at, line))
                .toList();
        return Finding.page(
                        "population",
                        COLUMNS,
                        rows,
                        at.page(),
                        row -> List.of(String.valueOf(row.get("event")), String.valueOf(row.get("month"))))
                .with("root", at.basis().root());
    }

    private Map<String, @Nullable Object> row(Standpoint at, Line line) {
        boolean kept = boards.stream()
                .anyMatch(board -> board.stream()
                        .isAssignableFrom(EventCatalogue.named(line.name).payload()));
        long unchanged = kept && line.projected < line.recorded ? unchanged(at, line) : 0;
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("event", line.name);
        row.put("month", line.month);
        row.put("recorded", line.recorded);
        row.put("projected", kept ? line.projected : null);
        row.put("unchanged", kept ? unchanged : null);
        row.put("reported", kept ? line.reported : null);
        row.put("ended", kept ? line.projected - line.reported : null);
        row.put("equal", kept ? line.recorded == line.projected + unchanged : null);
        row.put("firstPosition", line.first);
        row.put("lastPosition", line.last);
        return row;
    }

    /** How many of the events without a trace in the tables leave none, as folding their streams anew shows. */
    private long unchanged(Standpoint at, Line line) {
        var byStream = new HashMap<String, Set<Long>>();
        at.sql(UNTOUCHED.formatted(touched))
                .param("name", line.name)
                .param("month", line.month)
                .param("first", line.first)
                .param("last", line.last)
                .query(row -> {
                    byStream.computeIfAbsent(row.getString("stream_id"), stream -> new HashSet<>())
                            .add(row.getLong("position"));
                });
        long unchanged = 0;
        for (var stream : byStream.entrySet()) {
            Set<Long> without = new HashSet<>(stream.getValue());
            without.removeAll(changing(at, stream.getKey()));
            unchanged += without.size();
        }
        return unchanged;
    }

    private Set<Long> changing(Standpoint at, String stream) {
        List<Recorded<DomainEvent>> events = log.stream(stream, 0).stream()
                .filter(event -> event.position() <= at.position())
                .map(LogReader.Raw::recorded)
                .toList();
        return boards.stream()
                .flatMap(board -> Retold.of(board, events).stream())
                .map(Retold.Step::position)
                .collect(Collectors.toCollection(HashSet::new));
    }
}

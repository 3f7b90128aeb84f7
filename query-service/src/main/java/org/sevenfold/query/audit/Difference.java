package org.sevenfold.query.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Recorded;
import org.sevenfold.platform.log.LogReader;
import org.sevenfold.query.basis.Asked;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.Boards;
import org.sevenfold.query.board.Retold;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Finding;
import org.sevenfold.query.question.Reading;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.References.Kind;
import org.sevenfold.query.question.Standpoint;
import org.sevenfold.query.who.Scope;
import org.springframework.stereotype.Component;

/**
 * What changed between two positions: event by event and field by field, before and after, by whom, when and why. It is
 * told by folding the events anew and not from the tables, so it holds whatever was done to those.
 */
@Component
class Difference implements Reading {

    private static final List<String> COLUMNS = columns();

    private final LogReader log;
    private final List<Board<?, ?>> boards;
    private final AskedParameters coordinates;

    Difference(LogReader log, Boards boards, Clock clock) {
        this.log = log;
        this.boards = boards.all();
        this.coordinates = new AskedParameters(clock);
    }

    private static List<String> columns() {
        var columns = new ArrayList<>(List.of(
                "position",
                "leafIndex",
                "event",
                "kind",
                "reference",
                "streamId",
                "board",
                "field",
                "before",
                "after",
                "effectiveOn"));
        columns.addAll(Provenance.COLUMNS);
        columns.add("eventId");
        return columns;
    }

    @Override
    public Described described() {
        return new Described(
                "diff",
                "/api/v1/audit/diff",
                "What changed between two positions",
                "Every event recorded after the one position and up to the other, with each field that it changed,"
                        + " before and after, who recorded it, when and why. An event that changed no table has one row"
                        + " without a field.",
                List.of(
                        Parameter.required(
                                "from",
                                "What was known then: a day's end in London, a moment, or @ and a position.",
                                "@1200"),
                        Parameter.optional(
                                "to", "What was known later, in the same way; now if left out.", "2026-05-31"),
                        Parameter.optional("entity", "Of one thing, by its reference, code or id.", "CIN-04")),
                Described.Readers.AUDITORS,
                true);
    }

    @Override
    public Finding read(Standpoint at) {
        long from = position(at, "from", at.required("from"));
        long to = at.parameter("to").map(text -> position(at, "to", text)).orElse(at.position());
        if (from > to) {
            throw AskedParameters.malformed("from", "The first position has to lie before the second.");
        }
        List<Map<String, @Nullable Object>> rows = rows(at, from, to);
        Provenance.name(at, at.page().shown(rows));
        return Finding.page(
                        "changes",
                        COLUMNS,
                        rows,
                        at.page(),
                        row -> List.of(String.valueOf(row.get("position")), String.valueOf(row.get("nth"))))
                .with("from", from)
                .with("to", to)
                .aboutPeople();
    }

    private long position(Standpoint at, String parameter, String text) {
        Asked asked = coordinates.known(parameter, text);
        if (asked.position() != null) {
            if (asked.position() > at.position()) {
                throw AskedParameters.future();
            }
            return asked.position();
        }
        return asked.instant() == null ? at.position() : Math.min(log.positionAt(asked.instant()), at.position());
    }

    /** The rows of the page that is asked for, and at least one more where there are more. */
    private List<Map<String, @Nullable Object>> rows(Standpoint at, long from, long to) {
        List<String> after = at.page().after();
        boolean goesOn = after.size() == 2;
        long position = goesOn ? AskedParameters.position("cursor", after.get(0)) : from + 1;
        long told = goesOn ? AskedParameters.position("cursor", after.get(1)) : 0;
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        var teller = new Teller(at, to);
        for (LogReader.Raw event : events(at, Math.max(position, from + 1) - 1, to)) {
            List<Map<String, @Nullable Object>> ofEvent = teller.rows(event);
            rows.addAll(
                    event.position() == position
                            ? ofEvent.subList((int) Math.min(told, ofEvent.size()), ofEvent.size())
                            : ofEvent);
            if (rows.size() > at.page().limit()) {
                return rows;
            }
        }
        return rows;
    }

    private List<LogReader.Raw> events(Standpoint at, long after, long to) {
        Optional<String> entity = at.parameter("entity");
        if (entity.isEmpty()) {
            // Each event gives one row at least.
            return log.after(after, (int) Math.min(at.page().limit() + 2L, to - after));
        }
        return Entity.find(at, log, Scope.of(at), entity.get()).streams().stream()
                .flatMap(stream -> log.stream(stream, 0).stream())
                .filter(event -> event.position() > after && event.position() <= to)
                .sorted(Comparator.comparingLong(LogReader.Raw::position))
                .toList();
    }

    /** Tells what events changed, folding each stream once. */
    private final class Teller {

        private final Standpoint at;
        private final long to;
        private final Changes changes;
        private final Map<String, List<Retold.Step>> steps = new HashMap<>();

        Teller(Standpoint at, long to) {
            this.at = at;
            this.to = to;
            this.changes = new Changes(at, Scope.of(at));
        }

        List<Map<String, @Nullable Object>> rows(LogReader.Raw event) {
            List<Map<String, @Nullable Object>> fields = steps.computeIfAbsent(event.streamId(), this::fold).stream()
                    .filter(step -> step.position() == event.position())
                    .flatMap(step -> changes.fields(step).stream())
                    .toList();
            var rows = new ArrayList<Map<String, @Nullable Object>>();
            for (int i = 0; i < Math.max(1, fields.size()); i++) {
                rows.add(row(event, i + 1, fields.isEmpty() ? Map.of() : fields.get(i)));
            }
            return rows;
        }

        private List<Retold.Step> fold(String stream) {
            List<Recorded<DomainEvent>> events = log.stream(stream, 0).stream()
                    .filter(event -> event.position() <= to)
                    .map(LogReader.Raw::recorded)
                    .toList();
            return boards.stream()
                    .flatMap(board -> Retold.of(board, events).stream())
                    .toList();
        }

        private Map<String, @Nullable Object> row(LogReader.Raw event, int nth, Map<String, ?> field) {
            Recorded<DomainEvent> recorded = event.recorded();
            var row = new LinkedHashMap<String, @Nullable Object>();
            row.put("position", event.position());
            row.put("nth", nth);
            row.put("leafIndex", event.position() - 1);
            row.put("event", event.name());
            row.put("kind", event.streamType());
            row.put(
                    "reference",
                    Kind.ofStream(event.streamType())
                            .flatMap(kind ->
                                    References.uuid(event.streamId()).flatMap(id -> References.spokenAs(at, kind, id)))
                            .orElse(null));
            row.put("streamId", event.streamId());
            for (String column : List.of("board", "field", "before", "after")) {
                row.put(column, field.get(column));
            }
            row.put(
                    "effectiveOn",
                    recorded.event().effectiveOn() == null
                            ? null
                            : String.valueOf(recorded.event().effectiveOn()));
            Provenance.put(row, recorded.metadata(), event.recordedAt());
            row.put("eventId", event.id().toString());
            return row;
        }
    }
}

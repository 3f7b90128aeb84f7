package org.sevenfold.query.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.Recorded;

/** What each event changed in a board, told from the events alone and not from the board's table. */
public final class Retold {

    private Retold() {}

    /**
     * A row of a board.
     *
     * @param values its values by field, as texts
     * @param knownTo the position from which it was no longer known; null where it still is
     */
    public record Version(
            Map<String, @Nullable String> values,
            long knownFrom,
            @Nullable Long knownTo) {}

    /**
     * One event's difference.
     *
     * @param left the rows that were known before and no longer
     * @param entered the rows that are known since
     */
    public record Step(String board, long position, List<Version> left, List<Version> entered) {}

    /** The differences that these events made, those without one left out; the events are of whole streams, in order. */
    public static List<Step> of(Board<?, ?> board, List<Recorded<DomainEvent>> events) {
        return tell(board, events);
    }

    private static <R extends Record> List<Step> tell(Board<?, R> board, List<Recorded<DomainEvent>> events) {
        Columns<R> columns = Columns.of(board);
        Fold<R> fold = new Fold<>(board, columns, stream -> List.of());
        var left = new LinkedHashMap<Long, List<Held<R>>>();
        var entered = new LinkedHashMap<Long, List<Held<R>>>();
        for (Recorded<DomainEvent> event : events) {
            fold.take(event);
            left.put(event.position(), fold.takeEnded());
            entered.put(
                    event.position(),
                    fold.standing().stream()
                            .filter(row -> row.knownFrom() == event.position())
                            .toList());
        }
        var steps = new ArrayList<Step>();
        entered.forEach((position, rows) -> {
            List<Held<R>> gone = left.getOrDefault(position, List.of());
            if (!rows.isEmpty() || !gone.isEmpty()) {
                steps.add(new Step(
                        board.name(),
                        position,
                        gone.stream().map(row -> version(columns, row)).toList(),
                        rows.stream()
                                .map(row -> version(columns, ended(row, left)))
                                .toList()));
            }
        });
        return steps;
    }

    private static <R extends Record> Held<R> ended(Held<R> row, Map<Long, List<Held<R>>> left) {
        return left.values().stream()
                .flatMap(List::stream)
                .filter(gone -> gone.knownFrom() == row.knownFrom()
                        && gone.streamId().equals(row.streamId())
                        && gone.texts().equals(row.texts()))
                .findFirst()
                .orElse(row);
    }

    private static <R extends Record> Version version(Columns<R> columns, Held<R> row) {
        var values = new LinkedHashMap<String, @Nullable String>();
        List<String> fields = columns.fields();
        for (int i = 0; i < fields.size(); i++) {
            values.put(fields.get(i), row.texts().get(i));
        }
        return new Version(values, row.knownFrom(), row.knownTo() == Held.STILL ? null : row.knownTo());
    }
}

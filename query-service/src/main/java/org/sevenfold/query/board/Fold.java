package org.sevenfold.query.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Recorded;

/**
 * Folds events of any number of streams and keeps the difference that each one makes: what left a timeline is known up
 * to its position, what entered is known from there on. Live, rebuilt and verified, it is this one.
 */
final class Fold<R extends Row> {

    private final Board<?, R> board;
    private final Columns<R> columns;
    private final Function<String, List<Held<R>>> load;
    private final Map<String, List<Held<R>>> timelines = new HashMap<>();
    private final List<Held<R>> ended = new ArrayList<>();

    /**
     * Starts a fold.
     *
     * @param load the rows of a stream that are known before its first event here
     */
    Fold(Board<?, R> board, Columns<R> columns, Function<String, List<Held<R>>> load) {
        this.board = board;
        this.columns = columns;
        this.load = load;
    }

    void take(Recorded<?> event) {
        if (!board.folds(event.event())) {
            return;
        }
        List<Held<R>> before = timelines.computeIfAbsent(event.streamId(), load);
        List<R> after = board.evolve(before.stream().map(Held::row).toList(), event);
        timelines.put(event.streamId(), difference(event, before, after));
    }

    private List<Held<R>> difference(Recorded<?> event, List<Held<R>> before, List<R> after) {
        var left = new ArrayList<>(before);
        var timeline = new ArrayList<Held<R>>(after.size());
        for (R row : after) {
            List<@Nullable String> texts = columns.texts(row);
            Held<R> stays = remove(left, texts);
            timeline.add(
                    stays != null
                            ? stays
                            : new Held<>(event.streamId(), row, texts, event.position(), Held.STILL, null));
        }
        left.forEach(row -> ended.add(row.until(event.position())));
        return timeline;
    }

    private @Nullable Held<R> remove(List<Held<R>> rows, List<@Nullable String> texts) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).texts().equals(texts)) {
                return rows.remove(i);
            }
        }
        return null;
    }

    /** Whether nothing is to be written. */
    boolean isUnchanged() {
        return ended.isEmpty()
                && timelines.values().stream().flatMap(List::stream).noneMatch(row -> row.place() == null);
    }

    /** How many rows wait to be taken by {@link #takeEnded}. */
    int endedRows() {
        return ended.size();
    }

    /** The rows that are no longer known; forgotten here once taken. */
    List<Held<R>> takeEnded() {
        List<Held<R>> taken = List.copyOf(ended);
        ended.clear();
        return taken;
    }

    /** The rows that are known still. */
    List<Held<R>> standing() {
        return timelines.values().stream().flatMap(List::stream).toList();
    }
}

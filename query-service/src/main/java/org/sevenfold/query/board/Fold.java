package org.sevenfold.query.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.Timeline.Stretch;

/**
 * Folds events of any number of streams and keeps the difference that each one makes: what left a timeline is known up
 * to its position, what entered is known from there on. Live, rebuilt and verified, it is this one.
 */
final class Fold<R extends Record> {

    private final Board<?, R> board;
    private final Columns<R> columns;
    private final Function<String, List<Held<R>>> load;
    private final Map<String, Known<R>> streams = new HashMap<>();
    private final List<Held<R>> ended = new ArrayList<>();

    /** What is known of a stream: its rows, and each of them as it is held. */
    private record Known<R>(Timeline<R> rows, List<Held<R>> held) {

        static <R> Known<R> of(List<Held<R>> held) {
            return new Known<>(new Timeline<>(held.stream().map(Held::row).toList()), held);
        }
    }

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
        if (!board.folds(event.event().getClass())) {
            return;
        }
        Known<R> before = streams.computeIfAbsent(event.streamId(), stream -> Known.of(load.apply(stream)));
        Timeline<R> after = board.take(before.rows, event);
        streams.put(event.streamId(), new Known<>(after, difference(event, before.held, after.stretches())));
    }

    private List<Held<R>> difference(Recorded<?> event, List<Held<R>> before, List<Stretch<R>> after) {
        // What a view hands on as it was, it hands on in its place; only what lies between is compared by its texts.
        int begin = 0;
        int shorter = Math.min(before.size(), after.size());
        while (begin < shorter && before.get(begin).row() == after.get(begin)) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && fromEnd(before, end).row() == fromEnd(after, end)) {
            end++;
        }
        var timeline = new ArrayList<Held<R>>(after.size());
        timeline.addAll(before.subList(0, begin));
        var left = new ArrayList<>(before.subList(begin, before.size() - end));
        for (Stretch<R> row : after.subList(begin, after.size() - end)) {
            List<@Nullable String> texts = columns.texts(row);
            Held<R> stays = remove(left, texts);
            timeline.add(
                    stays != null
                            ? stays
                            : new Held<>(event.streamId(), row, texts, event.position(), Held.STILL, null));
        }
        timeline.addAll(before.subList(before.size() - end, before.size()));
        left.forEach(row -> ended.add(row.until(event.position())));
        return timeline;
    }

    private static <T> T fromEnd(List<T> list, int index) {
        return list.get(list.size() - 1 - index);
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
        return ended.isEmpty() && held().noneMatch(row -> row.place() == null);
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
        return held().toList();
    }

    private Stream<Held<R>> held() {
        return streams.values().stream().flatMap(known -> known.held.stream());
    }
}

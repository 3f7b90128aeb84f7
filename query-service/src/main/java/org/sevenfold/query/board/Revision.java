package org.sevenfold.query.board;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.platform.log.GoldenEvents;

/**
 * What a board is today, as one hash: its table's shape, and what it makes of every row of up to three golden events of
 * its stream. A table of another revision is not what this board gives. A change that no golden event shows is found by
 * a verification instead.
 */
final class Revision {

    private static final int LONGEST = 3;
    private static final EventId FIRST = new EventId(new UUID(0, 1));
    private static final EventId NEXT = new EventId(new UUID(0, 2));
    private static final List<DomainEvent> GOLDEN =
            GoldenEvents.all().stream().map(GoldenEvents.Golden::event).toList();

    private final MessageDigest hash;

    private Revision() {
        try {
            this.hash = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(Board<?, ?> board) {
        var revision = new Revision();
        revision.add(TableShape.of(board).text());
        revision.folds(board);
        return HexFormat.of().formatHex(revision.hash.digest());
    }

    private <R extends Record> void folds(Board<?, R> board) {
        List<DomainEvent> events =
                GOLDEN.stream().filter(event -> board.folds(event.getClass())).toList();
        EventId named = events.stream().flatMap(Revision::names).findFirst().orElse(FIRST);
        List<Recorded<DomainEvent>> all = events.stream()
                // Who corrects or ends a fact names its event, so the others are recorded as the one that is named.
                .map(event -> recorded(names(event).findAny().isPresent() ? NEXT : named, event))
                .toList();
        fold(board, Columns.of(board), Timeline.empty(), all, LONGEST);
    }

    private <R extends Record> void fold(
            Board<?, R> board, Columns<R> columns, Timeline<R> known, List<Recorded<DomainEvent>> all, int more) {
        for (Recorded<DomainEvent> event : more == 0 ? List.<Recorded<DomainEvent>>of() : all) {
            try {
                Timeline<R> after = board.take(known, event);
                after.stretches().forEach(row -> add(columns.texts(row).toString()));
                fold(board, columns, after, all, more - 1);
            } catch (RuntimeException e) {
                add(e.getClass().getName());
            }
            add(";");
        }
    }

    private void add(String text) {
        hash.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<EventId> names(DomainEvent event) {
        return Arrays.stream(event.getClass().getRecordComponents())
                .filter(component -> component.getType() == EventId.class)
                .map(component -> (EventId) Cell.get(component, event))
                .filter(id -> id != null);
    }

    private static Recorded<DomainEvent> recorded(EventId id, DomainEvent event) {
        return new Recorded<>(
                1,
                id,
                event.streamId(),
                0,
                Instant.EPOCH,
                Map.of("actorId", new UUID(0, 3).toString(), "reason", "Golden."),
                event);
    }
}

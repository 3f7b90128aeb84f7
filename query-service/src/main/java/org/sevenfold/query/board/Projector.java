package org.sevenfold.query.board;

import java.util.OptionalLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps one board up to date. It is handed every event, also those that its view does not fold, so that the board's
 * position moves with the log; a batch is folded in memory and written at its end, in the transaction of its token.
 */
final class Projector<R extends Row> {

    private final Board<?, R> board;
    private final Columns<R> columns;
    private final BoardTable<R> table;
    private final Tokens tokens;

    Projector(Board<?, R> board, JdbcTemplate jdbc, Tokens tokens) {
        this.board = board;
        this.columns = Columns.of(board.row());
        this.table = new BoardTable<>(jdbc, columns, board.name());
        this.tokens = tokens;
    }

    @EventHandler
    void on(DomainEvent event, DomainEventMessage<?> message, TrackingToken token, UnitOfWork<?> unitOfWork) {
        long position = token.position().orElseThrow();
        Fold<R> fold = unitOfWork.root().getOrComputeResource("fold", key -> begin(position, unitOfWork.root()));
        fold.take(recorded(position, message, event));
    }

    private Fold<R> begin(long position, UnitOfWork<?> batch) {
        // Whoever switches tables takes the token's row as well, so neither sees the other half done.
        OptionalLong reached = tokens.lock(board.name());
        if (reached.isEmpty() || reached.getAsLong() != position - 1) {
            throw new IllegalStateException(
                    "board " + board.name() + " stands at " + reached + " and cannot take position " + position);
        }
        Fold<R> fold = new Fold<>(board, columns, table::timeline);
        batch.onPrepareCommit(whole -> table.write(fold.takeEnded(), fold.standing()));
        return fold;
    }

    static Recorded<DomainEvent> recorded(long position, DomainEventMessage<?> message, DomainEvent event) {
        return new Recorded<>(
                position,
                EventId.of(message.getIdentifier()),
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                message.getTimestamp(),
                texts(message.getMetaData()),
                event);
    }

    private static java.util.Map<String, String> texts(MetaData metadata) {
        var texts = new java.util.TreeMap<String, String>();
        metadata.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }
}

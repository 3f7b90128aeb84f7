package org.sevenfold.query.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Feeds all boards from one reading of the log, so that an event is read and decoded once however many boards there are.
 * A batch is folded in memory and written at its end, in the transaction of the reader's place. A board that cannot take
 * an event stays where it is while the others go on, and is left to {@link CatchUp}.
 */
final class Projector {

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);

    private final List<Fed<?>> boards;
    private final Positions positions;
    private final TransactionTemplate apart;

    /**
     * Starts a projector.
     *
     * @param apart undoes what is done in it alone where that fails, within the transaction that is there already
     */
    Projector(List<Board<?, ?>> boards, JdbcTemplate jdbc, Positions positions, TransactionTemplate apart) {
        this.boards = boards.stream().<Fed<?>>map(board -> Fed.of(board, jdbc)).toList();
        this.positions = positions;
        this.apart = apart;
    }

    @EventHandler
    void on(DomainEvent event, DomainEventMessage<?> message, TrackingToken token, UnitOfWork<?> unitOfWork) {
        long position = token.position().orElseThrow();
        Batch batch = unitOfWork.root().getOrComputeResource("batch", key -> begin(position, unitOfWork.root()));
        batch.take(recorded(position, message, event));
    }

    private Batch begin(long position, UnitOfWork<?> unitOfWork) {
        long read = positions.reader();
        if (read != position - 1) {
            throw new IllegalStateException("the reader stands at " + read + " and cannot take position " + position);
        }
        // Whoever switches a table, or brings it up to date, holds its row; that board is then brought up afterwards.
        Map<String, Long> free = positions.lockFree();
        var batch = new Batch(boards.stream()
                .filter(board -> free.getOrDefault(board.name(), -1L) == position - 1)
                .<Share<?>>map(Share::new)
                .toList());
        unitOfWork.onPrepareCommit(whole -> batch.write());
        return batch;
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

    private static Map<String, String> texts(MetaData metadata) {
        var texts = new java.util.TreeMap<String, String>();
        metadata.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    /** What a batch of events makes of all boards. */
    private final class Batch {

        private final List<Share<?>> shares;
        private long last;

        Batch(List<Share<?>> shares) {
            this.shares = new ArrayList<>(shares);
        }

        void take(Recorded<DomainEvent> event) {
            last = event.position();
            shares.forEach(share -> share.take(event));
        }

        void write() {
            shares.forEach(Share::write);
            positions.moveReader(last);
        }
    }

    /** What a batch of events makes of one board. */
    private final class Share<R extends Record> {

        private final Fed<R> board;
        private final Fold<R> fold;
        private long reached;
        private boolean stopped;

        Share(Fed<R> board) {
            this.board = board;
            this.fold = board.fold();
        }

        void take(Recorded<DomainEvent> event) {
            if (stopped) {
                return;
            }
            try {
                fold.take(event);
                reached = event.position();
            } catch (RuntimeException e) {
                LOG.error("board {} cannot take position {} and stops before it", board.name(), event.position(), e);
                stopped = true;
            }
        }

        void write() {
            if (reached == 0) {
                return;
            }
            if (fold.isUnchanged()) {
                positions.move(board.name(), reached);
                return;
            }
            try {
                apart.executeWithoutResult(status -> {
                    board.write(fold);
                    positions.move(board.name(), reached);
                });
            } catch (DataAccessException e) {
                LOG.error("board {} cannot be written up to position {}", board.name(), reached, e);
            }
        }
    }
}

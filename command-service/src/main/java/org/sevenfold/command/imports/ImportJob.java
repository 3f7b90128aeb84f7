package org.sevenfold.command.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.signin.Caller;

/**
 * A file that is being imported, or was: who sent it, in which roles, and how it went so far. It holds no row.
 *
 * @param underWay whether somebody works on it at this moment
 * @param erasedAt when its rows were erased; null while they are there
 */
record ImportJob(
        UUID id,
        String command,
        Caller sender,
        boolean dryRun,
        SentFile.Format format,
        String separator,
        List<String> columns,
        State state,
        boolean underWay,
        Counts counts,
        Instant receivedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant erasedAt) {

    /** How far it is. */
    enum State {
        OPEN,
        DONE,
        /** Nobody came to finish it within a day; what was done stands. */
        EXPIRED
    }

    /** How many rows there are, and what became of them. */
    record Counts(int rows, int accepted, int proposed, int alreadyIn, int refused, int wouldAccept, int wouldPropose) {

        int handled() {
            return accepted + proposed + alreadyIn + refused + wouldAccept + wouldPropose;
        }
    }

    boolean finished() {
        return state != State.OPEN;
    }
}

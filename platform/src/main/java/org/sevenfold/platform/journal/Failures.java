package org.sevenfold.platform.journal;

import java.sql.SQLException;
import java.util.Set;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;

/** What a database error means, judged by its SQLState alone, because its text carries payloads. */
final class Failures {

    private static final String DUPLICATE_KEY = "23505";
    private static final Set<String> UNTAKEABLE = Set.of("22021", "22P05", "22P02", "54000");

    private Failures() {}

    /** Somebody else stored the same key at the same moment. */
    static boolean taken(SQLException e) {
        return DUPLICATE_KEY.equals(e.getSQLState());
    }

    /** What a write failed with that the database does not take: a refusal where a text of it cannot be held. */
    static RuntimeException of(SQLException e) {
        return e.getSQLState() != null && UNTAKEABLE.contains(e.getSQLState()) ? unreadable() : new JournalFailed(e);
    }

    private static Refusal unreadable() {
        return Refusal.because(
                        Code.VALIDATION,
                        "This holds characters that cannot be kept.",
                        "A text in it contains characters that no document can hold.")
                .remedy("Remove the unreadable characters and send it again.");
    }

    static Refusal away(Throwable cause) {
        Refusal refusal = Refusal.because(
                        Code.UNAVAILABLE,
                        "The store of records cannot be reached.",
                        "It could not be seen whether this was stored; nothing is ever stored in part.")
                .remedy("Send it again with the same key in a few seconds; it will not be done twice.")
                .with("retryAfterSeconds", 5);
        refusal.initCause(cause);
        return refusal;
    }

    static Refusal stopping() {
        return Refusal.because(
                        Code.UNAVAILABLE, "Sevenfold is stopping.", "It could not be seen whether this was stored.")
                .remedy("Send it again with the same key.");
    }
}

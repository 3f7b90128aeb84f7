package org.sevenfold.platform.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of some writes can be stored in one transaction. One that touches what an earlier one of them changes stays
 * behind: it had read what was there before, so once the earlier one is stored it has been overtaken. Whether its key was
 * answered long before is found out when it is decided again.
 */
record Together(List<Waiting> stored, List<Behind> behind) {

    /**
     * A write that stays behind.
     *
     * @param twin the number of the stored write under the same key; null where there is none
     */
    record Behind(Waiting waiting, @Nullable Integer twin) {}

    static Together of(List<Waiting> inOrder) {
        var stored = new ArrayList<Waiting>();
        var behind = new ArrayList<Behind>();
        Map<Object, Integer> changedBy = new HashMap<>();
        for (Waiting waiting : inOrder) {
            Write write = waiting.write();
            if (write.touched().stream().noneMatch(changedBy::containsKey)) {
                write.changed().forEach(what -> changedBy.put(what, stored.size()));
                stored.add(waiting);
            } else {
                CommandEnvelope.OnceKey key = write.envelope().onceKey();
                behind.add(new Behind(waiting, key == null ? null : changedBy.get(key)));
            }
        }
        return new Together(stored, behind);
    }

    List<Write> writes() {
        return stored.stream().map(Waiting::write).toList();
    }

    boolean storesBeside() {
        return stored.stream().anyMatch(waiting -> !waiting.write().beside().isEmpty());
    }

    /** Stores what belongs beside the events; false where one write refuses that, which fails by itself. */
    boolean storeBeside(Connection connection) throws SQLException {
        for (Waiting waiting : stored) {
            try {
                for (Write.Beside beside : waiting.write().beside()) {
                    beside.store(connection);
                }
            } catch (RuntimeException refused) {
                waiting.fail(refused);
                return false;
            }
        }
        return true;
    }

    /** They are stored: each of them is done, and each that stayed behind was overtaken. */
    void settle(Append append) {
        for (int i = 0; i < stored.size(); i++) {
            stored.get(i).settle(new Outcome.Done(append.accepted(i)));
        }
        for (Behind overtaken : behind) {
            Integer twin = overtaken.twin;
            overtaken.waiting.settle(
                    twin == null
                            ? new Outcome.Moved()
                            : new Outcome.AnsweredBefore(new StoredAnswer(
                                    stored.get(twin).write().envelope().requestHash(), append.accepted(twin))));
        }
    }
}

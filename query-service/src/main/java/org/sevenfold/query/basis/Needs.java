package org.sevenfold.query.basis;

import java.util.Set;
import java.util.TreeSet;

/** The boards that one kind of answer has been seen to read. It starts with none and only ever grows. */
public final class Needs {

    private volatile Set<String> boards = Set.of();

    Set<String> boards() {
        return boards;
    }

    synchronized void learn(Set<String> read) {
        if (!boards.containsAll(read)) {
            var all = new TreeSet<>(boards);
            all.addAll(read);
            boards = Set.copyOf(all);
        }
    }
}

package org.sevenfold.platform.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Where writes wait, first come, first served. Whoever comes while nobody stores stores at once; whoever comes meanwhile
 * waits, and then the first of them stores for all. So nobody waits for company, and nobody is overtaken.
 */
final class Line {

    private static final int MOST_WRITES = 128;
    private static final int MOST_BYTES = 1 << 20;

    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private boolean storing;

    /** Waits; then gives the writes that the caller is to settle, its own first, or none where another has settled it. */
    List<Waiting> enter(Waiting mine) {
        synchronized (this) {
            waiting.add(mine);
            if (!storing) {
                storing = true;
                return take();
            }
        }
        mine.await();
        return mine.settled() ? List.of() : take();
    }

    /** Whoever was given writes has settled them: the first who waits goes next. */
    synchronized void leave() {
        Waiting first = waiting.peek();
        storing = first != null;
        if (first != null) {
            first.goAhead();
        }
    }

    private synchronized List<Waiting> take() {
        var batch = new ArrayList<Waiting>();
        long bytes = 0;
        while (!waiting.isEmpty() && batch.size() < MOST_WRITES) {
            bytes += waiting.peek().write().bytes();
            if (bytes > MOST_BYTES && !batch.isEmpty()) {
                break;
            }
            batch.add(waiting.remove());
        }
        return batch;
    }
}

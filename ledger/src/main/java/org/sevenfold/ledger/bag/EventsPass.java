package org.sevenfold.ledger.bag;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Unpacks and checks at the same time: one thread reads lines, another looks at them, a few batches apart at most. */
final class EventsPass {

    private static final int BATCH_LINES = 256;
    private static final int BATCH_CHARS = 1 << 20;
    private static final int BATCHES_AHEAD = 8;

    private EventsPass() {}

    static void run(InputStream in, EventsCheck check) throws IOException {
        BlockingQueue<List<String>> batches = new ArrayBlockingQueue<>(BATCHES_AHEAD);
        ExecutorService checker = Executors.newSingleThreadExecutor(EventsPass::daemon);
        try {
            Future<?> checked = checker.submit(() -> take(batches, check));
            read(new LineReader(in), batches, checked);
            checked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            checker.shutdownNow();
        }
    }

    private static void read(LineReader lines, BlockingQueue<List<String>> batches, Future<?> checked)
            throws IOException, InterruptedException {
        List<String> batch;
        do {
            batch = batch(lines);
            while (!batches.offer(batch, 1, TimeUnit.SECONDS)) {
                if (checked.isDone()) {
                    return;
                }
            }
        } while (!batch.isEmpty());
    }

    /** The next lines; none at the end. */
    private static List<String> batch(LineReader lines) throws IOException {
        var batch = new ArrayList<String>(BATCH_LINES);
        int chars = 0;
        for (String line = lines.next(); line != null; line = lines.next()) {
            batch.add(line);
            chars += line.length();
            if (batch.size() == BATCH_LINES || chars > BATCH_CHARS) {
                break;
            }
        }
        return batch;
    }

    private static Void take(BlockingQueue<List<String>> batches, EventsCheck check) throws InterruptedException {
        for (List<String> batch = batches.take(); !batch.isEmpty(); batch = batches.take()) {
            batch.forEach(check::line);
        }
        check.end();
        return null;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "events");
        thread.setDaemon(true);
        return thread;
    }
}

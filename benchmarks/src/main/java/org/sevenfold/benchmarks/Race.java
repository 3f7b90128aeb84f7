package org.sevenfold.benchmarks;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets contenders work in turn, round after round, so that whatever else the machine does meanwhile falls on all alike.
 *
 * @param rounds how often each works
 * @param each for how long at a time
 */
record Race(int rounds, Duration each) {

    private static final AtomicLong TURNS = new AtomicLong();

    /** What each contender reached. The first round warms up and is not counted. */
    Rates run(int clients, List<Contender> contenders) throws InterruptedException, ExecutionException {
        Map<Contender, List<Double>> rates = new HashMap<>();
        for (Contender contender : contenders) {
            rates.put(contender, new ArrayList<>());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int round = 0; round <= rounds; round++) {
                for (Contender contender : contenders) {
                    double rate = rate(threads, clients, contender);
                    if (round > 0) {
                        requireNonNull(rates.get(contender)).add(rate);
                    }
                }
            }
        }
        return new Rates(rates);
    }

    private double rate(ExecutorService threads, int clients, Contender contender)
            throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(clients + 1);
        var counts = new ArrayList<Future<Long>>();
        for (int i = 0; i < clients; i++) {
            int client = i;
            counts.add(threads.submit((Callable<Long>) () -> {
                start.await();
                long end = System.nanoTime() + each.toNanos();
                long done = 0;
                while (System.nanoTime() < end) {
                    contender.work().once(client, TURNS.incrementAndGet());
                    done++;
                }
                return done;
            }));
        }
        long from;
        try {
            from = System.nanoTime();
            start.await();
        } catch (java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        long done = 0;
        for (Future<Long> count : counts) {
            done += count.get();
        }
        return done / ((System.nanoTime() - from) / 1e9);
    }

    /** Pieces a second, by contender, one figure a round. */
    record Rates(Map<Contender, List<Double>> byContender) {

        List<Double> of(Contender contender) {
            return requireNonNull(byContender.get(contender), contender::name);
        }
    }
}

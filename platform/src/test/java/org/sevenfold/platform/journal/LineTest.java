package org.sevenfold.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LineTest {

    private static final Outcome SETTLED = new Outcome.Moved();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Line line = new Line();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static Waiting small() {
        return Writes.toNewStream().waiting();
    }

    /** Lets these wait, one behind the other, as threads of their own; gives what each of them is to settle. */
    private List<CompletableFuture<List<Waiting>>> queue(int number, List<Waiting> all) throws InterruptedException {
        var turns = new ArrayList<CompletableFuture<List<Waiting>>>();
        for (int i = 0; i < number; i++) {
            var entered = new CompletableFuture<Thread>();
            turns.add(CompletableFuture.supplyAsync(
                    () -> {
                        Waiting mine = small();
                        all.add(mine);
                        entered.complete(Thread.currentThread());
                        return line.enter(mine);
                    },
                    threads));
            while (entered.join().getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
        }
        return turns;
    }

    @Test
    void who_is_alone_goes_at_once() {
        Waiting mine = small();

        assertThat(line.enter(mine)).containsExactly(mine);
    }

    @Test
    void those_who_came_meanwhile_go_together_in_the_order_in_which_they_came() throws Exception {
        line.enter(small());
        List<Waiting> waiting = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<List<Waiting>>> turns = queue(5, waiting);

        line.leave();

        List<Waiting> batch = turns.getFirst().get();
        assertThat(batch).containsExactlyElementsOf(waiting);
        batch.forEach(each -> each.settle(SETTLED));
        line.leave();
        batch.forEach(Waiting::wake);
        for (var other : turns.subList(1, 5)) {
            assertThat(other.get()).isEmpty();
        }
        assertThat(line.enter(small())).hasSize(1);
    }

    @Test
    void a_batch_ends_where_it_grows_too_large_and_the_next_one_goes_on_there() throws Exception {
        line.enter(small());
        List<Waiting> waiting = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<List<Waiting>>> turns = queue(130, waiting);

        line.leave();
        List<Waiting> batch = turns.getFirst().get();
        assertThat(batch).containsExactlyElementsOf(waiting.subList(0, 128));
        batch.forEach(each -> each.settle(SETTLED));
        line.leave();

        assertThat(turns.get(128).get()).containsExactlyElementsOf(waiting.subList(128, 130));
    }

    @Test
    void one_too_large_for_any_batch_still_goes() {
        Waiting large = Writes.toNewStream()
                .changing(new LookupKey("posts", "LM-014"), 0, "x".repeat(2 << 20))
                .waiting();

        assertThat(line.enter(large)).containsExactly(large);
    }

    @Test
    void an_interrupt_is_kept_until_the_write_is_settled() throws Exception {
        line.enter(small());
        var thread = new CompletableFuture<Thread>();
        var waiting = new CompletableFuture<Waiting>();
        var interrupted = CompletableFuture.supplyAsync(
                () -> {
                    Waiting mine = small();
                    thread.complete(Thread.currentThread());
                    waiting.complete(mine);
                    line.enter(mine);
                    return Thread.interrupted();
                },
                threads);
        thread.get().interrupt();
        Thread.sleep(20);
        assertThat(interrupted).isNotDone();

        waiting.get().settle(SETTLED);
        waiting.get().wake();

        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void under_load_each_is_settled_once_and_one_stores_at_a_time() throws ExecutionException, InterruptedException {
        var settled = Collections.synchronizedList(new ArrayList<Waiting>());
        var busy = new AtomicBoolean();
        var clients = IntStream.range(0, 16)
                .mapToObj(client -> CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < 500; i++) {
                                Waiting mine = small();
                                List<Waiting> batch = line.enter(mine);
                                if (!batch.isEmpty()) {
                                    assertThat(busy.compareAndSet(false, true)).isTrue();
                                    batch.forEach(each -> each.settle(SETTLED));
                                    settled.addAll(batch);
                                    busy.set(false);
                                    line.leave();
                                    batch.forEach(Waiting::wake);
                                }
                                assertThat(mine.outcome()).isEqualTo(SETTLED);
                            }
                        },
                        threads))
                .toList();
        for (var client : clients) {
            client.get();
        }

        assertThat(settled).hasSize(16 * 500);
        assertThat(new HashSet<>(settled)).hasSize(16 * 500);
    }
}

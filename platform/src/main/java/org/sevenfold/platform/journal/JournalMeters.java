package org.sevenfold.platform.journal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;

/** What the operator sees of the journal: how many writes share a commit, how long one takes, how many are overtaken. */
final class JournalMeters {

    private final Timer commit;
    private final DistributionSummary batch;
    private final Counter moved;

    JournalMeters(MeterRegistry registry) {
        commit = Timer.builder("sevenfold.journal.commit")
                .description("How long it takes to store a batch")
                .register(registry);
        batch = DistributionSummary.builder("sevenfold.journal.batch.writes")
                .description("How many writes share a commit")
                .register(registry);
        moved = Counter.builder("sevenfold.journal.moved")
                .description("Writes that had read something which has changed since; they are decided again")
                .register(registry);
    }

    Timer commit() {
        return commit;
    }

    void stored(List<Waiting> settled) {
        batch.record(settled.size());
        moved.increment(settled.stream().filter(Waiting::moved).count());
    }
}

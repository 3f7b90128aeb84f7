package org.sevenfold.command.imports;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sevenfold.command.edge.CommandDesk.Answer;
import org.sevenfold.command.edge.CommandDesk.Incoming;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works through one job in the file's order, one row after the other: what stands above was there before what stands
 * below. Each row goes the way of a single command, under a key that follows from what it says, so whatever stops this,
 * and whoever goes on, does nothing twice.
 */
final class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

    /** Rows whose results are stored together. */
    private static final int ROWS_TOGETHER = 50;

    private static final Set<Code> PASSING = Set.of(Code.UNAVAILABLE, Code.CONCURRENT_CHANGE);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20));

    private final ImportJobs jobs;
    private final ImportRows rows;
    private final Desk desk;
    private final Pause pause;

    /** Where commands are decided. */
    @FunctionalInterface
    interface Desk {
        Answer take(Incoming command);
    }

    /** Lets time pass; true where the work shall stop. */
    @FunctionalInterface
    interface Pause {
        boolean until(Duration over);
    }

    ImportWork(ImportJobs jobs, ImportRows rows, Desk desk, Pause pause) {
        this.jobs = jobs;
        this.rows = rows;
        this.desk = desk;
        this.pause = pause;
    }

    /** Goes on until every row has its result, the work shall stop, or another worker has the job. */
    void on(ImportJob job, UUID worker) {
        int after = 0;
        while (true) {
            List<ImportRows.Waiting> next = rows.waiting(job.id(), after, ROWS_TOGETHER);
            if (next.isEmpty()) {
                jobs.finish(job.id(), worker);
                return;
            }
            after = next.getLast().row();
            if (!rows.store(job.id(), worker, results(job, worker, next))) {
                return;
            }
            if (pause.until(Duration.ZERO)) {
                jobs.release(job.id(), worker);
                return;
            }
        }
    }

    /** The results of these rows; of fewer where the work shall stop in between. */
    private List<RowResult> results(ImportJob job, UUID worker, List<ImportRows.Waiting> next) {
        Map<String, ImportRows.InLog> before = inLog(job, next);
        var results = new ArrayList<RowResult>();
        var taken = new ArrayList<ImportRows.Waiting>();
        for (ImportRows.Waiting row : next) {
            if (pause.until(Duration.ZERO)) {
                break;
            }
            ImportRows.InLog known = before.get(row.key());
            if (known != null) {
                results.add(inLog(job, row, known));
                continue;
            }
            try {
                switch (patiently(job, worker, row)) {
                    // What its sender may only propose is taken as well: it is stored, and waits for a decision.
                    case Answer.Stored stored -> taken.add(row);
                    case Answer.Proposed proposed -> taken.add(row);
                    case Answer.WouldStore would -> results.add(RowResult.wouldBeAccepted(row.row()));
                    case Answer.WouldPropose would -> results.add(RowResult.wouldBeAccepted(row.row()));
                }
            } catch (Refusal refusal) {
                if (PASSING.contains(refusal.code()) && pause.until(Duration.ZERO)) {
                    break;
                }
                results.add(RowResult.refused(row.row(), refusal, Withheld.from(row.sent(), job, refusal)));
            }
        }
        Map<String, ImportRows.InLog> now = inLog(job, taken);
        for (ImportRows.Waiting row : taken) {
            ImportRows.InLog found = now.get(row.key());
            if (found == null) {
                throw new IllegalStateException("row " + row.row() + " of import " + job.id() + " is not in the log");
            }
            results.add(inLog(job, row, found));
        }
        return results;
    }

    private Map<String, ImportRows.InLog> inLog(ImportJob job, List<ImportRows.Waiting> some) {
        return some.isEmpty()
                ? Map.of()
                : rows.inLog(
                        job.sender().personId(),
                        some.stream().map(ImportRows.Waiting::key).toList());
    }

    /** What this very job stored, perhaps before it was interrupted, is accepted; what another did is in already. */
    private static RowResult inLog(ImportJob job, ImportRows.Waiting row, ImportRows.InLog found) {
        boolean ours = found.job().equals(job.id().toString());
        return RowResult.stored(
                row.row(),
                ours ? RowResult.Outcome.ACCEPTED : RowResult.Outcome.ALREADY_IN,
                found.streamId(),
                found.position());
    }

    /** Decides a row, again and again for about a minute where what hinders it will pass. */
    private Answer patiently(ImportJob job, UUID worker, ImportRows.Waiting row) {
        for (Duration over : PAUSES) {
            try {
                return once(job, row);
            } catch (Refusal refusal) {
                if (!PASSING.contains(refusal.code()) || pause.until(over)) {
                    throw refusal;
                }
                rows.store(job.id(), worker, List.of());
            }
        }
        return once(job, row);
    }

    private Answer once(ImportJob job, ImportRows.Waiting row) {
        try {
            return desk.take(incoming(job, row));
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            LOG.error("row {} of import {} failed", row.row(), job.id(), e);
            throw failed();
        }
    }

    static Refusal failed() {
        return Refusal.because(
                        Code.UNAVAILABLE,
                        "This row could not be done just now.",
                        "Something went wrong on our side; nothing of the row was stored.")
                .remedy("Send it again; if it happens again, give the number of the import to your operator.");
    }

    private static Incoming incoming(ImportJob job, ImportRows.Waiting row) {
        return new Incoming(
                job.command(),
                row.body().getBytes(StandardCharsets.UTF_8),
                job.sender(),
                "import",
                job.dryRun() ? null : row.key(),
                null,
                job.dryRun(),
                job.id().toString());
    }
}

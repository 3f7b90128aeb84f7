package org.sevenfold.command.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.edge.Importable;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.signin.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The one endpoint of all imports. A file is read at once and refused whole where it cannot be read; else it becomes a
 * job, which answers at once where it is done within two seconds. A job and its rows are seen by who sent the file, and
 * by nobody else.
 */
@RestController
class ImportsApi {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final int OPEN_JOBS = 10;
    private static final int PAGE = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final ImportJobs jobs;
    private final ImportRows rows;
    private final ImportWorkers workers;
    private final Uploads uploads;

    ImportsApi(ImportJobs jobs, ImportRows rows, ImportWorkers workers, Uploads uploads) {
        this.jobs = jobs;
        this.rows = rows;
        this.workers = workers;
        this.uploads = uploads;
    }

    @GetMapping("/api/v1/imports")
    Map<String, Object> importable(HttpServletRequest request) {
        Asked.of(request);
        return Map.of("imports", Importable.all().stream().map(Told::importable).toList());
    }

    @GetMapping("/api/v1/imports/{command}")
    ResponseEntity<byte[]> template(@PathVariable String command, HttpServletRequest request) {
        Asked.of(request);
        Importable importable = Importable.named(command);
        return file(importable.name() + ".csv").contentType(CSV).body(Written.template(importable));
    }

    @PostMapping("/api/v1/imports/{command}")
    ResponseEntity<Map<String, Object>> take(@PathVariable String command, HttpServletRequest request)
            throws IOException {
        boolean dryRun = Asked.of(request, Asked.DRY_RUN).dryRun();
        Importable importable = Importable.named(command);
        Caller caller = Caller.current();
        importable.requireRole(caller);
        requireFewOpen(caller);
        UUID id = jobs.keep(importable.name(), uploads.read(importable, request), caller, dryRun);
        workers.wake();
        ImportJob job = patiently(id, caller);
        return ResponseEntity.accepted()
                .location(URI.create(Told.JOBS + id))
                .cacheControl(CacheControl.noStore())
                .body(Told.job(job));
    }

    @GetMapping("/api/v1/imports/jobs")
    ResponseEntity<Map<String, Object>> jobs(HttpServletRequest request) {
        Asked asked = Asked.of(request, Asked.AFTER, Asked.LIMIT);
        List<ImportJob> some = jobs.of(Caller.current().personId(), asked.afterJob(), asked.limit());
        String next =
                some.size() < asked.limit() ? null : "?after=" + some.getLast().id() + "&limit=" + asked.limit();
        return page(request, next)
                .body(Map.of("jobs", some.stream().map(Told::job).toList()));
    }

    @GetMapping("/api/v1/imports/jobs/{id}")
    ResponseEntity<Map<String, Object>> job(@PathVariable String id, HttpServletRequest request) {
        Asked.of(request);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Told.job(find(id)));
    }

    @GetMapping("/api/v1/imports/jobs/{id}/rows")
    ResponseEntity<?> rows(@PathVariable String id, HttpServletRequest request) {
        Asked asked = Asked.of(request, Asked.AFTER, Asked.LIMIT, Asked.OUTCOME, Asked.FORMAT);
        ImportJob job = withRows(find(id));
        List<RowResult> some = rows.results(job.id(), asked.outcome(), asked.afterRow(), asked.limit());
        String next =
                some.size() < asked.limit() ? null : asked.behind(some.getLast().row());
        if (asked.csv()) {
            return page(request, next).contentType(CSV).body(Written.results(some, job));
        }
        return page(request, next)
                .body(Map.of("rows", some.stream().map(Told::row).toList()));
    }

    @GetMapping("/api/v1/imports/jobs/{id}/refused.{format}")
    void refused(
            @PathVariable String id,
            @PathVariable String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Asked.of(request);
        ImportJob job = withRows(find(id));
        if (!format.equals(job.format().text())) {
            throw otherFormat();
        }
        response.setContentType(job.format().mediaType() + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(job.command() + "-refused." + format));
        var to = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        Written.refused(job, after -> rows.results(job.id(), RowResult.Outcome.REFUSED, after, PAGE), to);
    }

    private ImportJob find(String id) {
        return Asked.id(id)
                .flatMap(job -> jobs.find(job, Caller.current().personId()))
                .orElseThrow(ImportsApi::unknown);
    }

    private static ImportJob withRows(ImportJob job) {
        if (job.erasedAt() != null) {
            throw erased();
        }
        return job;
    }

    private void requireFewOpen(Caller caller) {
        if (jobs.openOf(caller.personId()) >= OPEN_JOBS) {
            throw tooManyOpen();
        }
    }

    /** The job, done if it is done soon. */
    private ImportJob patiently(UUID id, Caller caller) {
        ImportJob job = find(id.toString());
        for (long looks = PATIENCE.dividedBy(LOOK_EVERY); looks > 0 && !job.finished(); looks--) {
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return job;
            }
            job = jobs.find(id, caller.personId()).orElse(job);
        }
        return job;
    }

    private static ResponseEntity.BodyBuilder page(HttpServletRequest request, @Nullable String next) {
        var page = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        return next == null
                ? page
                : page.header(HttpHeaders.LINK, "<" + request.getRequestURI() + next + ">; rel=\"next\"");
    }

    private static ResponseEntity.BodyBuilder file(String name) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name));
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    static Refusal unknown() {
        return Refusal.because(
                        Code.NOT_FOUND,
                        "There is no such import.",
                        "Among those that you sent there is none of this number.")
                .remedy("Look through the list of your imports.");
    }

    static Refusal otherFormat() {
        return Refusal.because(
                        Code.NOT_FOUND,
                        "There is no such file.",
                        "The rows of this import go back as they came, and that was in another format.")
                .remedy("Follow the link that the import names.");
    }

    static Refusal erased() {
        return Refusal.because(
                        Code.NOT_FOUND,
                        "The rows of this import are erased.",
                        "What was sent is kept for 30 days, because it may name people.")
                .remedy("Send the file again if you need them; what is in already is not taken twice.");
    }

    static Refusal tooManyOpen() {
        return Refusal.because(
                        Code.RATE_LIMITED,
                        "Several of your files are still being imported.",
                        "At most %d files of one person wait at a time.".formatted(OPEN_JOBS))
                .remedy("Send this one when one of them is done.")
                .with("retryAfterSeconds", 30);
    }
}

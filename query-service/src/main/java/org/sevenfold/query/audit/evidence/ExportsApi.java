package org.sevenfold.query.audit.evidence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Role;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.job.Jobs;
import org.sevenfold.query.question.References;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Evidence bags: packed in the background, then fetched for a week. */
@Tag(name = "Audit")
@RestController
@RequestMapping("/api/v1/audit/exports")
class ExportsApi {

    private static final String KIND = "export";
    private static final MediaType GZIP = MediaType.parseMediaType("application/gzip");

    private final Jobs jobs;
    private final EvidenceExport export;

    ExportsApi(Jobs jobs, EvidenceExport export) {
        this.jobs = jobs;
        this.export = export;
    }

    @Operation(
            summary = "Pack an evidence bag",
            description =
                    "Auditors. The whole log up to a checkpoint signed for it, with proofs, the human index and all"
                        + " figures on the day that is asked for, today if left out. While one is packed, its address"
                        + " is answered.")
    @PostMapping
    ResponseEntity<Map<String, @Nullable Object>> begin(@RequestParam(required = false) @Nullable String effectiveOn) {
        requireAuditor();
        LocalDate day = effectiveOn == null ? export.today() : AskedParameters.day("effectiveOn", effectiveOn);
        UUID id = jobs.start(
                KIND,
                "ASKED",
                Caller.current().personId().toString(),
                (job, progress) -> export.pack(job, day, progress));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/audit/exports/" + id))
                .body(jobs.find(KIND, id).map(ExportsApi::told).orElseThrow());
    }

    @Operation(summary = "How far a bag is packed, and where it is", description = "Auditors.")
    @GetMapping("/{id:[0-9a-f-]{36}}")
    Map<String, @Nullable Object> standing(@PathVariable String id) {
        requireAuditor();
        return References.uuid(id)
                .flatMap(job -> jobs.find(KIND, job))
                .map(ExportsApi::told)
                .orElseThrow(ExportsApi::unknown);
    }

    @Operation(
            summary = "The evidence bag",
            description =
                    "Auditors. A BagIt bag in a tar.gz; with .sha256 behind it, its fingerprint for sha256sum -c.")
    @GetMapping({"/{id:[0-9a-f-]{36}}.tar.gz", "/{id:[0-9a-f-]{36}}.tar.gz.sha256"})
    ResponseEntity<Resource> file(@PathVariable String id, HttpServletRequest request) {
        requireAuditor();
        boolean fingerprint = request.getRequestURI().endsWith(".sha256");
        String ending = EvidenceExport.ENDING + (fingerprint ? ".sha256" : "");
        Path file = References.uuid(id).flatMap(job -> export.file(job, ending)).orElseThrow(ExportsApi::unknown);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ending + "\"")
                .cacheControl(CacheControl.noStore().cachePrivate())
                .contentType(fingerprint ? MediaType.TEXT_PLAIN : GZIP)
                .body(new FileSystemResource(file));
    }

    private static Map<String, @Nullable Object> told(Jobs.Standing standing) {
        return standing.told("eventsPacked", "eventsToPack");
    }

    private static void requireAuditor() {
        if (!Caller.current().is(Role.AUDITOR)) {
            throw Refusal.because(
                            Code.ROLE_NOT_PERMITTED,
                            "Your role does not see this.",
                            "Evidence holds the whole log, which is open to auditors only.")
                    .remedy("Ask an auditor.");
        }
    }

    private static Refusal unknown() {
        return Refusal.because(
                        Code.NOT_FOUND,
                        "There is no such bag.",
                        "None of this number was packed, or it was packed more than a week ago.")
                .remedy("Pack a new one.");
    }
}

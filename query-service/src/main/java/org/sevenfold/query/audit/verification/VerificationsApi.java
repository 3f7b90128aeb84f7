package org.sevenfold.query.audit.verification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Role;
import org.sevenfold.events.audit.VerificationOccasion;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.query.job.Jobs;
import org.sevenfold.query.question.References;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checking the whole record in the background, and how far that is. */
@Tag(name = "Audit")
@RestController
@RequestMapping("/api/v1/audit/verifications")
class VerificationsApi {

    static final String KIND = "verification";

    private static final int BODY_BYTES = 64 * 1024;

    private final Jobs jobs;
    private final Verification verification;

    VerificationsApi(Jobs jobs, Verification verification) {
        this.jobs = jobs;
        this.verification = verification;
    }

    @Operation(
            summary = "Check the whole record",
            description =
                    "Auditors and operators. Log, tree, guards, checkpoints, tables and lookups are checked against"
                            + " each other, and against what you hold from earlier if you send it: a checkpoint, a size"
                            + " with its root, or a leaf's index with its hash. While a check runs, its address is"
                            + " answered.")
    @PostMapping
    ResponseEntity<Map<String, @Nullable Object>> begin(HttpServletRequest request) throws IOException {
        requireReader();
        Held held = Held.read(request.getInputStream().readNBytes(BODY_BYTES));
        UUID id = jobs.start(
                KIND,
                VerificationOccasion.ASKED.name(),
                Caller.current().personId().toString(),
                (job, progress) -> verification.whole(job, VerificationOccasion.ASKED, held, progress));
        URI address = URI.create("/api/v1/audit/verifications/" + id);
        return ResponseEntity.accepted()
                .location(address)
                .body(jobs.find(KIND, id).map(VerificationsApi::told).orElseThrow());
    }

    @Operation(summary = "How far a check of the record is, and its result", description = "Auditors and operators.")
    @GetMapping("/{id}")
    Map<String, @Nullable Object> standing(@PathVariable String id) {
        requireReader();
        Optional<Jobs.Standing> standing = References.uuid(id).flatMap(job -> jobs.find(KIND, job));
        return standing.map(VerificationsApi::told)
                .orElseThrow(() -> Refusal.because(
                                Code.NOT_FOUND, "There is no such check.", "None of this number was ever begun.")
                        .remedy("Begin one, and take the address from its answer."));
    }

    private static Map<String, @Nullable Object> told(Jobs.Standing standing) {
        return standing.told("eventsChecked", "eventsToCheck");
    }

    private static void requireReader() {
        Caller caller = Caller.current();
        if (!caller.is(Role.AUDITOR) && !caller.is(Role.OPERATOR)) {
            throw Refusal.because(
                            Code.ROLE_NOT_PERMITTED,
                            "Your role does not allow this.",
                            "The record is checked by auditors and operators only.")
                    .remedy("Ask one of them.");
        }
    }
}

package org.sevenfold.query.audit.published;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Role;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.ProofRefused;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.VerifierKey;
import org.sevenfold.ledger.tile.EntryBundle;
import org.sevenfold.ledger.tile.Tile;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.query.audit.verification.AnchorSetting;
import org.sevenfold.query.audit.verification.Anchored;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.question.References;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log for other people's tools: checkpoint, keys, tiles and proofs in the formats of C2SP and RFC 9162. */
@Tag(name = "Audit")
@RestController
@RequestMapping("/api/v1/audit")
class PublishedLogApi {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final String TILES = "/api/v1/audit/";

    private final SignedLog log;
    private final AnchorSetting anchor;

    PublishedLogApi(SignedLog log, AnchorSetting anchor) {
        this.log = log;
        this.anchor = anchor;
    }

    @Operation(
            summary = "The newest checkpoint",
            description =
                    "The log's size and root, signed: a C2SP tlog-checkpoint with what witnesses said of it. Open to"
                            + " every role.")
    @GetMapping("/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        SignedNote newest = newest();
        return text(newest.with(log.cosignatures(newest)).toString());
    }

    @Operation(
            summary = "The log's keys",
            description =
                    "The vkeys of every key that ever signed for this log, one a line. For convenience: trust keys"
                            + " that came to you by another way. Open to every role.")
    @GetMapping("/keys")
    ResponseEntity<byte[]> keys() throws IOException {
        Anchored directory = anchor.directory();
        if (directory == null || directory.keys().isEmpty()) {
            throw Refusal.because(
                            Code.NOT_FOUND,
                            "No keys are known here.",
                            "This installation has no anchor in which they would be laid down.")
                    .remedy("Ask your operator for the key that signs the checkpoints.");
        }
        return text(directory.keys().stream().map(VerifierKey::toString).collect(Collectors.joining("\n", "", "\n")));
    }

    @Operation(
            summary = "A tile of the tree, or a bundle of entries",
            description =
                    "C2SP tlog-tiles: tile/{level}/{index}, tile/entries/{index}, the index in groups of three digits"
                            + " such as x001/x234/067, and .p/{width} behind a partial one. Auditors.")
    @GetMapping("/tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) throws SQLException {
        require(Caller.current().is(Role.AUDITOR), "The log as a whole is open to auditors only.");
        String path = request.getRequestURI().substring(TILES.length());
        Optional<byte[]> file;
        boolean full;
        try {
            if (path.startsWith("tile/entries/")) {
                EntryBundle bundle = EntryBundle.parse(path);
                full = bundle.width() == Tile.FULL_WIDTH;
                file = log.bundle(bundle);
            } else {
                Tile tile = Tile.parse(path);
                full = tile.width() == Tile.FULL_WIDTH;
                file = log.tile(tile);
            }
        } catch (IllegalArgumentException e) {
            file = Optional.empty();
            full = false;
        }
        byte[] bytes = file.orElseThrow(() -> Refusal.because(
                        Code.NOT_FOUND,
                        "There is no such tile.",
                        "The log has not come so far, or nothing is called so.")
                .remedy("Take the size from the checkpoint, and the tiles that a tree of that size has."));
        return ResponseEntity.ok()
                .cacheControl(
                        full
                                ? CacheControl.maxAge(java.time.Duration.ofDays(365))
                                        .cachePrivate()
                                        .immutable()
                                : CacheControl.noCache().cachePrivate())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(bytes);
    }

    @Operation(
            summary = "The proof that an event is in the log",
            description = "A C2SP tlog-proof file: the event's leaf entry, the way from its leaf to the root, and the"
                    + " checkpoint that signs the root. It stands alone. Open to every role but readers.")
    @GetMapping("/proof/event/{eventId}")
    ResponseEntity<byte[]> proof(@PathVariable String eventId) throws SQLException {
        require(
                Caller.current().roles().stream().anyMatch(role -> role != Role.READER),
                "A reader sees the figures of the whole programme, not single events.");
        long leaf = References.uuid(eventId)
                .flatMap(log::leafOf)
                .orElseThrow(() -> Refusal.because(
                                Code.NOT_FOUND, "There is no such event.", "Nothing is recorded under this id.")
                        .remedy("Take the id from the answer to a command, or from the log."));
        SignedNote newest = newest();
        if (Checkpoint.of(newest).size() <= leaf) {
            throw Refusal.because(
                            Code.UNAVAILABLE,
                            "This event is too new to be proved by a checkpoint.",
                            "The next checkpoint is signed within a minute; until then the receipt stands for it.")
                    .remedy("Ask again in a minute.")
                    .with("retryAfterSeconds", 60);
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + eventId + ".tlog-proof\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(TEXT)
                .body(log.proof(leaf, newest).bytes());
    }

    @Operation(
            summary = "The proof that the log at one size extends the log at another",
            description =
                    "RFC 9162 section 2.1.4, as one JSON object that audit-verify consistency reads: both sizes, both"
                            + " roots and the proof's hashes, in base64. Open to every role.")
    @GetMapping("/proof/consistency")
    Map<String, Object> consistency(@RequestParam String from, @RequestParam(required = false) @Nullable String to)
            throws SQLException {
        long size = log.size();
        long first = AskedParameters.position("from", from);
        long last = to == null ? size : AskedParameters.position("to", to);
        if (last > size) {
            throw AskedParameters.malformed("to", "The log has %d events now.".formatted(size));
        }
        try {
            SignedLog.Extension extension = log.extensionWithRoots(first, last);
            var answer = new LinkedHashMap<String, Object>();
            answer.put("size1", first);
            answer.put("size2", last);
            answer.put("root1", extension.earlier().base64());
            answer.put("root2", extension.later().base64());
            answer.put(
                    "proof",
                    extension.proof().hashes().stream().map(Hash::base64).toList());
            return answer;
        } catch (ProofRefused e) {
            throw AskedParameters.malformed("from", "The first size lies between 1 and the second.");
        }
    }

    private SignedNote newest() {
        return log.newest()
                .orElseThrow(() -> Refusal.because(
                                Code.NOT_FOUND,
                                "There is no checkpoint yet.",
                                "Nothing has been recorded, or this installation has no key to sign with.")
                        .remedy("Ask your operator."));
    }

    private static void require(boolean permitted, String why) {
        if (!permitted) {
            throw Refusal.because(Code.ROLE_NOT_PERMITTED, "Your role does not see this.", why)
                    .remedy("Ask an auditor.");
        }
    }

    private static ResponseEntity<byte[]> text(String text) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(TEXT)
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}

package org.sevenfold.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.ProofRefused;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.checkpoint.WitnessRequest;
import org.sevenfold.ledger.note.BadSignature;
import org.sevenfold.ledger.note.NoteSignature;
import org.sevenfold.ledger.note.Signatory;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.UnknownKey;
import org.sevenfold.ledger.note.VerifierKey;
import org.sevenfold.ledger.note.WitnessKey;

/**
 * Decides whether a checkpoint is cosigned. It is, if a log that is watched has signed it and if it extends the last one
 * that was cosigned of that log; checking and remembering are one step, one request at a time.
 */
final class Witness {

    private final WitnessFolder folder;
    private final WitnessKey key;
    private final List<VerifierKey> logs;
    private final Clock clock;

    /** @param logs keys of the logs that are watched, each named as its log; several of one name while it is replaced */
    Witness(WitnessFolder folder, WitnessKey key, List<VerifierKey> logs, Clock clock) {
        this.folder = folder;
        this.key = key;
        this.logs = List.copyOf(logs);
        this.clock = clock;
    }

    /** Answers {@code POST /add-checkpoint}, in the order of checks of C2SP tlog-witness. */
    synchronized Answer addCheckpoint(byte[] body) throws IOException {
        WitnessRequest request;
        Checkpoint checkpoint;
        try {
            request = WitnessRequest.parse(body);
            checkpoint = Checkpoint.of(request.checkpoint());
        } catch (IllegalArgumentException e) {
            return Answer.malformed("This is no request: " + e.getMessage());
        }
        List<VerifierKey> keys = logs.stream()
                .filter(log -> log.name().equals(checkpoint.origin()))
                .toList();
        if (keys.isEmpty()) {
            return Answer.unknown("This witness does not watch " + checkpoint.origin());
        }
        try {
            List<Signatory> signed = request.checkpoint().verify(keys);
            Answer refusal = refusal(request, checkpoint, body);
            return refusal == null ? cosign(checkpoint, signed) : refusal;
        } catch (BadSignature | UnknownKey e) {
            return Answer.notSigned("The log has not signed this: " + e.getMessage());
        }
    }

    /** Answers {@code GET /<SHA-256 of the origin>/checkpoint}: the last checkpoint that was cosigned of that log. */
    Answer checkpoint(String folderName) throws IOException {
        List<String> origins = logs.stream().map(VerifierKey::name).toList();
        byte[] last = folder.last(origins, folderName);
        return last == null ? Answer.unknown("Nothing of such a log was cosigned") : Answer.ok(new String(last, UTF_8));
    }

    private @Nullable Answer refusal(WitnessRequest request, Checkpoint checkpoint, byte[] body) throws IOException {
        if (Long.compareUnsigned(request.oldSize(), checkpoint.size()) > 0) {
            return Answer.malformed("The old size is larger than the new one");
        }
        SignedNote lastNote = folder.last(checkpoint.origin());
        long lastSize = lastNote == null ? 0 : Checkpoint.of(lastNote).size();
        Hash lastRoot =
                lastNote == null ? Hash.EMPTY_ROOT : Checkpoint.of(lastNote).root();
        if (request.oldSize() != lastSize) {
            return Answer.anotherSize(lastSize);
        }
        if (checkpoint.size() == lastSize && !checkpoint.root().equals(lastRoot)) {
            folder.keepRefused(checkpoint.origin(), body);
            return Answer.anotherRoot(
                    "Of " + Unsigned.text(lastSize) + " leaves this witness saw another root: " + lastRoot.base64());
        }
        try {
            requireProof(request, checkpoint, lastRoot);
            return null;
        } catch (ProofRefused e) {
            folder.keepRefused(checkpoint.origin(), body);
            return Answer.notProved("It is not proved that the log was only extended: " + e.why());
        }
    }

    private static void requireProof(WitnessRequest request, Checkpoint checkpoint, Hash lastRoot) {
        if (request.oldSize() != 0) {
            request.proof().check(lastRoot, checkpoint.root());
        } else if (!request.hashes().isEmpty()) {
            throw new ProofRefused("from an empty log there is nothing to prove");
        }
    }

    private Answer cosign(Checkpoint checkpoint, List<Signatory> signed) throws IOException {
        NoteSignature line = key.cosign(checkpoint.text(), clock.instant());
        List<NoteSignature> lines = signed.stream().map(Signatory::line).collect(Collectors.toList());
        lines.add(line);
        folder.keep(checkpoint.origin(), new SignedNote(checkpoint.text(), lines));
        return Answer.ok(line.line() + "\n");
    }
}

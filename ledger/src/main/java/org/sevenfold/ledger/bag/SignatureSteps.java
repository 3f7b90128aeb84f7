package org.sevenfold.ledger.bag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.examination.Finding;
import org.sevenfold.ledger.examination.Step;
import org.sevenfold.ledger.examination.Tampering;
import org.sevenfold.ledger.note.BadSignature;
import org.sevenfold.ledger.note.NoteSignature;
import org.sevenfold.ledger.note.Signatory;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.UnknownKey;

/** Who has signed what is in the bag. */
final class SignatureSteps {

    private final BagFiles files;
    private final SignedNote note;
    private final Checkpoint checkpoint;
    private final Trust trust;

    SignatureSteps(BagFiles files, SignedNote note, Trust trust) {
        this.files = files;
        this.note = note;
        this.checkpoint = Checkpoint.of(note);
        this.trust = trust;
    }

    Step checkpoint() {
        return signed("signature: the checkpoint is signed by ", note, BagPath.CHECKPOINT);
    }

    /** The log's key also signs which files were handed out, those beside the events included. */
    Step files() {
        byte[] bytes = files.kept(BagPath.TAG_MANIFEST_NOTE);
        if (bytes == null) {
            return Step.undecided("list of files: nobody has signed it, since " + BagPath.TAG_MANIFEST_NOTE
                    + " is not in the bag");
        }
        SignedNote list = SignedNote.parse(bytes);
        Hash tagManifest =
                Hash.sha256(FileSteps.required(files, BagPath.TAG_MANIFEST).getBytes(UTF_8));
        Step signed = signed("list of files: signed by ", list, BagPath.TAG_MANIFEST_NOTE);
        boolean same = list.text().equals(BagStatement.text(checkpoint, tagManifest));
        if (same || signed.outcome() != Step.Outcome.PASSED) {
            return signed;
        }
        return Step.failed(
                "list of files: it is not the one that was signed",
                List.of(Finding.file(
                        Tampering.ALTERED, BagPath.TAG_MANIFEST, "the signature is over another list of files")));
    }

    /** Who else vouches for the checkpoint; no step where no witness is known. */
    List<Step> witnesses() {
        if (trust.witnesses().isEmpty()) {
            return List.of();
        }
        SignedNote cosigned = note.with(cosignatures());
        try {
            List<Signatory> found = cosigned.signedBy(trust.witnesses());
            int count = cosigned.witnesses(trust.witnesses());
            if (count < trust.requiredWitnesses()) {
                return List.of(Step.undecided("witnesses: " + trust.requiredWitnesses() + " are required, and " + count
                        + " of those you know have cosigned"));
            }
            return List.of(Step.passed("witnesses: cosigned by "
                    + (found.isEmpty()
                            ? "none"
                            : found.stream()
                                    .map(witness -> witness.key().name() + " at " + witness.time())
                                    .collect(Collectors.joining(", ")))));
        } catch (BadSignature e) {
            return List.of(forged(e, BagPath.COSIGNATURES));
        }
    }

    private Step signed(String passed, SignedNote signed, String path) {
        try {
            List<Signatory> by = signed.verify(trust.keys());
            if (by.stream().noneMatch(signatory -> signatory.key().name().equals(checkpoint.origin()))) {
                return Step.undecided("signature: the log calls itself " + checkpoint.origin() + ", and the key is of "
                        + by.get(0).key().name());
            }
            return Step.passed(passed
                    + by.stream()
                            .map(signatory -> signatory.key().name() + " (key "
                                    + signatory.key().idText() + ")")
                            .collect(Collectors.joining(", ")));
        } catch (BadSignature e) {
            return forged(e, path);
        } catch (UnknownKey e) {
            return Step.undecided("signature: " + path + ": " + e.getMessage());
        }
    }

    private static Step forged(BadSignature e, String path) {
        return Step.failed(
                "signature: it does not hold",
                List.of(Finding.file(Tampering.BAD_SIGNATURE, path, e.getMessage())));
    }

    private List<NoteSignature> cosignatures() {
        byte[] lines = files.kept(BagPath.COSIGNATURES);
        var signatures = new ArrayList<NoteSignature>();
        if (lines != null) {
            new String(lines, UTF_8).lines().map(NoteSignature::parse).forEach(signatures::add);
        }
        return signatures;
    }
}

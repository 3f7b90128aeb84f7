package org.sevenfold.ledger.bag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.examination.Finding;
import org.sevenfold.ledger.examination.Signing;
import org.sevenfold.ledger.examination.Step;
import org.sevenfold.ledger.examination.Tampering;
import org.sevenfold.ledger.note.NoteSignature;
import org.sevenfold.ledger.note.SignedNote;

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
        boolean named = trust.keys().stream().anyMatch(key -> key.name().equals(checkpoint.origin()));
        return named
                ? Signing.signed(BagPath.CHECKPOINT, note, trust.keys())
                : Step.undecided("signature: the log calls itself " + checkpoint.origin()
                        + ", and no key that you gave is of that name");
    }

    /** The log's key also signs which files were handed out, those beside the events included. */
    Step files() {
        byte[] bytes = files.kept(BagPath.TAG_MANIFEST_NOTE);
        if (bytes == null) {
            return Step.undecided("signature: nobody has signed the list of files, since " + BagPath.TAG_MANIFEST_NOTE
                    + " is not in the bag");
        }
        SignedNote list = SignedNote.parse(bytes);
        Hash tagManifest =
                Hash.sha256(FileSteps.required(files, BagPath.TAG_MANIFEST).getBytes(UTF_8));
        Step signed = Signing.signed(BagPath.TAG_MANIFEST_NOTE, list, trust.keys());
        boolean same = list.text().equals(BagStatement.text(checkpoint, tagManifest));
        if (same || signed.outcome() != Step.Outcome.PASSED) {
            return signed;
        }
        return Step.failed(
                "signature: the list of files is not the one that was signed",
                List.of(Finding.file(
                        Tampering.ALTERED, BagPath.TAG_MANIFEST, "the signature is over another list of files")));
    }

    /** Who else vouches for the checkpoint; no step where no witness is known. */
    List<Step> witnesses() {
        return Signing.witnessed(
                BagPath.CHECKPOINT, note.with(cosignatures()), trust.witnesses(), trust.requiredWitnesses());
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

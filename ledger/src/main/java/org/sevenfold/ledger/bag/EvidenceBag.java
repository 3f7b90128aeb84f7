package org.sevenfold.ledger.bag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.examination.Examination;
import org.sevenfold.ledger.examination.Step;
import org.sevenfold.ledger.note.SignedNote;

/** An evidence bag that lies somewhere: a {@code tar.gz}, or the folder that it was unpacked into. */
public final class EvidenceBag {

    private final BagSource source;

    public EvidenceBag(Path path) {
        this.source = new BagSource(path);
    }

    /**
     * The checkpoint in the bag, as it is claimed to be. What has none is an {@link IllegalArgumentException}.
     *
     * @throws IOException if the file cannot be read, or is no archive
     */
    public SignedNote checkpoint() throws IOException {
        return SignedNote.parse(BagFiles.checkpoint(source));
    }

    /**
     * Examines the whole bag: files, signatures, each event, the tree, and what was known before. It reads as a stream,
     * and writes nothing. What is no bag is an {@link IllegalArgumentException}.
     *
     * @throws IOException if the file cannot be read, or is no archive
     */
    public Examination examine(Trust trust) throws IOException {
        return examine(trust, (index, hash, entry) -> {});
    }

    Examination examine(Trust trust, EventsCheck.Listener listener) throws IOException {
        SignedNote note = checkpoint();
        Checkpoint checkpoint = Checkpoint.of(note);
        Earlier earlier = trust.earlier();
        var events = new EventsCheck(checkpoint.size(), earlier == null ? -1 : earlier.size(), listener);
        BagFiles files = BagFiles.read(source, events);
        var signatures = new SignatureSteps(files, note, trust);
        var tree = new TreeSteps(source, files, checkpoint, events);
        Step manifest = FileSteps.manifest(files, checkpoint);
        List<String> suspect = manifest.findings().stream()
                .map(finding -> String.valueOf(finding.file()))
                .toList();
        var history = new HistorySteps(files, note, events, trust, suspect);
        List<Step> steps = new ArrayList<>();
        steps.add(manifest);
        if (!trust.keys().isEmpty()) {
            steps.add(signatures.checkpoint());
            steps.add(signatures.files());
        }
        steps.addAll(tree.steps());
        steps.addAll(history.steps());
        steps.addAll(signatures.witnesses());
        return new Examination(steps);
    }
}

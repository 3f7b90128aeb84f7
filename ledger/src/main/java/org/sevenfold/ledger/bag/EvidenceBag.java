package org.sevenfold.ledger.bag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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
        byte[] bytes = BagFiles.checkpoint(source);
        SignedNote note;
        Checkpoint checkpoint;
        try {
            note = SignedNote.parse(bytes);
            checkpoint = Checkpoint.of(note);
        } catch (IllegalArgumentException e) {
            return withoutCheckpoint(e);
        }
        Earlier earlier = trust.earlier();
        var receipts = new ReceiptSteps(trust.receipts());
        var events =
                new EventsCheck(checkpoint.size(), earlier == null ? -1 : earlier.size(), listener.andThen(receipts));
        BagFiles files = BagFiles.read(source, events);
        List<Step> manifest = told("manifest", () -> List.of(FileSteps.manifest(files, checkpoint)));
        List<String> suspect = manifest.stream()
                .flatMap(step -> step.findings().stream())
                .map(finding -> String.valueOf(finding.file()))
                .toList();
        var signatures = new SignatureSteps(files, note, trust);
        var steps = new ArrayList<Step>(manifest);
        if (!trust.keys().isEmpty()) {
            steps.add(signatures.checkpoint());
            steps.addAll(told("signature over the list of files", () -> List.of(signatures.files())));
        }
        steps.addAll(new TreeSteps(source, files, checkpoint, events).steps());
        var history = new HistorySteps(files, note, events, trust, suspect);
        steps.addAll(told("the checkpoint before it", history::previous));
        steps.addAll(told("what you held", history::held));
        steps.addAll(receipts.steps(checkpoint.size()));
        steps.addAll(told("witnesses", signatures::witnesses));
        return new Examination(steps);
    }

    /** A checkpoint that is none leaves nothing to hold the events against, but the lists may tell who changed it. */
    private Examination withoutCheckpoint(IllegalArgumentException why) throws IOException {
        BagFiles files = BagFiles.read(source, new EventsCheck(0, -1, (index, hash, entry) -> {}));
        var steps = new ArrayList<Step>();
        steps.addAll(told("manifest", () -> List.of(FileSteps.manifest(files, null))));
        steps.addAll(told("checkpoint", () -> {
            throw why;
        }));
        return new Examination(steps);
    }

    /** A part that cannot be read is undecided, and keeps nobody from looking at the others. */
    private static List<Step> told(String what, Supplier<List<Step>> look) {
        try {
            return look.get();
        } catch (IllegalArgumentException e) {
            return List.of(Step.undecided(what + ": it cannot be read, as " + e.getMessage()));
        }
    }
}

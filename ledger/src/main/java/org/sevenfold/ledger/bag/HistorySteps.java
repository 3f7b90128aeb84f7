package org.sevenfold.ledger.bag;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.ProofRefused;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.checkpoint.WitnessRequest;
import org.sevenfold.ledger.examination.Finding;
import org.sevenfold.ledger.examination.Step;
import org.sevenfold.ledger.examination.Tampering;
import org.sevenfold.ledger.note.BadSignature;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.UnknownKey;

/** Whether the log is an extension of what it was known to be. */
final class HistorySteps {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final BagFiles files;
    private final SignedNote note;
    private final Checkpoint checkpoint;
    private final EventsCheck events;
    private final Trust trust;
    private final List<String> suspect;

    /** @param suspect files that are not as listed, from which nothing is concluded */
    HistorySteps(BagFiles files, SignedNote note, EventsCheck events, Trust trust, List<String> suspect) {
        this.suspect = suspect;
        this.files = files;
        this.note = note;
        this.checkpoint = Checkpoint.of(note);
        this.events = events;
        this.trust = trust;
    }

    List<Step> steps() {
        var steps = new ArrayList<Step>();
        Step own = previous();
        if (own != null) {
            steps.add(own);
        }
        Earlier earlier = trust.earlier();
        if (earlier != null) {
            Step unusable = unusable(earlier);
            steps.add(unusable == null ? extended(earlier) : unusable);
        }
        return steps;
    }

    /** The checkpoint that the bag itself says it follows; null if it names none. */
    private @Nullable Step previous() {
        byte[] bytes = files.kept(BagPath.PREVIOUS_CHECKPOINT);
        if (bytes == null) {
            return null;
        }
        WitnessRequest request = request();
        if (request == null || suspect.contains(BagPath.PREVIOUS_CHECKPOINT)) {
            return Step.undecided(
                    "whether it extends the checkpoint before it cannot be told from the bag's own proof");
        }
        SignedNote previousNote = SignedNote.parse(bytes);
        Checkpoint previous = Checkpoint.of(previousNote);
        boolean related = previous.origin().equals(checkpoint.origin()) && previous.size() == request.oldSize();
        if (!related) {
            return Step.failed(
                    "the proof in the bag is of other checkpoints",
                    List.of(Finding.file(
                            Tampering.ALTERED, BagPath.PREVIOUS_CHECKPOINT, "the proof beside it is of another one")));
        }
        try {
            boolean known = !previousNote.signedBy(trust.keys()).isEmpty();
            request.proof().check(previous.root(), checkpoint.root());
            return Step.passed("extends the checkpoint before it: " + Unsigned.text(previous.size()) + " events"
                    + (known ? "" : ", signed with a key that you did not give"));
        } catch (BadSignature e) {
            return Step.failed(
                    "the checkpoint before it is forged",
                    List.of(Finding.file(Tampering.BAD_SIGNATURE, BagPath.PREVIOUS_CHECKPOINT, e.why())));
        } catch (ProofRefused e) {
            return rewritten(previous.size(), e.why());
        }
    }

    /** Why what the auditor brought along cannot be used; null if it can. */
    private @Nullable Step unusable(Earlier earlier) {
        SignedNote kept = earlier.note();
        if (kept == null) {
            return null;
        }
        try {
            kept.verify(trust.all());
        } catch (BadSignature | UnknownKey e) {
            return Step.undecided("the checkpoint that you held is not usable: " + e.getMessage());
        }
        String origin = Checkpoint.of(kept).origin();
        return origin.equals(checkpoint.origin())
                ? null
                : Step.undecided("the checkpoint that you held is of another log: " + origin);
    }

    private Step extended(Earlier earlier) {
        if (Long.compareUnsigned(earlier.size(), checkpoint.size()) > 0) {
            return Step.failed(
                    "the log is shorter than what you held",
                    List.of(Finding.size(
                            Tampering.HISTORY_TRUNCATED,
                            checkpoint.size(),
                            "you held a checkpoint of " + Unsigned.text(earlier.size()) + " events")));
        }
        if (earlier.size() == checkpoint.size()) {
            return compared(earlier, checkpoint.root());
        }
        if (checkpoint.root().equals(events.root())) {
            Hash root = events.earlierRoot();
            return root == null ? untold() : compared(earlier, root);
        }
        return proved(earlier);
    }

    /** Where the events do not give the signed root, the signed root is still to be an extension. */
    private Step proved(Earlier earlier) {
        WitnessRequest request = request();
        if (request == null || request.oldSize() != earlier.size()) {
            return untold();
        }
        try {
            request.proof().check(earlier.root(), checkpoint.root());
            return held(earlier);
        } catch (ProofRefused e) {
            return rewritten(earlier.size(), e.why());
        }
    }

    private Step compared(Earlier earlier, Hash root) {
        return root.equals(earlier.root())
                ? held(earlier)
                : rewritten(
                        earlier.size(), "its root then was " + earlier.root().hex() + ", and is now " + root.hex());
    }

    private Step held(Earlier earlier) {
        Instant time = events.earlierTime();
        return Step.passed("extends the checkpoint you held: " + Unsigned.text(earlier.size()) + " events"
                + (time == null ? "" : ", the last of them from " + DAY.format(time.atOffset(ZoneOffset.UTC))));
    }

    private static Step untold() {
        return Step.undecided("whether it extends the checkpoint you held cannot be told while the events do not give"
                + " the signed root");
    }

    private static Step rewritten(long size, String why) {
        return Step.failed(
                "the log does not extend what it was", List.of(Finding.size(Tampering.HISTORY_REWRITTEN, size, why)));
    }

    /** The bag's own proof; null if there is none that is worth looking at. */
    private @Nullable WitnessRequest request() {
        byte[] bytes = files.kept(BagPath.CONSISTENCY);
        if (bytes == null || suspect.contains(BagPath.CONSISTENCY)) {
            return null;
        }
        WitnessRequest request = WitnessRequest.parse(bytes);
        return request.checkpoint().text().equals(note.text()) ? request : null;
    }
}

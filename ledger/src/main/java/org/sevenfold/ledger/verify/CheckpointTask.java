package org.sevenfold.ledger.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.ProofRefused;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.bag.Trust;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.checkpoint.WitnessRequest;
import org.sevenfold.ledger.examination.Examination;
import org.sevenfold.ledger.examination.Finding;
import org.sevenfold.ledger.examination.Signing;
import org.sevenfold.ledger.examination.Step;
import org.sevenfold.ledger.examination.Tampering;
import org.sevenfold.ledger.note.SignedNote;

/**
 * Checks checkpoints: each by its signature, and each against the one before it. Two of one size have to have one root;
 * of two sizes, a proof is needed to tell.
 */
final class CheckpointTask implements Task {

    private static final String CONSISTENCY = "--consistency";

    @Override
    public Set<String> options() {
        return Set.of(Arguments.KEY, Arguments.WITNESS, Arguments.REQUIRED_WITNESSES, CONSISTENCY);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
        if (arguments.files().isEmpty()) {
            throw new Misused("One checkpoint at least is expected here.");
        }
        Trust trust = arguments.trust();
        String proof = arguments.only(CONSISTENCY);
        WitnessRequest request = proof == null ? null : WitnessRequest.parse(terminal.read(proof));
        var steps = new ArrayList<Step>();
        Checkpoint before = null;
        for (String file : arguments.files()) {
            SignedNote note = SignedNote.parse(terminal.read(file));
            Checkpoint checkpoint = Checkpoint.of(note);
            steps.add(Signing.signed(file, note, trust.keys()));
            steps.addAll(Signing.witnessed(file, note, trust.witnesses(), trust.requiredWitnesses()));
            steps.add(Step.passed("it says: " + checkpoint.origin() + " has " + Unsigned.text(checkpoint.size())
                    + " leaves, root " + checkpoint.root().hex()));
            if (before != null) {
                steps.add(compared(before, checkpoint, request));
            }
            before = checkpoint;
        }
        return terminal.conclude(new Examination(steps), arguments.json());
    }

    private static Step compared(Checkpoint one, Checkpoint other, @Nullable WitnessRequest request) {
        if (!one.origin().equals(other.origin())) {
            return Step.undecided("they are of two logs: " + one.origin() + " and " + other.origin());
        }
        boolean inOrder = Long.compareUnsigned(one.size(), other.size()) <= 0;
        Checkpoint earlier = inOrder ? one : other;
        Checkpoint later = inOrder ? other : one;
        if (earlier.size() == later.size()) {
            return Step.of(
                    "they are of one size and have one root",
                    "they are of one size and do not have one root",
                    earlier.root().equals(later.root())
                            ? List.of()
                            : List.of(Finding.size(
                                    Tampering.SPLIT_VIEW,
                                    later.size(),
                                    "one says " + earlier.root().hex() + ", the other "
                                            + later.root().hex())));
        }
        if (request != null
                && request.oldSize() == earlier.size()
                && Checkpoint.of(request.checkpoint()).size() == later.size()) {
            return proved(earlier, later, request);
        }
        return Step.undecided("whether " + Unsigned.text(later.size()) + " leaves extend "
                + Unsigned.text(earlier.size()) + " cannot be told from checkpoints alone: give a bag, or "
                + CONSISTENCY);
    }

    private static Step proved(Checkpoint earlier, Checkpoint later, WitnessRequest request) {
        try {
            request.proof().check(earlier.root(), later.root());
            return Step.passed(Unsigned.text(later.size()) + " leaves extend " + Unsigned.text(earlier.size()));
        } catch (ProofRefused e) {
            return Step.failed(
                    "the one does not extend the other",
                    List.of(Finding.size(Tampering.HISTORY_REWRITTEN, earlier.size(), e.why())));
        }
    }
}

package org.sevenfold.ledger.bag;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.examination.Finding;
import org.sevenfold.ledger.examination.Step;
import org.sevenfold.ledger.examination.Tampering;

/** Whether the events are those that the tree stands for. */
final class TreeSteps {

    private final BagSource source;
    private final BagFiles files;
    private final Checkpoint checkpoint;
    private final EventsCheck events;

    TreeSteps(BagSource source, BagFiles files, Checkpoint checkpoint, EventsCheck events) {
        this.source = source;
        this.files = files;
        this.checkpoint = checkpoint;
        this.events = events;
    }

    List<Step> steps() throws IOException {
        var steps = new ArrayList<Step>();
        steps.add(Step.of(
                String.format("%,d events re-hashed", events.events()),
                String.format("%,d events re-hashed, and not all are what was logged", events.events()),
                events.changed()));
        steps.addAll(tiles());
        steps.add(root());
        steps.add(Step.of(
                "sequence numbers contiguous per stream",
                "sequence numbers are not contiguous per stream",
                events.outOfSequence()));
        steps.add(Step.of("event ids unique", "event ids are not unique", events.repeated()));
        return steps;
    }

    private List<Step> tiles() throws IOException {
        Map<String, Hash> expected = events.tiles();
        var differences = new TileDifferences(source, files, events, checkpoint.size());
        if (expected == null || !differences.any()) {
            return List.of();
        }
        return List.of(Step.of(
                String.format("%,d tiles of the tree are those that the events give", expected.size()),
                "tiles of the tree are not those that the events give",
                differences.find(expected)));
    }

    private Step root() {
        Hash root = events.root();
        if (root == null) {
            return Step.undecided("root: it cannot be compared while events are missing");
        }
        if (root.equals(checkpoint.root())) {
            return Step.passed("root equals the checkpoint: " + root.hex());
        }
        return Step.failed(
                "root does not equal the checkpoint",
                List.of(Finding.size(
                        Tampering.ROOT_MISMATCH,
                        checkpoint.size(),
                        "the events give " + root.hex() + ", and the checkpoint says "
                                + checkpoint.root().hex())));
    }
}

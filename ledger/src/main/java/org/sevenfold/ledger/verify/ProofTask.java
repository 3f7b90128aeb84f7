package org.sevenfold.ledger.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.LeafEntry;
import org.sevenfold.ledger.ProofRefused;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.bag.Trust;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.checkpoint.TlogProof;
import org.sevenfold.ledger.examination.Examination;
import org.sevenfold.ledger.examination.Finding;
import org.sevenfold.ledger.examination.Signing;
import org.sevenfold.ledger.examination.Step;
import org.sevenfold.ledger.examination.Tampering;

/**
 * Checks that one event is in the log. The proof brings the leaf entry along, which names the fingerprints of the event's
 * stored bytes; a proof without one is about the event's bytes themselves.
 */
final class ProofTask implements Task {

    private static final String EVENT = "--event";
    private static final String METADATA = "--metadata";

    @Override
    public Set<String> options() {
        return Set.of(Arguments.KEY, Arguments.WITNESS, Arguments.REQUIRED_WITNESSES, EVENT, METADATA);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
        Trust trust = arguments.trust();
        byte[] event = terminal.read(arguments.required(EVENT));
        String metadata = arguments.only(METADATA);
        TlogProof proof = TlogProof.parse(terminal.read(arguments.file()));
        LeafEntry entry = entry(proof);
        var steps = new ArrayList<Step>();
        if (entry != null) {
            steps.add(compared("event", event, entry.payloadSha256(), entry, proof));
            if (metadata != null) {
                steps.add(compared("metadata", terminal.read(metadata), entry.metadataSha256(), entry, proof));
            }
        }
        steps.add(Signing.signed(arguments.file(), proof.checkpoint(), trust.keys()));
        steps.addAll(
                Signing.witnessed(arguments.file(), proof.checkpoint(), trust.witnesses(), trust.requiredWitnesses()));
        steps.add(placed(entry == null ? event : entry.canonical(), entry, proof));
        return terminal.conclude(new Examination(steps), arguments.json());
    }

    private static Step compared(String what, byte[] bytes, Hash logged, LeafEntry entry, TlogProof proof) {
        if (Hash.sha256(bytes).equals(logged)) {
            return Step.passed(what + ": its fingerprint is the one in the leaf of " + entry.name() + ", recorded at "
                    + entry.recordedAt());
        }
        return Step.failed(
                what + ": it is not what was logged",
                List.of(Finding.leaf(
                        Tampering.ALTERED,
                        proof.proof().index(),
                        entry.eventId(),
                        "its " + (what.equals("event") ? "payload" : what) + " is not the one that was logged")));
    }

    private static Step placed(byte[] leaf, @Nullable LeafEntry entry, TlogProof proof) {
        Checkpoint checkpoint = Checkpoint.of(proof.checkpoint());
        try {
            proof.proof().check(Hash.leaf(leaf), checkpoint.root());
            return Step.passed(
                    "in the log: it is leaf " + Unsigned.text(proof.proof().index()) + " of "
                            + Unsigned.text(checkpoint.size()) + " of " + checkpoint.origin());
        } catch (ProofRefused e) {
            Finding finding = entry == null
                    ? Finding.leaf(Tampering.ALTERED, proof.proof().index(), null, e.why())
                    : Finding.size(Tampering.ROOT_MISMATCH, checkpoint.size(), e.why());
            return Step.failed("in the log: it is not at its place", List.of(finding));
        }
    }

    private static @Nullable LeafEntry entry(TlogProof proof) {
        byte[] extra = proof.extra();
        return extra.length == 0 ? null : LeafEntry.parse(extra);
    }
}

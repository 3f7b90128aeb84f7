package org.sevenfold.ledger.verify;

import java.util.Map;
import org.sevenfold.ledger.InclusionProof;
import org.sevenfold.ledger.json.JsonValue;

/** {@code {leafIdx, treeSize, root, leafHash, proof[]}}. */
final class InclusionLine implements ProofLine {

    @Override
    public void check(Map<String, JsonValue> members) {
        new InclusionProof(
                        ProofLine.number(members, "leafIdx"),
                        ProofLine.number(members, "treeSize"),
                        ProofLine.proof(members))
                .check(ProofLine.hash(members, "leafHash"), ProofLine.hash(members, "root"));
    }
}

package org.sevenfold.ledger.verify;

import java.util.Arrays;
import java.util.Map;
import org.sevenfold.ledger.ConsistencyProof;
import org.sevenfold.ledger.ProofRefused;
import org.sevenfold.ledger.json.JsonValue;

/**
 * {@code {size1, size2, root1, root2, proof[]}}. Of two equal sizes the roots are compared as they are, whatever their
 * length: nothing is hashed, so nothing is proved but that one claim was made twice.
 */
final class ConsistencyLine implements ProofLine {

    @Override
    public void check(Map<String, JsonValue> members) {
        var proof = new ConsistencyProof(
                ProofLine.number(members, "size1"), ProofLine.number(members, "size2"), ProofLine.proof(members));
        if (proof.from() != proof.to()) {
            proof.check(ProofLine.hash(members, "root1"), ProofLine.hash(members, "root2"));
        } else if (!Arrays.equals(ProofLine.bytes(members, "root1"), ProofLine.bytes(members, "root2"))) {
            throw new ProofRefused("both are of one size, and their roots are not one");
        }
    }
}

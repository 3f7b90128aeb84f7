package org.sevenfold.ledger.bag;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.note.VerifierKey;

/**
 * What an auditor brings along: whom they trust, and what they held before.
 *
 * @param keys of the log, several while a key is being replaced; without any, signatures are left aside
 * @param witnesses keys of witnesses; may be none
 * @param requiredWitnesses how many of them must have cosigned the checkpoint
 * @param earlier what the log was known to be; null on the first visit
 */
public record Trust(
        List<VerifierKey> keys,
        List<VerifierKey> witnesses,
        int requiredWitnesses,
        @Nullable Earlier earlier) {

    public Trust {
        keys = List.copyOf(keys);
        witnesses = List.copyOf(witnesses);
        if (keys.stream().anyMatch(VerifierKey::isWitness)) {
            throw new IllegalArgumentException("A witness's key is not the key of a log");
        }
        if (!witnesses.stream().allMatch(VerifierKey::isWitness)) {
            throw new IllegalArgumentException("The key of a log is not a witness's key");
        }
        if (requiredWitnesses < 0 || requiredWitnesses > witnesses.size()) {
            throw new IllegalArgumentException(
                    requiredWitnesses + " witnesses are required, and keys of " + witnesses.size() + " are given");
        }
    }

    /** Of the log and of witnesses. */
    List<VerifierKey> all() {
        var all = new ArrayList<>(keys);
        all.addAll(witnesses);
        return all;
    }
}

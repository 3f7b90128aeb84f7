package org.sevenfold.ledger.note;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has signed a note, beyond doubt.
 *
 * @param key whose signature was checked and holds
 * @param line the signature
 */
public record Signatory(VerifierKey key, NoteSignature line) {

    /** When a witness signed, by its own clock; null for anyone else, whose signature tells no time. */
    public @Nullable Instant time() {
        return key.isWitness() ? Cosigned.time(line.bytes()) : null;
    }
}

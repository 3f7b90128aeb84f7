package org.sevenfold.ledger.note;

import java.security.PrivateKey;
import java.time.Instant;

/** The private half of a witness's key. It signs what others wrote, together with the time at which it was seen. */
public final class WitnessKey {

    private final PrivateText text;
    private final PrivateKey key;

    private WitnessKey(PrivateText text) {
        this.text = text;
        this.key = Ed25519.privateKey(text.seed());
    }

    /** Reads what {@link #secretText} wrote; anything else is an {@link IllegalArgumentException}. */
    public static WitnessKey parse(String secretText) {
        return new WitnessKey(PrivateText.parse(secretText, KeyType.COSIGNATURE));
    }

    /** A new key of this name, from the platform's secure random numbers. */
    public static WitnessKey generate(String name) {
        return new WitnessKey(PrivateText.of(name, KeyType.COSIGNATURE, Ed25519.newSeed()));
    }

    public VerifierKey verifierKey() {
        return text.verifierKey();
    }

    /**
     * The cosignature line of this witness under a checkpoint's text, to the second. A time before 1970 is an
     * {@link IllegalArgumentException}.
     */
    public NoteSignature cosign(String checkpointText, Instant seenAt) {
        if (seenAt.getEpochSecond() < 0) {
            throw new IllegalArgumentException("A witness cannot have seen anything before 1970: " + seenAt);
        }
        return text.verifierKey().line(Cosigned.sign(key, checkpointText, seenAt.getEpochSecond()));
    }

    /** The whole key as text, for the one place where it is kept. */
    public String secretText() {
        return text.text();
    }

    /** The public half. */
    @Override
    public String toString() {
        return verifierKey().toString();
    }
}

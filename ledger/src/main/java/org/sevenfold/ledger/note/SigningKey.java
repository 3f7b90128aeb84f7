package org.sevenfold.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PrivateKey;

/**
 * The private half of a key that signs notes. Whoever holds it can speak for the log, so it is kept outside the
 * database, and nothing prints it but {@link #secretText}.
 */
public final class SigningKey {

    private final PrivateText text;
    private final PrivateKey key;

    private SigningKey(PrivateText text) {
        this.text = text;
        this.key = Ed25519.privateKey(text.seed());
    }

    /** Reads what {@link #secretText} wrote; anything else is an {@link IllegalArgumentException}. */
    public static SigningKey parse(String secretText) {
        return new SigningKey(PrivateText.parse(secretText, KeyType.NOTE));
    }

    /** A new key of this name, from the platform's secure random numbers. */
    public static SigningKey generate(String name) {
        return new SigningKey(PrivateText.of(name, KeyType.NOTE, Ed25519.newSeed()));
    }

    public VerifierKey verifierKey() {
        return text.verifierKey();
    }

    /** The signature line of this key under a text. */
    public NoteSignature sign(String noteText) {
        return text.verifierKey().line(Ed25519.sign(key, noteText.getBytes(UTF_8)));
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

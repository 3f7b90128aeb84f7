package org.sevenfold.ledger.note;

/** The text form of a private key: {@code PRIVATE+KEY+} before its name, id, type and seed. */
@SuppressWarnings("ArrayRecordComponent") // never compared, printed or handed out
record PrivateText(VerifierKey verifierKey, byte[] seed) {

    private static final String START = "PRIVATE+KEY+";

    /** The private key of this type that the text holds, else an {@link IllegalArgumentException} that does not quote it. */
    static PrivateText parse(String text, KeyType type) {
        if (!text.startsWith(START)) {
            throw new IllegalArgumentException("A private key begins with " + START);
        }
        KeyText key = parsed(text.substring(START.length()));
        PrivateText read = of(key.name(), key.type(), key.key());
        if (key.type() != type || !read.verifierKey.idText().equals(key.id())) {
            throw new IllegalArgumentException("The private key of " + key.name() + " is misspelt or of another type");
        }
        return read;
    }

    static PrivateText of(String name, KeyType type, byte[] seed) {
        return new PrivateText(VerifierKey.of(name, type, Ed25519.publicBytes(seed)), seed);
    }

    String text() {
        return START + verifierKey.privateText(seed);
    }

    private static KeyText parsed(String rest) {
        try {
            return KeyText.parse(rest);
        } catch (IllegalArgumentException e) {
            // Without its cause: that would say what the key is.
            throw new IllegalArgumentException("The private key is misspelt");
        }
    }
}

package org.sevenfold.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PublicKey;
import java.util.HexFormat;

/**
 * The public half of a key, with which anyone checks what its holder signed. Its text, the <em>vkey</em>, is what an
 * auditor is given once, by another way than the notes themselves.
 */
public final class VerifierKey {

    private final String name;
    private final KeyType type;
    private final byte[] bytes;
    private final PublicKey key;
    private final int id;

    private VerifierKey(String name, KeyType type, byte[] bytes) {
        this.name = KeyName.checked(name);
        this.type = type;
        this.bytes = bytes.clone();
        this.key = Ed25519.publicKey(bytes);
        this.id = KeyText.id(name, type, bytes);
    }

    static VerifierKey of(String name, KeyType type, byte[] bytes) {
        return new VerifierKey(name, type, bytes);
    }

    /**
     * Reads a vkey: {@code name+id+base64}, as written by {@link #toString}. A key of another type than Ed25519 notes
     * and cosignatures, or one whose id is not its own, is an {@link IllegalArgumentException}.
     */
    public static VerifierKey parse(String vkey) {
        KeyText text = KeyText.parse(vkey);
        var parsed = new VerifierKey(text.name(), text.type(), text.key());
        if (!parsed.idText().equals(text.id())) {
            throw new IllegalArgumentException("The key is misspelt: its id is " + parsed.idText() + ", not "
                    + text.id() + " as in \"" + vkey + "\"");
        }
        return parsed;
    }

    /** Who signs with it. */
    public String name() {
        return name;
    }

    /** Eight hexadecimal digits that tell keys of one name apart. */
    public String idText() {
        return HexFormat.of().toHexDigits(id);
    }

    /** Whether it belongs to a witness, who signs checkpoints of others together with the time. */
    public boolean isWitness() {
        return type == KeyType.COSIGNATURE;
    }

    boolean made(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == id;
    }

    boolean verifies(String text, NoteSignature signature) {
        return switch (type) {
            case NOTE -> Ed25519.verifies(key, text.getBytes(UTF_8), signature.bytes());
            case COSIGNATURE -> Cosigned.verifies(key, text, signature.bytes());
        };
    }

    /** The key alone, whoever it is called. */
    String publicHex() {
        return HexFormat.of().formatHex(bytes);
    }

    NoteSignature line(byte[] signature) {
        return NoteSignature.of(name, id, signature);
    }

    String privateText(byte[] seed) {
        return KeyText.write(name, id, type, seed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return id;
    }

    /** The vkey. */
    @Override
    public String toString() {
        return KeyText.write(name, id, type, bytes);
    }
}

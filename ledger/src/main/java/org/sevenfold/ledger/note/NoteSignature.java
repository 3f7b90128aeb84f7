package org.sevenfold.ledger.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * One signature line of a note, not checked yet: who is said to have signed, with which key, and the signature.
 *
 * @param name the key's name
 * @param base64 the key's id, four bytes, and the signature, at least one byte; else an
 *     {@link IllegalArgumentException}
 */
public record NoteSignature(String name, String base64) {

    private static final String START = "\u2014 ";
    private static final int ID_BYTES = 4;

    public NoteSignature {
        KeyName.checked(name);
        if (Base64Text.decode(base64).length <= ID_BYTES) {
            throw new IllegalArgumentException("A signature holds a key's id and more, not " + base64);
        }
    }

    static NoteSignature of(String name, int keyId, byte[] signature) {
        byte[] all = ByteBuffer.allocate(ID_BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return new NoteSignature(name, Base64.getEncoder().encodeToString(all));
    }

    /** Reads a signature line without its line feed; anything else is an {@link IllegalArgumentException}. */
    public static NoteSignature parse(String line) {
        int space = line.indexOf(' ', START.length());
        if (!line.startsWith(START) || space < 0) {
            throw new IllegalArgumentException("Not a signature line: \"" + line + "\"");
        }
        return new NoteSignature(line.substring(START.length(), space), line.substring(space + 1));
    }

    /** The line as it stands in a note, without its line feed. */
    public String line() {
        return START + name + " " + base64;
    }

    int keyId() {
        return ByteBuffer.wrap(Base64Text.decode(base64)).getInt();
    }

    byte[] bytes() {
        byte[] all = Base64Text.decode(base64);
        return Arrays.copyOfRange(all, ID_BYTES, all.length);
    }
}

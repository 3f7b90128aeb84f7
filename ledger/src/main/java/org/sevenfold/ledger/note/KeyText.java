package org.sevenfold.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.sevenfold.ledger.Hash;

/**
 * The text form of a key: {@code name+id+base64(type, 32 bytes)}. The id is the beginning of a hash over name, type and
 * public key, so a misspelt key is noticed.
 */
@SuppressWarnings("ArrayRecordComponent") // lives only while a key is read
record KeyText(String name, String id, KeyType type, byte[] key) {

    private static final int ID_BYTES = 4;
    private static final int PARTS = 3;

    /** What is not exactly such a text is an {@link IllegalArgumentException}; the id is not compared yet. */
    static KeyText parse(String text) {
        String[] parts = text.split("\\+", PARTS);
        if (parts.length != PARTS || !parts[1].matches("[0-9a-f]{8}")) {
            throw new IllegalArgumentException("A key is written name+id+base64, not \"" + text + "\"");
        }
        byte[] typed = Base64Text.decode(parts[2]);
        if (typed.length != 1 + Ed25519.KEY_BYTES) {
            throw new IllegalArgumentException("A key has a type and 32 bytes, not " + typed.length + " bytes");
        }
        return new KeyText(
                KeyName.checked(parts[0]),
                parts[1],
                KeyType.numbered(typed[0]),
                Arrays.copyOfRange(typed, 1, typed.length));
    }

    static String write(String name, int id, KeyType type, byte[] key) {
        return name + "+" + HexFormat.of().toHexDigits(id) + "+"
                + Base64.getEncoder().encodeToString(typed(type, key));
    }

    /** SHA-256(name ‖ 0x0A ‖ type ‖ public key), its first four bytes. */
    static int id(String name, KeyType type, byte[] publicKey) {
        byte[] nameLine = (name + "\n").getBytes(UTF_8);
        byte[] typed = typed(type, publicKey);
        byte[] all = Arrays.copyOf(nameLine, nameLine.length + typed.length);
        System.arraycopy(typed, 0, all, nameLine.length, typed.length);
        return ByteBuffer.wrap(Hash.sha256(all).bytes(), 0, ID_BYTES).getInt();
    }

    private static byte[] typed(KeyType type, byte[] key) {
        byte[] typed = new byte[1 + key.length];
        typed[0] = type.number();
        System.arraycopy(key, 0, typed, 1, key.length);
        return typed;
    }
}

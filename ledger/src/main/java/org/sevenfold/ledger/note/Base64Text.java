package org.sevenfold.ledger.note;

import java.util.Base64;

/** Bytes as text: the standard base64 of RFC 4648, padded, in the one spelling that stands for these bytes. */
final class Base64Text {

    private Base64Text() {}

    static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("Not the one way to write these bytes in base64: " + text);
        }
        return bytes;
    }
}

package org.sevenfold.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A SHA-256 fingerprint: 32 bytes that stand for something larger, and that change if anything in it changes.
 *
 * @param bytes exactly 32 bytes, copied on the way in and on the way out; any other length is an
 *     {@link IllegalArgumentException}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content and never handed out, see below
public record Hash(byte[] bytes) {

    private static final int LENGTH_BYTES = 32;
    private static final byte LEAF_PREFIX = 0;
    private static final byte NODE_PREFIX = 1;
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Hash::newSha256);

    /** The root of a tree without leaves: the SHA-256 of nothing. */
    public static final Hash EMPTY_ROOT = sha256(new byte[0]);

    public Hash {
        if (bytes.length != LENGTH_BYTES) {
            throw new IllegalArgumentException("A hash has 32 bytes, not " + bytes.length);
        }
        bytes = bytes.clone();
    }

    /** The plain SHA-256 of {@code content}, which may be empty. */
    public static Hash sha256(byte[] content) {
        return new Hash(SHA_256.get().digest(content));
    }

    /** The hash of one leaf: SHA-256(0x00 ‖ entry), RFC 9162 section 2.1.1. The entry may be empty. */
    public static Hash leaf(byte[] entry) {
        MessageDigest sha256 = SHA_256.get();
        sha256.update(LEAF_PREFIX);
        return new Hash(sha256.digest(entry));
    }

    /** The hash of two neighbouring subtrees: SHA-256(0x01 ‖ left ‖ right), RFC 9162 section 2.1.1. */
    public static Hash node(Hash left, Hash right) {
        MessageDigest sha256 = SHA_256.get();
        sha256.update(NODE_PREFIX);
        sha256.update(left.bytes);
        return new Hash(sha256.digest(right.bytes));
    }

    /** Reads 64 hexadecimal digits in either case; anything else is an {@link IllegalArgumentException}. */
    public static Hash ofHex(String hex) {
        return new Hash(HexFormat.of().parseHex(hex));
    }

    /**
     * Reads 44 characters of standard base64, padded. Anything else is an {@link IllegalArgumentException}, another
     * spelling of the same bytes included.
     */
    public static Hash ofBase64(String base64) {
        var hash = new Hash(Base64.getDecoder().decode(base64));
        if (!hash.base64().equals(base64)) {
            throw new IllegalArgumentException("Not the one way to write these bytes in base64: " + base64);
        }
        return hash;
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** 64 hexadecimal digits in lower case. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** 44 characters of standard base64, padded. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has to offer SHA-256", e);
        }
    }
}

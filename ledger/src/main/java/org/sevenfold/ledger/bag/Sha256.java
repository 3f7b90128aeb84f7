package org.sevenfold.ledger.bag;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Fingerprints of what is too large to hold. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has to offer SHA-256", e);
        }
    }
}

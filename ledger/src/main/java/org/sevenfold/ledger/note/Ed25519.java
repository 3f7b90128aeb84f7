package org.sevenfold.ledger.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The signatures of RFC 8032, made and checked by the JDK; keys are the 32 bytes of that RFC. */
final class Ed25519 {

    static final int KEY_BYTES = 32;

    // What the JDK wants in front of the 32 bytes: the name of the curve, RFC 8410.
    private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] PRIVATE_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final String ALGORITHM = "Ed25519";

    private Ed25519() {}

    /** A key that is no point of the curve is an {@link IllegalArgumentException}. */
    static PublicKey publicKey(byte[] bytes) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(join(PUBLIC_PREFIX, bytes)));
            Signature.getInstance(ALGORITHM).initVerify(key);
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("These bytes are no public key of Ed25519", e);
        }
    }

    static PrivateKey privateKey(byte[] seed) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(join(PRIVATE_PREFIX, seed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("These bytes are no private key of Ed25519", e);
        }
    }

    /** The public key that belongs to a private one. */
    static byte[] publicBytes(byte[] seed) {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance(ALGORITHM);
            // The JDK derives a public key only while it makes a new pair, so it is given this seed for its dice.
            pairs.initialize(NamedParameterSpec.ED25519, new Loaded(seed));
            var pair = pairs.generateKeyPair();
            byte[] used = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            if (!Arrays.equals(used, seed)) {
                throw new IllegalStateException("This Java platform does not derive public keys as expected");
            }
            byte[] encoded = pair.getPublic().getEncoded();
            return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform lacks Ed25519", e);
        }
    }

    static byte[] newSeed() {
        byte[] seed = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(seed);
        return seed;
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform cannot sign with Ed25519", e);
        }
    }

    static boolean verifies(PublicKey key, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static byte[] join(byte[] prefix, byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("A key of Ed25519 has 32 bytes, not " + bytes.length);
        }
        byte[] joined = Arrays.copyOf(prefix, prefix.length + bytes.length);
        System.arraycopy(bytes, 0, joined, prefix.length, bytes.length);
        return joined;
    }

    /** Dice that have been told what to show. */
    private static final class Loaded extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Loaded(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}

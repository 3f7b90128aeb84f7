package org.sevenfold.ledger.note;

import java.util.Arrays;
import java.util.List;

/** The keys and the note that the authors of the format published with it, and keys of our own. */
public final class Keys {

    static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    static final String PETER_PRIVATE =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    static final String ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    static final String TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    static final String PETER_LINE = "\u2014 PeterNeumann "
            + "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    static final String ENOCH_LINE = "\u2014 EnochRoot "
            + "rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    public static final String ORIGIN = "council.example/sevenfold";
    public static final SigningKey LOG = log(ORIGIN, 1);
    public static final SigningKey NEXT_LOG = log(ORIGIN, 2);
    public static final WitnessKey WITNESS = witness("audit.example/witness", 3);
    public static final WitnessKey OTHER_WITNESS = witness("ombudsman.example/witness", 4);

    private Keys() {}

    /** The key whose 32 secret bytes are all this one. */
    public static SigningKey log(String name, int seed) {
        return SigningKey.parse(secret(name, KeyType.NOTE, seed));
    }

    public static WitnessKey witness(String name, int seed) {
        return WitnessKey.parse(secret(name, KeyType.COSIGNATURE, seed));
    }

    public static List<VerifierKey> known() {
        return List.of(LOG.verifierKey());
    }

    private static String secret(String name, KeyType type, int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return PrivateText.of(name, type, bytes).text();
    }
}

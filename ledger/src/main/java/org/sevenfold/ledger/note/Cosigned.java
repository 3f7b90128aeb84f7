package org.sevenfold.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;

/** What a witness signs, C2SP tlog-cosignature: the checkpoint's text behind the time at which it was seen. */
final class Cosigned {

    private static final int TIME_BYTES = 8;

    private Cosigned() {}

    static byte[] sign(PrivateKey key, String text, long epochSecond) {
        byte[] signed = Ed25519.sign(key, message(text, epochSecond));
        return ByteBuffer.allocate(TIME_BYTES + signed.length)
                .putLong(epochSecond)
                .put(signed)
                .array();
    }

    /** A time before 1970 or beyond 2^63 seconds verifies nothing, nor does a signature of another length. */
    static boolean verifies(PublicKey key, String text, byte[] timed) {
        if (timed.length <= TIME_BYTES || epochSecond(timed) < 0) {
            return false;
        }
        byte[] signed = Arrays.copyOfRange(timed, TIME_BYTES, timed.length);
        return Ed25519.verifies(key, message(text, epochSecond(timed)), signed);
    }

    static Instant time(byte[] timed) {
        return Instant.ofEpochSecond(Math.min(epochSecond(timed), Instant.MAX.getEpochSecond()));
    }

    private static long epochSecond(byte[] timed) {
        return ByteBuffer.wrap(timed).getLong();
    }

    private static byte[] message(String text, long epochSecond) {
        return ("cosignature/v1\ntime " + epochSecond + "\n" + text).getBytes(UTF_8);
    }
}

package org.sevenfold.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.sevenfold.ledger.Unsigned;

/**
 * What a witness answers over HTTP.
 *
 * @param status as C2SP tlog-witness names it
 */
record Answer(int status, String contentType, String body) {

    private static final String TEXT = "text/plain; charset=utf-8";

    static Answer ok(String body) {
        return new Answer(200, TEXT, body);
    }

    /** The request is none, or asks for what cannot be. */
    static Answer malformed(String why) {
        return new Answer(400, TEXT, why + "\n");
    }

    static Answer notSigned(String why) {
        return new Answer(403, TEXT, why + "\n");
    }

    static Answer unknown(String why) {
        return new Answer(404, TEXT, why + "\n");
    }

    /** The log thinks that the witness saw another size last; here is which it was. */
    static Answer anotherSize(long size) {
        return new Answer(409, "text/x.tlog.size", Unsigned.text(size) + "\n");
    }

    static Answer anotherRoot(String why) {
        return new Answer(409, TEXT, why + "\n");
    }

    static Answer notProved(String why) {
        return new Answer(422, TEXT, why + "\n");
    }

    static Answer failed(String why) {
        return new Answer(500, TEXT, why + "\n");
    }

    byte[] bytes() {
        return body.getBytes(UTF_8);
    }
}

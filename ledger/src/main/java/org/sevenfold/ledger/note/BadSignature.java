package org.sevenfold.ledger.note;

/** A signature in the name and with the id of a known key that this key did not make: the text, or the line, is forged. */
public final class BadSignature extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadSignature(NoteSignature line) {
        super("The signature of " + line.name() + " does not belong to this text");
    }
}

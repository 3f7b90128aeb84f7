package org.sevenfold.ledger.note;

/** A signature in the name and with the id of a known key that this key did not make: the text, or the line, is forged. */
public final class BadSignature extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String why;

    BadSignature(NoteSignature line) {
        this("the signature of " + line.name() + " does not belong to this text");
    }

    private BadSignature(String why) {
        super(why);
        this.why = why;
    }

    /** The message. */
    public String why() {
        return why;
    }
}

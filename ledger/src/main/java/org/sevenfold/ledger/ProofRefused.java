package org.sevenfold.ledger;

/** A proof that does not prove what it claims. Its message says why, in a sentence. */
public final class ProofRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String why;

    public ProofRefused(String why) {
        super(why);
        this.why = why;
    }

    /** The message. */
    public String why() {
        return why;
    }
}

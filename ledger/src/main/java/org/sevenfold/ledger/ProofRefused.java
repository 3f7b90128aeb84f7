package org.sevenfold.ledger;

/** A proof that does not prove what it claims. Its message says why, in a sentence. */
public final class ProofRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public ProofRefused(String why) {
        super(why);
    }
}

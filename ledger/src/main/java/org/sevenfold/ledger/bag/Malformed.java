package org.sevenfold.ledger.bag;

/** A file that is not what it claims to be, so that nothing can be said about it. Its message says how. */
final class Malformed extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    Malformed(String how) {
        super(how);
    }
}

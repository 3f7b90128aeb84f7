package org.sevenfold.ledger.verify;

/** Words that are no command; its message says what is wrong with them. */
final class Misused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Misused(String what) {
        super(what);
    }
}

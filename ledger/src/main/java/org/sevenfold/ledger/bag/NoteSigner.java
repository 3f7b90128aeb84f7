package org.sevenfold.ledger.bag;

import org.sevenfold.ledger.note.SignedNote;

/** Whoever holds the log's key and signs a text with it, be it here or in another service. */
@FunctionalInterface
public interface NoteSigner {

    SignedNote sign(String text);
}

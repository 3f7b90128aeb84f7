package org.sevenfold.ledger.bag;

import org.sevenfold.ledger.Hash;

/**
 * What somebody was handed when their command was accepted: at this place of the log there is this leaf. It holds the log
 * to what it said even before the next checkpoint.
 *
 * @param leafIndex unsigned
 */
public record Receipt(long leafIndex, Hash leafHash) {}

/**
 * The witness, C2SP tlog-witness: somebody outside who signs each checkpoint with the time, but only if it extends what
 * they saw before. Once a witness has signed, whoever holds the log's key can no longer write its past anew unseen.
 */
@NullMarked
package org.sevenfold.ledger.witness;

import org.jspecify.annotations.NullMarked;

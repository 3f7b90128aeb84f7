/**
 * Checkpoints, C2SP tlog-checkpoint: a log's size and root, signed. Whoever keeps one can later tell whether the log
 * still is an extension of what it was; so can a third party, the witness, and so can the holder of a proof about a
 * single event.
 */
@NullMarked
package org.sevenfold.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;

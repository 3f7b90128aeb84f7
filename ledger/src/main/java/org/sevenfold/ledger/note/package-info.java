/**
 * Signed notes, C2SP signed-note: a text that a person can read, followed by one line per signature. Checkpoints,
 * evidence bags and what witnesses say of them are all signed in this one way, with Ed25519.
 */
@NullMarked
package org.sevenfold.ledger.note;

import org.jspecify.annotations.NullMarked;

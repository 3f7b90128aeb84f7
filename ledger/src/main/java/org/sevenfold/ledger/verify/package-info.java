/**
 * {@code audit-verify}, the auditor's own command: one jar, the JDK alone, no database. It shares no code path with what
 * wrote the log but the definition of its formats, and only its witness opens a port.
 */
@NullMarked
package org.sevenfold.ledger.verify;

import org.jspecify.annotations.NullMarked;

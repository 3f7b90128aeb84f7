/**
 * The evidence bag: a whole log up to a checkpoint, with the proofs of it, in one file that an auditor takes away and
 * verifies without us. It is a BagIt 1.0 bag, RFC 8493, in a {@code tar.gz}; beside {@code sha256sum} and a BagIt reader,
 * which say that it arrived whole, its own check says whether the log in it is what was signed.
 */
@NullMarked
package org.sevenfold.ledger.bag;

import org.jspecify.annotations.NullMarked;

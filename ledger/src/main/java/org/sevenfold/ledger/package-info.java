/**
 * Makes history provable: every event becomes a leaf of a tree of hashes, so one short root stands for all that was
 * ever recorded, and nobody can change, remove or slip in an event without the root giving it away. The hashing is that
 * of RFC 6962 and RFC 9162, so that other people's tools can check it too.
 *
 * <p>Sizes and indices of the tree are unsigned 64-bit numbers. Everything here is immutable and safe to share between
 * threads.
 */
@NullMarked
package org.sevenfold.ledger;

import org.jspecify.annotations.NullMarked;

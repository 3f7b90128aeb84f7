package org.sevenfold.ledger.bag;

import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;

/**
 * One event as it stands in a bag: its leaf, and the stored bytes that the leaf speaks of.
 *
 * @param leafIndex the leaf's place, unsigned
 * @param leafHash the leaf's hash as the log keeps it
 * @param entry the leaf entry's bytes as the log keeps them
 * @param payload the event's stored payload; null if the log no longer has it, which the bag's check will tell
 * @param metadata the event's stored metadata; null likewise
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, and not compared
public record BagEvent(
        long leafIndex, Hash leafHash, byte[] entry, byte @Nullable [] payload, byte @Nullable [] metadata) {}

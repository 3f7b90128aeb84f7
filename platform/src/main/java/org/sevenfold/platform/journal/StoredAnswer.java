package org.sevenfold.platform.journal;

/** An answer that was given before under a caller's key, with the hash of the request that it answered. */
public record StoredAnswer(String requestHash, Accepted accepted) {}

package org.sevenfold.platform.journal;

/** One value of one lookup. */
record LookupKey(String lookup, String key) {}

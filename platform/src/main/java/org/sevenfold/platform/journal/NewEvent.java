package org.sevenfold.platform.journal;

import java.util.UUID;

/** An event that is about to be stored, as bytes and under its stored name; position and time come from the journal. */
record NewEvent(
        UUID id, String streamId, String streamType, long sequence, String name, int revision, byte[] payload) {}

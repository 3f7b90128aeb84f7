package org.sevenfold.platform.journal;

import java.util.UUID;
import org.sevenfold.ledger.Hash;

/**
 * An event that is about to be stored, as bytes and under its stored name; position and time come from the journal. Its
 * fingerprints are taken by whoever brings it, so that nobody waits for them in the journal.
 */
record NewEvent(
        UUID id,
        String streamId,
        String streamType,
        long sequence,
        String name,
        int revision,
        byte[] payload,
        Hash payloadSha256,
        byte[] metadata,
        Hash metadataSha256) {

    NewEvent(
            UUID id,
            String streamId,
            String streamType,
            long sequence,
            String name,
            int revision,
            byte[] payload,
            byte[] metadata) {
        this(
                id,
                streamId,
                streamType,
                sequence,
                name,
                revision,
                payload,
                Hash.sha256(payload),
                metadata,
                Hash.sha256(metadata));
    }
}

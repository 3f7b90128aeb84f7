package org.sevenfold.events.audit;

import java.util.List;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.StoredStream;

/** What came of checking the record: the log against its tree, the tables and the lookups against the log. */
public sealed interface VerificationEvent extends DomainEvent {

    StoredStream STREAM = StoredStream.of("Verification", VerificationEvent.class)
            .stores("programme.verification-recorded", VerificationRecorded.class);

    VerificationId verificationId();

    @Override
    default String streamId() {
        return verificationId().toString();
    }

    /**
     * The record was checked.
     *
     * @param position up to which position of the log
     * @param root the root of the tree of that size
     * @param events how many events were hashed anew
     * @param findings what is not as it was recorded; empty where everything is
     */
    record VerificationRecorded(
            VerificationId verificationId,
            VerificationOccasion occasion,
            long position,
            TreeRoot root,
            long events,
            List<VerificationFinding> findings)
            implements VerificationEvent {

        public VerificationRecorded {
            findings = List.copyOf(findings);
        }
    }
}

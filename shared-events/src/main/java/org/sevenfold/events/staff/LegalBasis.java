package org.sevenfold.events.staff;

/** Why whatever says who a person is may be erased, or must be. */
public enum LegalBasis {
    /** The person has asked for it (UK GDPR, article 17). */
    ERASURE_REQUEST,
    /** It has been kept for as long as the council's schedule says. */
    RETENTION_ENDED
}

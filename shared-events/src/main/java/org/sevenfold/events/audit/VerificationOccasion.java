package org.sevenfold.events.audit;

/** Why the record was checked. */
public enum VerificationOccasion {
    /** Somebody asked for it. */
    ASKED,
    /** It is checked whole every night. */
    NIGHTLY,
    /** A part of it is checked every hour. */
    HOURLY,
    /** A rebuilt table was about to take the place of the live one. */
    SWITCH
}

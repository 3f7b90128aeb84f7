package org.sevenfold.events.programme;

/** How an initiative ended. */
public enum InitiativeOutcome {
    DELIVERED,
    STOPPED
}

package org.sevenfold.events.initiative;

/** How an initiative ended. */
public enum InitiativeOutcome {
    DELIVERED,
    STOPPED
}

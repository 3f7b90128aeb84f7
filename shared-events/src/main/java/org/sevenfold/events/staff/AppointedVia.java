package org.sevenfold.events.staff;

/** How a person came into a post: moved with it, chosen for it, or placed in it. */
public enum AppointedVia {
    ASSIMILATED,
    SELECTED,
    REDEPLOYED
}

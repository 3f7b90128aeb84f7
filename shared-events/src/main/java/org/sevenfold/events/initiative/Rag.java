package org.sevenfold.events.initiative;

/** How an initiative stands in the eyes of who rates it. */
public enum Rag {
    RED,
    AMBER,
    GREEN
}

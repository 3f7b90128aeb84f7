package org.sevenfold.events.programme;

/** How an initiative stands in the eyes of who rates it. */
public enum Rag {
    RED,
    AMBER,
    GREEN
}

package org.sevenfold.events.sharedvalues;

/** What a value statement is: the one vision, the purpose, or a principle. */
public enum ValueStatementKind {
    VISION,
    PURPOSE,
    PRINCIPLE
}

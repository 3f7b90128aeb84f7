package org.sevenfold.command.change;

/** Hands a stream what it needs to decide the command at hand, and takes on what follows from it. */
public interface Desk {

    Circumstances circumstances();

    /** Has this done in the transaction that stores the events. */
    void perform(Effect effect);
}

package org.sevenfold.command.change;

/** Hands the circumstances of the command that is being decided to its stream. */
@FunctionalInterface
public interface Desk {
    Circumstances circumstances();
}

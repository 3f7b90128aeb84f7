package org.sevenfold.events.plan;

/** What of a milestone waits for what of another: its start (S) or its finish (F). */
public enum DependencyType {
    FS,
    SS,
    FF,
    SF
}

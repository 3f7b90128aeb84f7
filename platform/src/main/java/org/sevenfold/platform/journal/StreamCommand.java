package org.sevenfold.platform.journal;

/** A command, which is always to one stream. */
public interface StreamCommand {

    /** The stream that decides it. */
    String streamId();
}

package org.sevenfold.command.change;

import org.sevenfold.platform.journal.StreamCommand;

/** A change that somebody wants made: a command. Its record is its one declaration, see {@link Declared}. */
public interface Change extends StreamCommand {

    /** Whom or what it is about, which decides whether a caller of one unit or group may send it. */
    Subject subject();
}

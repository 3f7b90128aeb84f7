package org.sevenfold.ledger.verify;

import java.io.IOException;
import java.util.Set;

/** One of the things that the command can do. */
interface Task {

    /** The options that it takes, besides {@code --json}. */
    Set<String> options();

    /** Does it, and answers the exit code. What cannot be read is an {@link IllegalArgumentException}. */
    int run(Arguments arguments, Terminal terminal) throws IOException;
}

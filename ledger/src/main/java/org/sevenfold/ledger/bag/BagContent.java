package org.sevenfold.ledger.bag;

import java.io.IOException;
import java.io.OutputStream;

/** Something that writes a file of the bag when it is asked to, so that a large one need not be held in memory. */
@FunctionalInterface
public interface BagContent {

    /** Writes all of the file; need not flush, must not close. */
    void writeTo(OutputStream out) throws IOException;
}

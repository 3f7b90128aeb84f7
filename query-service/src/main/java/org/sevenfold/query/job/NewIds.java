package org.sevenfold.query.job;

import java.util.UUID;

/** Makes ids of version 7. What is random comes in from the edge. */
@FunctionalInterface
public interface NewIds {
    UUID next();
}

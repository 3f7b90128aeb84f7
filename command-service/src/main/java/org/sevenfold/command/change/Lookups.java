package org.sevenfold.command.change;

import java.util.Optional;
import org.sevenfold.platform.journal.Lookup;

/** Reads lookups for a rule. Whatever is read here is compared again when the decision is stored. */
@FunctionalInterface
public interface Lookups {

    /** The value for a key; empty where no event has set it. */
    <V> Optional<V> find(Lookup<V> lookup, String key);
}

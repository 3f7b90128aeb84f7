package org.sevenfold.events;

import java.util.Locale;

/** The seven dimensions, which hang together: a change that forgets one fails in the others. */
public enum Dimension {
    SHARED_VALUES,
    STRATEGY,
    STRUCTURE,
    SYSTEMS,
    STAFF,
    STYLE,
    SKILLS;

    /** The dimension as a path names it, such as {@code shared-values}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The dimension as a sentence names it, such as {@code shared values}. */
    public String spoken() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

package org.sevenfold.events.catalogue;

/** The log holds an event that this version does not know: reading stops here, because skipping it would be a lie. */
public final class UnknownEventName extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownEventName(String name) {
        super("no event is catalogued as " + name);
    }
}

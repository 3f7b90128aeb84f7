package org.sevenfold.command.change;

/** A command about a recorded fact, which goes to the fact's own stream and always says why. */
public interface OnFact extends Change, Reasoned {

    FactRef eventId();

    @Override
    default String streamId() {
        return eventId().streamId();
    }
}

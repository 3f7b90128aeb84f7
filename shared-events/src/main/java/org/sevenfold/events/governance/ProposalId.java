package org.sevenfold.events.governance;

import java.util.UUID;

/** A command that somebody asked for and somebody else decides. */
public record ProposalId(UUID value) {

    public static ProposalId of(String text) {
        return new ProposalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.sevenfold.command.change;

import java.time.LocalDate;

/** The change programme's window, both days included. */
public record Programme(String reference, LocalDate start, LocalDate end) {

    /** The programme of an installation: twelve months from its start. */
    public static Programme startingOn(LocalDate start) {
        return new Programme("lea-marsh", start, start.plusMonths(12).minusDays(1));
    }
}

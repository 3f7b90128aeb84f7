package org.sevenfold.command.change;

import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;

/** A command that says why; the reason is kept with its events. */
public interface Reasoned {

    /** How many characters it takes to say why. */
    int REASON_CHARACTERS = 10;

    String reason();

    /** Refuses a reason that nobody could follow. */
    static void require(String reason) {
        if (reason.strip().length() < REASON_CHARACTERS) {
            throw Refusal.because(
                            Code.REASON_REQUIRED,
                            "Please say why.",
                            "This needs a reason that an auditor can follow, in at least %d characters."
                                    .formatted(REASON_CHARACTERS))
                    .remedy("Say what was wrong, or what has changed, and how it was noticed.");
        }
    }
}

package org.sevenfold.command.change;

import java.time.LocalDate;
import java.util.List;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/** What initiatives and their milestones refuse alike. */
public final class InitiativeRefusals {

    private InitiativeRefusals() {}

    /** Refuses to change anything about an initiative that is over. */
    public static Refusal closed(String reference, String title, LocalDate on) {
        return Refusal.because(
                        Code.INVALID_TRANSITION,
                        "The initiative is closed.",
                        "%s '%s' was closed on %s.".formatted(reference, title, London.spoken(on)))
                .remedy("Register what is still to be done as a new initiative.")
                .with("allowed", List.of("register-initiative"));
    }

    /** Refuses what is about no initiative. */
    public static Refusal unknown() {
        return Refusal.because(Code.NOT_FOUND, "There is no such initiative.", "Nobody has registered it.")
                .remedy("Register the initiative first.");
    }
}

package org.sevenfold.query.measure;

import java.time.LocalDate;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.References;
import org.sevenfold.query.question.Standpoint;

/**
 * The one programme of this installation, over its twelve months; every unit takes part.
 *
 * @param ends its last day
 */
public record Programme(String id, LocalDate starts, LocalDate ends) {

    public static final String ID = "lea-marsh";

    /** How a path names it. */
    public static final Parameter PARAMETER = Parameter.required("programme", "Which programme.", ID);

    public static Programme startingOn(LocalDate day) {
        return new Programme(ID, day, day.plusMonths(12).minusDays(1));
    }

    /** Refuses a question about another programme. */
    public static void require(Standpoint at) {
        at.parameter("programme").filter(id -> !id.equals(ID)).ifPresent(id -> {
            throw Refusal.because(
                            Code.NOT_FOUND,
                            "There is no programme " + References.spoken(id) + ".",
                            "This installation keeps one programme.")
                    .remedy("Ask for " + ID + ".");
        });
    }
}

package org.sevenfold.command.initiative;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.initiative.AlignmentCommand.AssessAlignment;
import org.sevenfold.command.lookups.Programmes.ProgrammeFacts;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.initiative.AlignmentEvent;
import org.sevenfold.events.initiative.AlignmentEvent.AlignmentAssessed;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/**
 * How well a programme's dimensions fit together. Two dimensions are one pair, whichever is named first; of two ratings
 * for one day the later said counts.
 */
record Alignment(Map<PairOnDay, Integer> ratings) {

    static final Alignment NONE = new Alignment(Map.of());

    /** Two dimensions on a day, the first of the two in the order of the seven first. */
    record PairOnDay(Dimension first, Dimension second, LocalDate on) {}

    static List<AlignmentEvent> decide(AlignmentCommand command, Alignment state, Circumstances in) {
        return switch (command) {
            case AssessAlignment c -> assess(c, state, in);
        };
    }

    static Alignment evolve(Alignment state, AlignmentEvent event) {
        return switch (event) {
            case AlignmentAssessed e -> {
                var ratings = new HashMap<>(state.ratings);
                ratings.put(new PairOnDay(e.dimensionA(), e.dimensionB(), e.effectiveOn()), e.rating());
                yield new Alignment(Map.copyOf(ratings));
            }
        };
    }

    private static List<AlignmentEvent> assess(AssessAlignment c, Alignment state, Circumstances in) {
        ProgrammeFacts programme = in.requireOpen(c.programme());
        LocalDate on = c.on() == null ? in.today() : c.on();
        in.requireNotFuture(on, "An assessment");
        in.requireInWindow(programme, on, "An assessment");
        boolean inOrder = c.dimensionA().compareTo(c.dimensionB()) < 0;
        Dimension first = inOrder ? c.dimensionA() : c.dimensionB();
        Dimension second = inOrder ? c.dimensionB() : c.dimensionA();
        if (Objects.equals(state.ratings.get(new PairOnDay(first, second, on)), c.rating())) {
            throw Refusal.because(
                            Code.DUPLICATE,
                            "This assessment is recorded already.",
                            "For %s, %s and %s are rated %d."
                                    .formatted(London.spoken(on), first.spoken(), second.spoken(), c.rating()))
                    .remedy("Nothing needs doing, or give the day of the new assessment.");
        }
        return List.of(new AlignmentAssessed(c.programme(), first, second, c.rating(), on, c.evidence()));
    }
}

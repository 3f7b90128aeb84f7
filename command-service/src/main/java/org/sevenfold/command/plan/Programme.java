package org.sevenfold.command.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.command.lookups.Programmes;
import org.sevenfold.command.plan.ProgrammeCommand.CloseProgramme;
import org.sevenfold.command.plan.ProgrammeCommand.ExtendProgramme;
import org.sevenfold.command.plan.ProgrammeCommand.LockPeriod;
import org.sevenfold.command.plan.ProgrammeCommand.StartProgramme;
import org.sevenfold.events.Days;
import org.sevenfold.events.plan.ProgrammeEvent;
import org.sevenfold.events.plan.ProgrammeEvent.PeriodLocked;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeClosed;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeExtended;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeStarted;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/** A programme. One runs at a time; it only ever grows longer, and what is closed or locked stays so. */
sealed interface Programme {

    int MONTHS = 12;

    /** Nothing has happened yet. */
    record NotYet() implements Programme {}

    /** It runs, and these months are reported. */
    record Running(String reference, LocalDate start, LocalDate end, Set<YearMonth> locked) implements Programme {}

    /** It is over. */
    record Closed(String reference, LocalDate on) implements Programme {}

    static List<ProgrammeEvent> decide(ProgrammeCommand command, Programme state, Circumstances in) {
        return switch (command) {
            case StartProgramme c -> start(c, in);
            case ExtendProgramme c -> extend(c, running(state), in);
            case CloseProgramme c -> close(c, running(state), in);
            case LockPeriod c -> lock(c, running(state), in);
        };
    }

    static Programme evolve(Programme state, ProgrammeEvent event) {
        return switch (event) {
            case ProgrammeStarted e -> new Running(e.reference(), e.effectiveOn(), e.lastDay(), Set.of());
            case ProgrammeExtended e -> {
                Running p = (Running) state;
                yield new Running(p.reference, p.start, e.lastDay(), p.locked);
            }
            case ProgrammeClosed e -> new Closed(((Running) state).reference, e.lastDay());
            case PeriodLocked e -> {
                Running p = (Running) state;
                var locked = new TreeSet<>(p.locked);
                locked.add(e.month());
                yield new Running(p.reference, p.start, p.end, locked);
            }
        };
    }

    private static List<ProgrammeEvent> start(StartProgramme c, Circumstances in) {
        in.programme().filter(programme -> programme.closedOn() == null).ifPresent(running -> {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "A programme is running already.",
                            "Programme %s '%s' runs until %s, and there is one programme at a time."
                                    .formatted(running.reference(), running.title(), London.spoken(running.end())))
                    .remedy("Close it first, or make what you plan an initiative of it.")
                    .with("allowed", List.of("close-programme", "extend-programme"));
        });
        Programmes.byReference(in.lookups(), c.reference()).ifPresent(taken -> {
            throw Refusal.because(
                            Code.DUPLICATE,
                            "There was such a programme already.",
                            "The name %s was that of an earlier programme, whose figures are still read under it."
                                    .formatted(c.reference()))
                    .remedy("Give the new programme another name.")
                    .with("existingId", taken.toString());
        });
        LocalDate end = c.lastDay() == null ? Days.before(c.startOn().plusMonths(MONTHS)) : c.lastDay();
        return List.of(new ProgrammeStarted(c.programme(), c.reference(), c.title(), c.startOn(), end));
    }

    private static List<ProgrammeEvent> extend(ExtendProgramme c, Running programme, Circumstances in) {
        Reasoned.require(c.reason());
        if (!c.lastDay().isAfter(programme.end)) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "This would not make the programme longer.",
                            "Programme %s ends on %s already."
                                    .formatted(programme.reference, London.spoken(programme.end)))
                    .remedy("Give a later day; to end sooner, close the programme on the day.")
                    .with("allowed", List.of("close-programme"));
        }
        return List.of(new ProgrammeExtended(c.programme(), in.today(), c.lastDay()));
    }

    private static List<ProgrammeEvent> close(CloseProgramme c, Running programme, Circumstances in) {
        in.requireNotFuture(c.lastDay(), "The end of a programme");
        if (c.lastDay().isBefore(programme.start)) {
            throw Refusal.because(
                            Code.OUTSIDE_PROGRAMME_WINDOW,
                            "A programme cannot end before it began.",
                            "Programme %s began on %s.".formatted(programme.reference, London.spoken(programme.start)))
                    .remedy("Give its last day.");
        }
        return List.of(new ProgrammeClosed(c.programme(), c.lastDay(), c.lessons(), c.openItems()));
    }

    private static List<ProgrammeEvent> lock(LockPeriod c, Running programme, Circumstances in) {
        if (programme.locked.contains(c.month())) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "This month is locked already.",
                            "%s was reported and closed before.".formatted(London.spoken(c.month())))
                    .remedy("Nothing needs doing.")
                    .with("allowed", List.of());
        }
        if (!c.month().atEndOfMonth().isBefore(in.today())) {
            throw Refusal.because(
                            Code.FUTURE_DATE_NOT_ALLOWED,
                            "This month is not over yet.",
                            "%s ends on %s."
                                    .formatted(
                                            London.spoken(c.month()),
                                            London.spoken(c.month().atEndOfMonth())))
                    .remedy("Lock it once it is over and reported.");
        }
        if (c.month().isBefore(YearMonth.from(programme.start))) {
            throw Refusal.because(
                            Code.OUTSIDE_PROGRAMME_WINDOW,
                            "This month lies before the programme.",
                            "Programme %s began on %s.".formatted(programme.reference, London.spoken(programme.start)))
                    .remedy("Lock months of the programme.");
        }
        return List.of(new PeriodLocked(c.programme(), c.month()));
    }

    private static Running running(Programme state) {
        return switch (state) {
            case Running programme -> programme;
            case Closed programme ->
                throw Refusal.because(
                                Code.INVALID_TRANSITION,
                                "The programme is over.",
                                "Programme %s was closed on %s."
                                        .formatted(programme.reference, London.spoken(programme.on)))
                        .remedy("Start a new programme for what is to come.")
                        .with("allowed", List.of("start-programme"));
            case NotYet none ->
                throw Refusal.because(Code.NOT_FOUND, "There is no such programme.", "Nobody has started it.")
                        .remedy("Start the programme first.");
        };
    }
}

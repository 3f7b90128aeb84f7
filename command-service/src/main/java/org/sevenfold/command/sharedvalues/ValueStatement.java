package org.sevenfold.command.sharedvalues;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.command.lookups.Initiatives;
import org.sevenfold.command.lookups.Initiatives.InitiativeFacts;
import org.sevenfold.command.lookups.InitiativesOfValue;
import org.sevenfold.command.lookups.ValueStatements;
import org.sevenfold.command.lookups.ValueStatements.ValueStatementFacts;
import org.sevenfold.command.lookups.Visions;
import org.sevenfold.command.lookups.Visions.Vision;
import org.sevenfold.command.sharedvalues.ValueStatementCommand.AdoptValueStatement;
import org.sevenfold.command.sharedvalues.ValueStatementCommand.RetireValueStatement;
import org.sevenfold.command.sharedvalues.ValueStatementCommand.ReviseValueStatement;
import org.sevenfold.events.Days;
import org.sevenfold.events.EventId;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.sharedvalues.ValueStatementEvent;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementAdopted;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementRetired;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementRevised;
import org.sevenfold.events.sharedvalues.ValueStatementId;
import org.sevenfold.events.sharedvalues.ValueStatementKind;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/**
 * A statement of what the service stands for. There is one vision on any day, new words always follow the present ones,
 * and no initiative under way is left without a value that it serves.
 */
sealed interface ValueStatement {

    /** Nothing has happened yet. */
    record NotYet() implements ValueStatement {}

    /**
     * It is held, or will be.
     *
     * @param since the first day of its present words
     * @param by the event that put it into them
     */
    record Held(ProgrammeId programme, String reference, String text, LocalDate since, EventId by)
            implements ValueStatement {}

    /** It is held no longer from a day on. */
    record Retired(String reference, LocalDate from) implements ValueStatement {}

    static List<ValueStatementEvent> decide(ValueStatementCommand command, ValueStatement state, Circumstances in) {
        return switch (command) {
            case AdoptValueStatement c -> adopt(c, in);
            case ReviseValueStatement c -> revise(c, held(state), in);
            case RetireValueStatement c -> retire(c, held(state), in);
        };
    }

    static ValueStatement evolve(ValueStatement state, EventId id, ValueStatementEvent event) {
        return switch (event) {
            case ValueStatementAdopted e -> new Held(e.programmeId(), e.reference(), e.text(), e.effectiveOn(), id);
            case ValueStatementRevised e -> {
                Held held = (Held) state;
                yield new Held(held.programme, held.reference, e.text(), e.effectiveOn(), id);
            }
            case ValueStatementRetired e -> new Retired(((Held) state).reference, Days.after(e.lastDay()));
        };
    }

    private static List<ValueStatementEvent> adopt(AdoptValueStatement c, Circumstances in) {
        in.requireOpen(c.programme());
        Optional<ValueStatementFacts> sameReference = ValueStatements.byReference(in.lookups(), c.reference())
                .flatMap(id -> ValueStatements.byId(in.lookups(), id));
        Stream.of(ValueStatements.byId(in.lookups(), c.value()), sameReference)
                .flatMap(Optional::stream)
                .forEach(taken -> {
                    throw Refusal.because(
                                    Code.DUPLICATE,
                                    "There is such a value statement already.",
                                    "%s was adopted for %s.".formatted(taken.reference(), London.spoken(taken.from())))
                            .remedy("Revise the existing one, or give the new one another reference.")
                            .with("existingId", taken.valueId().toString());
                });
        in.requireWithinBackDating(c.from());
        if (c.kind() == ValueStatementKind.VISION) {
            requireOneVision(c, in);
        }
        return List.of(
                new ValueStatementAdopted(c.value(), c.programme(), c.reference(), c.kind(), c.text(), c.from()));
    }

    private static void requireOneVision(AdoptValueStatement c, Circumstances in) {
        for (Vision vision : Visions.of(in.lookups(), c.programme())) {
            LocalDate retired = vision.retiredFrom();
            if (retired == null || c.from().isBefore(retired)) {
                String until = retired == null ? "on" : "until the day before " + London.spoken(retired);
                throw Refusal.because(
                                Code.EFFECTIVE_OVERLAP,
                                "There would be two visions at a time.",
                                "%s is the vision from %s %s."
                                        .formatted(vision.reference(), London.spoken(vision.from()), until))
                        .remedy("Revise it, or retire it first and begin on that day.")
                        .with("conflictsWith", vision.eventId().toString());
            }
        }
    }

    private static List<ValueStatementEvent> revise(ReviseValueStatement c, Held value, Circumstances in) {
        in.requireOpen(value.programme);
        in.requireWithinBackDating(c.from());
        requireLater(c.from(), value);
        if (c.text().equals(value.text)) {
            throw Refusal.because(
                            Code.DUPLICATE,
                            "Nothing would change.",
                            "%s has these words already.".formatted(value.reference))
                    .remedy("Nothing needs doing.");
        }
        return List.of(new ValueStatementRevised(c.value(), c.text(), c.from()));
    }

    private static List<ValueStatementEvent> retire(RetireValueStatement c, Held value, Circumstances in) {
        Reasoned.require(c.reason());
        in.requireOpen(value.programme);
        in.requireWithinBackDating(c.lastDay());
        requireLater(Days.after(c.lastDay()), value);
        List<String> left = InitiativesOfValue.of(in.lookups(), c.value()).stream()
                .map(id -> Initiatives.byId(in.lookups(), id).orElseThrow())
                .filter(initiative -> initiative.underWay() && isItsLast(c, initiative, in))
                .map(InitiativeFacts::reference)
                .toList();
        if (!left.isEmpty()) {
            throw Refusal.because(
                            Code.NO_VALUE_LINK,
                            "An initiative would serve no value any more.",
                            "%s is the last value that these serve: %s."
                                    .formatted(value.reference, String.join(", ", left)))
                    .remedy("Link them to another value first.")
                    .with("initiatives", left);
        }
        return List.of(new ValueStatementRetired(c.value(), c.lastDay()));
    }

    private static boolean isItsLast(RetireValueStatement c, InitiativeFacts initiative, Circumstances in) {
        List<ValueStatementId> others = initiative.values().stream()
                .filter(value -> !value.equals(c.value()))
                .toList();
        return ValueStatements.heldOnOrAfter(in.lookups(), others, Days.after(c.lastDay()))
                .isEmpty();
    }

    private static void requireLater(LocalDate from, Held value) {
        if (!from.isAfter(value.since)) {
            throw Refusal.because(
                            Code.EFFECTIVE_OVERLAP,
                            "What follows has to begin later.",
                            "%s has its present words from %s on."
                                    .formatted(value.reference, London.spoken(value.since)))
                    .remedy("Give a later day.")
                    .with("conflictsWith", value.by.toString());
        }
    }

    private static Held held(ValueStatement state) {
        return switch (state) {
            case Held value -> value;
            case Retired value ->
                throw Refusal.because(
                                Code.INVALID_TRANSITION,
                                "The value statement is retired.",
                                "%s is held no longer from %s on."
                                        .formatted(value.reference, London.spoken(value.from)))
                        .remedy("Adopt a new one.")
                        .with("allowed", List.of("adopt-value-statement"));
            case NotYet none ->
                throw Refusal.because(Code.NOT_FOUND, "There is no such value statement.", "Nobody has adopted it.")
                        .remedy("Adopt it first.");
        };
    }
}

package org.sevenfold.command.initiative;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.command.initiative.Initiative.Open;
import org.sevenfold.command.initiative.InitiativeCommand.ConsiderDimension;
import org.sevenfold.command.initiative.InitiativeCommand.LinkInitiativeToValue;
import org.sevenfold.command.initiative.InitiativeCommand.UnlinkInitiativeFromValue;
import org.sevenfold.command.lookups.ValueStatements;
import org.sevenfold.command.lookups.ValueStatements.ValueStatementFacts;
import org.sevenfold.events.Days;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.governance.Policy;
import org.sevenfold.events.initiative.InitiativeEvent;
import org.sevenfold.events.initiative.InitiativeEvent.DimensionDeclaredNotAffected;
import org.sevenfold.events.initiative.InitiativeEvent.DimensionImpactDeclared;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeLinkedToValue;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeUnlinkedFromValue;
import org.sevenfold.events.initiative.InitiativeId;
import org.sevenfold.events.sharedvalues.ValueStatementId;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/** What is said of an initiative: what it does to a dimension, and which values it serves. */
final class InitiativeConsiderations {

    private InitiativeConsiderations() {}

    static List<InitiativeEvent> consider(ConsiderDimension c, Open initiative, Circumstances in) {
        return List.of(said(initiative.id(), initiative.spoken(), initiative.primary(), c.consideration(), in));
    }

    /** What becomes of one consideration, of an initiative that people call so and that belongs to a dimension. */
    static InitiativeEvent said(
            InitiativeId id, String spoken, Dimension primary, Consideration said, Circumstances in) {
        if (said.affected()) {
            return new DimensionImpactDeclared(
                    id,
                    said.dimension(),
                    Objects.requireNonNull(said.effect()),
                    said.mitigation(),
                    said.reviewBy(),
                    in.today());
        }
        if (said.dimension() == primary) {
            throw Refusal.because(
                            Code.DIMENSIONS_INCOMPLETE,
                            "An initiative affects the dimension that it belongs to.",
                            "%s belongs to %s, so it cannot leave that as it is.".formatted(spoken, primary.spoken()))
                    .remedy("Say how it affects that dimension.");
        }
        String rationale = Objects.requireNonNull(said.rationale());
        int least = in.policy(Policy.RATIONALE_CHARACTERS);
        if (rationale.strip().length() < least) {
            throw Refusal.because(
                            Code.REASON_REQUIRED,
                            "Please say more about why this dimension is not affected.",
                            "That %s leaves %s as it is needs a reason in at least %d characters."
                                    .formatted(spoken, said.dimension().spoken(), least))
                    .remedy("Say what was looked at and why it stays as it is.");
        }
        return new DimensionDeclaredNotAffected(id, said.dimension(), rationale, said.reviewBy(), in.today());
    }

    static List<InitiativeEvent> link(LinkInitiativeToValue c, Open initiative, Circumstances in) {
        ValueStatementFacts value = requireHeld(c.value(), in);
        if (initiative.values().contains(c.value())) {
            throw Refusal.because(
                            Code.DUPLICATE,
                            "The initiative serves this value already.",
                            "%s is linked to %s.".formatted(initiative.spoken(), value.reference()))
                    .remedy("Nothing needs doing.");
        }
        return List.of(new InitiativeLinkedToValue(c.initiative(), c.value(), c.how(), in.today()));
    }

    static List<InitiativeEvent> unlink(UnlinkInitiativeFromValue c, Open initiative, Circumstances in) {
        Reasoned.require(c.reason());
        if (!initiative.values().contains(c.value())) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The initiative does not serve this value.",
                            "%s is not linked to it.".formatted(initiative.spoken()))
                    .remedy("Check the initiative and the value.")
                    .with("allowed", List.of("link-initiative-to-value"));
        }
        List<ValueStatementId> others = initiative.values().stream()
                .filter(value -> !value.equals(c.value()))
                .toList();
        boolean last =
                ValueStatements.heldOnOrAfter(in.lookups(), others, in.today()).isEmpty();
        if (initiative.approvedOn() != null && last) {
            throw Refusal.because(
                            Code.NO_VALUE_LINK,
                            "The initiative would serve no value any more.",
                            "%s is under way, and this is the last value that it serves."
                                    .formatted(initiative.spoken()))
                    .remedy("Link it to another value first, or close it.");
        }
        return List.of(new InitiativeUnlinkedFromValue(c.initiative(), c.value(), Days.before(in.today())));
    }

    /** The value statement, which has to be held today or later. */
    static ValueStatementFacts requireHeld(ValueStatementId id, Circumstances in) {
        ValueStatementFacts value = ValueStatements.byId(in.lookups(), id)
                .orElseThrow(
                        () -> Refusal.because(Code.NOT_FOUND, "There is no such value statement.", "Nobody adopted it.")
                                .remedy("Adopt the value statement first."));
        LocalDate retired = value.retiredFrom();
        if (retired != null && !in.today().isBefore(retired)) {
            throw Refusal.because(
                            Code.INVALID_TRANSITION,
                            "The value statement is retired.",
                            "%s has not been held since %s.".formatted(value.reference(), London.spoken(retired)))
                    .remedy("Choose a value that is held today.")
                    .with("allowed", List.of("adopt-value-statement"));
        }
        return value;
    }
}

package org.sevenfold.command.initiative;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.command.change.Listed;
import org.sevenfold.command.change.Reasoned;
import org.sevenfold.command.initiative.Initiative.Open;
import org.sevenfold.command.initiative.InitiativeCommand.RateInitiative;
import org.sevenfold.command.lookups.Baselines;
import org.sevenfold.command.lookups.Milestones;
import org.sevenfold.command.lookups.Milestones.MilestoneFacts;
import org.sevenfold.events.Overridden;
import org.sevenfold.events.governance.Policy;
import org.sevenfold.events.initiative.InitiativeEvent;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeRated;
import org.sevenfold.events.initiative.Rag;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;

/**
 * Whether a rating stands against the facts. Lateness is counted from the last agreed plan, or from the first planned
 * day where none was agreed; a forecast never changes it.
 */
final class InitiativeRating {

    private static final int SHOWN = 3;

    private InitiativeRating() {}

    /** An open milestone and how late it is today. */
    private record Late(MilestoneFacts milestone, long days) {

        String spoken() {
            return "%s '%s' is %d days late".formatted(milestone.reference(), milestone.title(), days);
        }
    }

    static List<InitiativeEvent> rate(RateInitiative c, Open initiative, Circumstances in) {
        Reasoned.require(c.reason());
        return List.of(new InitiativeRated(c.initiative(), c.rag(), in.today(), againstTheFacts(c, initiative, in)));
    }

    private static @Nullable Overridden againstTheFacts(RateInitiative c, Open initiative, Circumstances in) {
        if (c.rag() != Rag.GREEN) {
            return null;
        }
        int allowed = in.policy(Policy.GREEN_LATE_DAYS);
        List<String> late = Milestones.of(in.lookups(), initiative.id()).stream()
                .filter(milestone -> milestone.metOn() == null && milestone.cancelledOn() == null)
                .map(milestone -> late(milestone, in))
                .filter(milestone -> milestone.days > allowed)
                .map(Late::spoken)
                .toList();
        if (late.isEmpty()) {
            return null;
        }
        String more = late.size() > SHOWN ? "; and %d more are late".formatted(late.size() - SHOWN) : "";
        Refusal refusal = Refusal.because(
                        Code.RAG_CONTRADICTS_EVIDENCE,
                        "The milestones speak against green.",
                        "%s cannot be green: %s%s, counted from the agreed plan. Up to %d days are accepted."
                                .formatted(
                                        initiative.spoken(),
                                        Listed.of(late.stream().limit(SHOWN).toList()),
                                        more,
                                        allowed))
                .remedy("Rate it amber or red, or ask the programme manager to accept green with what is done about"
                        + " it.");
        return in.setAside(refusal, c.override(), initiative.on(in.today()).owner());
    }

    private static Late late(MilestoneFacts milestone, Circumstances in) {
        return new Late(
                milestone,
                ChronoUnit.DAYS.between(
                        Baselines.dueOn(in.lookups(), milestone.milestoneId()).orElse(milestone.plannedFor()),
                        in.today()));
    }
}

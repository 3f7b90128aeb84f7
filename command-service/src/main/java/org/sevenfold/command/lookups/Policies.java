package org.sevenfold.command.lookups;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.Policies.InForce;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.EventId;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.governance.Policy;
import org.sevenfold.events.governance.PolicyEvent;
import org.sevenfold.events.governance.PolicyEvent.PolicySet;
import org.sevenfold.platform.journal.Lookup;

/** The thresholds of a programme, as they were, are and will be. */
public final class Policies implements Lookup<InForce> {

    public static final Policies LOOKUP = new Policies();

    /** Every value that was ever set, in the order in which that was done. */
    public record InForce(List<Setting> settings) {

        static final InForce NONE = new InForce(List.of());

        /** The value on a day: the one set for the latest day up to it, the last set of those; else the default. */
        public BigDecimal on(Policy policy, LocalDate day) {
            return settings.stream()
                    .filter(setting -> setting.policy == policy && !setting.from.isAfter(day))
                    .reduce((first, next) -> next.from.isBefore(first.from) ? first : next)
                    .map(Setting::value)
                    .orElse(policy.byDefault());
        }
    }

    /** A value from a day on. */
    public record Setting(Policy policy, BigDecimal value, LocalDate from) {}

    private Policies() {}

    public static InForce of(Lookups lookups, ProgrammeId programme) {
        return lookups.find(LOOKUP, programme.toString()).orElse(InForce.NONE);
    }

    @Override
    public String name() {
        return "policies";
    }

    @Override
    public Class<InForce> type() {
        return InForce.class;
    }

    @Override
    public List<String> keys(DomainEvent event) {
        return event instanceof PolicyEvent policy
                ? List.of(policy.programmeId().toString())
                : List.of();
    }

    @Override
    public InForce evolve(@Nullable InForce before, String key, EventId id, DomainEvent event) {
        InForce held = before == null ? InForce.NONE : before;
        return switch ((PolicyEvent) event) {
            case PolicySet e ->
                new InForce(Stream.concat(
                                held.settings.stream(), Stream.of(new Setting(e.policy(), e.value(), e.effectiveOn())))
                        .toList());
        };
    }
}

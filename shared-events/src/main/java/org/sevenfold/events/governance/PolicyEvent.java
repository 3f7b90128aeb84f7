package org.sevenfold.events.governance;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.sevenfold.events.DomainEvent;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.StoredStream;

/** What happens to a programme's thresholds, one stream for all of them. */
public sealed interface PolicyEvent extends DomainEvent {

    StoredStream STREAM = StoredStream.of("Policy", PolicyEvent.class).stores("programme.policy-set", PolicySet.class);

    ProgrammeId programmeId();

    @Override
    default String streamId() {
        return streamIdOf(programmeId());
    }

    /** The stream of a programme's policies, which is not the programme's own stream. */
    static String streamIdOf(ProgrammeId programme) {
        return "policies-" + programme;
    }

    /** A threshold has this value from a day on. */
    record PolicySet(ProgrammeId programmeId, Policy policy, BigDecimal value, LocalDate effectiveOn)
            implements PolicyEvent {}
}

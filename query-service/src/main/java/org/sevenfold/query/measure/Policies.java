package org.sevenfold.query.measure;

import java.math.BigDecimal;
import org.sevenfold.events.governance.Policy;
import org.sevenfold.query.question.Standpoint;

/** The thresholds that figures compare with, as they are on the day that is asked about. */
public final class Policies {

    private Policies() {}

    /** The value in the programme; what it is by default where nobody has set another. */
    public static int on(Standpoint at, Programme programme, Policy policy) {
        return at.sql("SELECT value FROM query.policies WHERE programme_id = :programme AND policy = :policy"
                        + " AND valid_from <= :effectiveOn AND :effectiveOn < valid_to"
                        + " AND known_from <= :knownAt AND :knownAt < known_to")
                .param("programme", programme.id())
                .param("policy", policy.name())
                .query(BigDecimal.class)
                .optional()
                .orElse(policy.byDefault())
                .intValueExact();
    }
}

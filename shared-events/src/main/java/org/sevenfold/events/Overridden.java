package org.sevenfold.events;

import java.util.List;

/**
 * A rule that would have refused the fact, and that somebody entitled set aside for it.
 *
 * @param rules the codes of what would have been refused, such as {@code predecessor-incomplete}
 * @param mitigation what is done about the risk that the rule guards against
 */
public record Overridden(List<String> rules, String reason, String mitigation) {

    public Overridden {
        rules = List.copyOf(rules);
        if (rules.isEmpty() || reason.isBlank() || mitigation.isBlank()) {
            throw new IllegalArgumentException("An override says which rule, why, and what is done about it.");
        }
    }
}

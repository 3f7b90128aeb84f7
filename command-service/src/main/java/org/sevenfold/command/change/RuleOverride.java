package org.sevenfold.command.change;

/**
 * A rule is set aside this once, by somebody who answers for it.
 *
 * @param reason why the rule should not hold here
 * @param mitigation what is done about the risk that it guards against
 */
public record RuleOverride(String reason, String mitigation) {}

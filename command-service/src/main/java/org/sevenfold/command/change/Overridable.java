package org.sevenfold.command.change;

import org.jspecify.annotations.Nullable;

/** A command whose rules, where a policy sets them, the programme manager or the senior responsible owner may set aside. */
public interface Overridable {

    @Nullable
    RuleOverride override();
}

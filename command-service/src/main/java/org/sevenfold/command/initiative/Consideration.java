package org.sevenfold.command.initiative;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Says;
import org.sevenfold.events.Dimension;

/** What the initiative does to one dimension, or why it does nothing to it. */
record Consideration(
        @Says("The dimension.") Dimension dimension,
        @Says("Whether it is affected.") boolean affected,

        @Says("How it is affected; needed where it is.") @Nullable
        String effect,

        @Says("What is done about it.") @Nullable String mitigation,

        @Says("Why it is not affected, in 30 characters or more; needed where it is not.") @Nullable
        String rationale,

        @Says("By when somebody looks at it again.") @Nullable
        LocalDate reviewBy) {

    public Consideration {
        require(affected, effect, mitigation, rationale);
    }

    static void require(
            boolean affected, @Nullable String effect, @Nullable String mitigation, @Nullable String rationale) {
        boolean said = affected
                ? effect != null && rationale == null
                : rationale != null && effect == null && mitigation == null;
        if (!said) {
            throw new IllegalArgumentException("Say how the dimension is affected, or why it is not.");
        }
    }
}

package org.sevenfold.query.question;

import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.problem.Refusal;

/** An answer or the reason why there is none, in a form that crosses any bus whole. */
record Reply(@Nullable Answer answer, Refusal.@Nullable Details refusal) {

    Answer orRefuse() {
        if (answer != null) {
            return answer;
        }
        if (refusal != null) {
            throw new Refusal(refusal);
        }
        throw new IllegalStateException("a reply without an answer and without a refusal");
    }
}

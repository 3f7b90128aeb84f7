package org.sevenfold.ledger.examination;

import java.util.List;

/** All that was looked at, in order. */
public record Examination(List<Step> steps) {

    /** What an auditor may conclude. */
    public enum Verdict {
        /** Everything holds. */
        VERIFIED,
        /** Somebody has been at it: the findings say where. */
        TAMPERING,
        /** Something needed could not be read or is not known; nothing points to tampering. */
        CANNOT_TELL
    }

    public Examination {
        steps = List.copyOf(steps);
    }

    public Verdict verdict() {
        if (!findings().isEmpty()) {
            return Verdict.TAMPERING;
        }
        boolean undecided = steps.stream().anyMatch(step -> step.outcome() == Step.Outcome.UNDECIDED);
        return undecided || steps.isEmpty() ? Verdict.CANNOT_TELL : Verdict.VERIFIED;
    }

    public List<Finding> findings() {
        return steps.stream().flatMap(step -> step.findings().stream()).toList();
    }
}

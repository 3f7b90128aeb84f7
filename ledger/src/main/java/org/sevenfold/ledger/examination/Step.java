package org.sevenfold.ledger.examination;

import java.util.List;

/**
 * One thing that was looked at, and what came of it.
 *
 * @param sentence what holds, does not hold or could not be told, without a full stop
 * @param findings what was found; none unless the step failed
 */
public record Step(Outcome outcome, String sentence, List<Finding> findings) {

    /** What a step can come to. */
    public enum Outcome {
        PASSED,
        FAILED,
        UNDECIDED
    }

    public Step {
        findings = List.copyOf(findings);
        if (findings.isEmpty() == (outcome == Outcome.FAILED)) {
            throw new IllegalArgumentException("A step fails by what was found in it");
        }
    }

    public static Step passed(String sentence) {
        return new Step(Outcome.PASSED, sentence, List.of());
    }

    public static Step failed(String sentence, List<Finding> findings) {
        return new Step(Outcome.FAILED, sentence, findings);
    }

    public static Step undecided(String sentence) {
        return new Step(Outcome.UNDECIDED, sentence, List.of());
    }

    /** Failed if anything was found, else passed. */
    public static Step of(String passed, String failed, List<Finding> findings) {
        return findings.isEmpty() ? passed(passed) : failed(failed, findings);
    }
}

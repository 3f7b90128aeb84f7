package org.sevenfold.events.audit;

/**
 * Something that is not as it was recorded, by the name under which an auditor knows it, and how often.
 *
 * @param name such as {@code ALTERED} or {@code PROJECTION_DRIFT}
 * @param count at least 1
 */
public record VerificationFinding(String name, long count) {

    public VerificationFinding {
        if (name.length() > 40 || !name.matches("[A-Z]+(_[A-Z]+)*") || count < 1) {
            throw new IllegalArgumentException("A finding has a name such as ALTERED, and was found once or more.");
        }
    }
}

package org.sevenfold.events.programme;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a check found, each by its name and how often, such as {@code ALTERED 2, PROJECTION_DRIFT 1}. Where everything is
 * as it was recorded there are none, not empty ones.
 */
public record VerificationFindings(String text) {

    private static final String ONE = "[A-Z]+(?:_[A-Z]+)* [1-9][0-9]{0,17}";

    public VerificationFindings {
        if (text.length() > 500 || !text.matches(ONE + "(?:, " + ONE + ")*")) {
            throw new IllegalArgumentException(
                    "Findings are names with how often each was found, such as ALTERED 2, MISSING 1.");
        }
    }

    /** The findings from how often each name was found, which is at least one name and once. */
    public static VerificationFindings of(Map<String, Long> counts) {
        return new VerificationFindings(new TreeMap<>(counts)
                .entrySet().stream()
                        .map(found -> found.getKey() + " " + found.getValue())
                        .collect(Collectors.joining(", ")));
    }
}

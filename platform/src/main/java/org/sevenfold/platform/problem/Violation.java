package org.sevenfold.platform.problem;

import java.util.List;

/**
 * One thing that is wrong with one part of a request.
 *
 * @param pointer JSON pointer to the part, such as {@code /completedOn}; a header or a parameter by its name
 * @param candidates what the caller may have meant, best first; empty where there is nothing to choose from
 */
public record Violation(String pointer, String code, String message, List<String> candidates) {

    public Violation(String pointer, String code, String message) {
        this(pointer, code, message, List.of());
    }
}

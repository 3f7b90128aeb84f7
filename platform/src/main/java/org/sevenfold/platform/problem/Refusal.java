package org.sevenfold.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not done, and why: the only exception that rules throw. Title says what happened, detail why, remedy
 * what to do next, each a sentence in the caller's words without field names, ids or code words.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Details details;

    /**
     * The refusal as plain values, which is how it crosses a bus.
     *
     * @param extra further members of the problem answer, such as {@code allowed} or {@code existingId}
     */
    public record Details(
            Code code,
            String title,
            String detail,
            @Nullable String remedy,
            List<Violation> violations,
            Map<String, Object> extra) {}

    public Refusal(Details details) {
        super(details.title() + " " + details.detail());
        this.details = details;
    }

    public static Refusal because(Code code, String title, String detail) {
        return new Refusal(new Details(code, title, detail, null, List.of(), Map.of()));
    }

    /** The same refusal, saying what to do next. */
    public Refusal remedy(String sentence) {
        return new Refusal(
                new Details(details.code, details.title, details.detail, sentence, details.violations, details.extra));
    }

    /** The same refusal, naming the parts of the request that are wrong. */
    public Refusal violations(List<Violation> violations) {
        return new Refusal(new Details(
                details.code, details.title, details.detail, details.remedy, List.copyOf(violations), details.extra));
    }

    /** The same refusal with one more member in its answer. */
    public Refusal with(String member, Object value) {
        var extra = new LinkedHashMap<>(details.extra);
        extra.put(member, value);
        return new Refusal(
                new Details(details.code, details.title, details.detail, details.remedy, details.violations, extra));
    }

    public Details details() {
        return details;
    }

    public Code code() {
        return details.code;
    }

    /** A refusal is an answer, not a fault: nobody reads its stack. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}

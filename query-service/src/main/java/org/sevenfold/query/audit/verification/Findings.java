package org.sevenfold.query.audit.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a check found, counted by name, and the first hundred of each name with where and what. */
final class Findings {

    private static final int MOST_NAMED = 100;

    private final Map<String, Long> counts = new TreeMap<>();
    private final List<Map<String, @Nullable Object>> named = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> steps = new ArrayList<>();
    private long before;

    /**
     * Adds one.
     *
     * @param where such as {@code leaf 17}
     * @param says what is wrong, as a sentence
     */
    void add(Wrong wrong, String where, String says) {
        add(wrong, where, says, 1);
    }

    /** Adds several of which only one is named. */
    void add(Wrong wrong, String where, String says, long times) {
        long count = counts.merge(wrong.name(), times, Long::sum);
        if (count - times < MOST_NAMED) {
            var finding = new LinkedHashMap<String, @Nullable Object>();
            finding.put("name", wrong.name());
            finding.put("where", where);
            finding.put("says", says);
            named.add(finding);
        }
    }

    /** Ends a step that was looked at: what holds if nothing was found in it. */
    void step(String name, String holds) {
        long found = total() - before;
        before = total();
        step(name, found == 0 ? "holds" : "fails", found == 0 ? holds : found + " found; see the findings.");
    }

    /** A step that could not be looked at, and why. */
    void undecided(String name, String why) {
        before = total();
        step(name, "undecided", why);
    }

    private void step(String name, String outcome, String says) {
        var step = new LinkedHashMap<String, @Nullable Object>();
        step.put("step", name);
        step.put("outcome", outcome);
        step.put("says", says);
        steps.add(step);
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    Map<String, Long> counts() {
        return counts;
    }

    List<Map<String, @Nullable Object>> named() {
        return named;
    }

    List<Map<String, @Nullable Object>> steps() {
        return steps;
    }

    /** {@code sound}, {@code tampered}, or {@code incomplete} where nothing was found but not everything could be looked at. */
    String outcome() {
        if (total() > 0) {
            return "tampered";
        }
        return steps.stream().anyMatch(step -> "undecided".equals(step.get("outcome"))) ? "incomplete" : "sound";
    }
}

package org.sevenfold.query.dashboard;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.problem.Violation;
import org.sevenfold.query.basis.AskedParameters;

/**
 * The two dates of a page, as they were typed, with what is wrong with them.
 *
 * @param action where it leads
 * @param hidden what is asked about, which a new date leaves as it is
 * @param today the same with today's date and everything recorded
 * @param errors what is wrong besides the two dates
 */
record Form(String action, List<Hidden> hidden, Field effectiveOn, Field knownAt, String today, List<String> errors) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** A parameter that is kept. */
    record Hidden(String name, String value) {}

    /**
     * One date.
     *
     * @param type {@code text} where a date field could not show what was typed
     * @param error what is wrong with it; null for nothing
     */
    record Field(
            String name,
            String value,
            String type,
            @Nullable String error) {

        public String hint() {
            return name + "-hint";
        }

        public String describedBy() {
            return error == null ? hint() : hint() + " " + name + "-error";
        }
    }

    static Form of(Typed typed, Map<String, String> subject, String day, Refusal.@Nullable Details refusal) {
        List<Violation> violations = refusal == null ? List.of() : refusal.violations();
        return new Form(
                typed.path(),
                subject.entrySet().stream()
                        .map(entry -> new Hidden(entry.getKey(), entry.getValue()))
                        .toList(),
                field(typed, AskedParameters.EFFECTIVE_ON, day, violations),
                field(typed, AskedParameters.KNOWN_AT, "", violations),
                Typed.address(typed.path(), subject),
                violations.stream()
                        .filter(violation -> !AskedParameters.NAMES.contains(violation.pointer()))
                        .map(Violation::message)
                        .toList());
    }

    private static Field field(Typed typed, String name, String otherwise, List<Violation> violations) {
        String said = typed.said(name);
        String value = said == null ? otherwise : said;
        String error = violations.stream()
                .filter(violation -> violation.pointer().equals(name))
                .map(Violation::message)
                .findFirst()
                .orElse(null);
        // A date field shows nothing of a day that there is not, such as 31 February.
        boolean showsAsDate =
                error == null && (value.isEmpty() || DAY.matcher(value).matches());
        return new Field(name, value, showsAsDate ? "date" : "text", error);
    }

    /** Whether a date is what is wrong. */
    public boolean wrong() {
        return effectiveOn.error != null || knownAt.error != null;
    }
}

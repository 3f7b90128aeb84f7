package org.sevenfold.query.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Correlation;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.problem.Violation;
import org.sevenfold.platform.signin.Caller;
import org.sevenfold.query.basis.Asked;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.question.Described;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Errand;
import org.sevenfold.query.question.Page;
import org.sevenfold.query.question.Question;
import org.springframework.web.servlet.HandlerMapping;

/** Reads a question from a request. What the reading did not declare is refused, because it would be ignored in silence. */
final class RequestedQuestion {

    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";
    static final String FORMAT = "format";
    static final String PURPOSE = "Access-Purpose";

    private static final int LONGEST = 200;
    // What is kept of an access is never erased, so a purpose is a reference and no sentence that could name somebody.
    private static final Pattern PURPOSES = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,59}");
    private static final Pattern LIMITS = Pattern.compile("[1-9]\\d{0,2}");

    private final AskedParameters coordinates;

    RequestedQuestion(Clock clock) {
        this.coordinates = new AskedParameters(clock);
    }

    Question read(Described described, HttpServletRequest request) {
        Map<String, String> query = query(described, request);
        var parameters = new HashMap<>(path(request));
        for (Parameter declared : described.parameters()) {
            String given = query.get(declared.name());
            if (given != null) {
                parameters.put(declared.name(), given);
            }
            if (declared.required() && !parameters.containsKey(declared.name())) {
                throw AskedParameters.malformed(
                        declared.name(),
                        "The question has to say this: "
                                + declared.description().replaceAll("\\.$", "") + ".");
            }
        }
        parameters.forEach(RequestedQuestion::requireReadable);
        Asked asked = coordinates.read(query);
        Cursor cursor = cursor(query);
        return new Question(
                described.name(),
                Map.copyOf(parameters),
                cursor == null ? asked : Asked.at(LocalDate.parse(cursor.effectiveOn()), cursor.position()),
                new Page(limit(query), cursor == null ? List.of() : cursor.after()),
                Caller.current(),
                new Errand(purpose(request), Correlation.of(request)));
    }

    private static @Nullable String purpose(HttpServletRequest request) {
        String purpose = request.getHeader(PURPOSE);
        if (purpose != null && !PURPOSES.matcher(purpose).matches()) {
            throw AskedParameters.malformed(
                    PURPOSE,
                    "A purpose is a reference of up to 60 letters, digits, dots, strokes and hyphens, such as"
                            + " internal-audit-2026-14.");
        }
        return purpose;
    }

    private static @Nullable Cursor cursor(Map<String, String> query) {
        String cursor = query.get(CURSOR);
        if (cursor == null) {
            return null;
        }
        if (AskedParameters.NAMES.stream().anyMatch(query::containsKey)) {
            throw AskedParameters.malformed(CURSOR, "The next page keeps the day and the basis of the first one.");
        }
        return Cursor.read(cursor);
    }

    private static Map<String, String> query(Described described, HttpServletRequest request) {
        var known = new TreeSet<>(AskedParameters.NAMES);
        known.add(FORMAT);
        if (described.paged()) {
            known.addAll(Set.of(LIMIT, CURSOR));
        }
        Set<String> inPath = path(request).keySet();
        described.parameters().stream()
                .map(Parameter::name)
                .filter(name -> !inPath.contains(name))
                .forEach(known::add);
        var query = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw unknown(name, known);
            }
            if (values.length != 1) {
                throw AskedParameters.malformed(name, "This can be said only once.");
            }
            requireReadable(name, values[0]);
            query.put(name, values[0]);
        });
        return query;
    }

    private static Refusal unknown(String name, Set<String> known) {
        String message = "This question takes only " + String.join(", ", known) + ".";
        boolean speakable = name.matches("[A-Za-z0-9_-]{1,40}");
        return Refusal.because(Code.VALIDATION, "The question says something that is not understood.", message)
                .remedy("Leave it out, or compare it with the API description.")
                .violations(List.of(new Violation(speakable ? name : "query", "unknown-parameter", message)));
    }

    /** The parameters in the path; what takes the rest of it, as {@code LM-014/3} does, comes with a slash in front. */
    private static Map<String, String> path(HttpServletRequest request) {
        var path = new HashMap<String, String>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) ->
                    path.put(String.valueOf(name), String.valueOf(value).replaceFirst("^/", "")));
        }
        return path;
    }

    private static void requireReadable(String name, String value) {
        int most = name.equals(CURSOR) ? 10 * LONGEST : LONGEST;
        if (value.isBlank() || value.length() > most || value.chars().anyMatch(Character::isISOControl)) {
            throw AskedParameters.malformed(name, "This takes 1 to %d letters, digits and signs.".formatted(most));
        }
    }

    private static int limit(Map<String, String> query) {
        String text = query.get(LIMIT);
        if (text == null) {
            return Page.LIMIT;
        }
        if (!LIMITS.matcher(text).matches() || Integer.parseInt(text) > Page.MOST) {
            throw AskedParameters.malformed(LIMIT, "A page has 1 to " + Page.MOST + " rows.");
        }
        return Integer.parseInt(text);
    }
}

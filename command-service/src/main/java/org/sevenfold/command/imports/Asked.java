package org.sevenfold.command.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.problem.Violation;
import org.springframework.http.HttpHeaders;

/** The parameters of a request, each read in the one way in which it may be written; an unknown one is refused. */
record Asked(HttpServletRequest request) {

    static final String DRY_RUN = "dryRun";
    static final String AFTER = "after";
    static final String LIMIT = "limit";
    static final String OUTCOME = "outcome";
    static final String FORMAT = "format";

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 1000;

    static Asked of(HttpServletRequest request, String... known) {
        for (var parameter : request.getParameterMap().entrySet()) {
            if (!Set.of(known).contains(parameter.getKey())) {
                throw malformed("", "There is a parameter here that is not known.");
            }
            if (parameter.getValue().length != 1) {
                throw malformed(parameter.getKey(), "A parameter is given once.");
            }
        }
        return new Asked(request);
    }

    static Optional<UUID> id(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    boolean dryRun() {
        return switch (request.getParameter(DRY_RUN)) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            case String other -> throw malformed(DRY_RUN, "A dry run is asked for with true or false.");
        };
    }

    @Nullable
    UUID afterJob() {
        String after = request.getParameter(AFTER);
        return after == null
                ? null
                : id(after)
                        .orElseThrow(() -> malformed(AFTER, "The page begins behind an import, named by its number."));
    }

    int afterRow() {
        return number(AFTER, 0, Integer.MAX_VALUE);
    }

    int limit() {
        return number(LIMIT, USUAL_LIMIT, MOST);
    }

    private int number(String name, int usual, int most) {
        String text = request.getParameter(name);
        if (text == null) {
            return usual;
        }
        int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (number < 0 || number > most || number == 0 && name.equals(LIMIT)) {
            throw malformed(
                    name,
                    name.equals(LIMIT)
                            ? "A page has 1 to %d rows.".formatted(most)
                            : "The page begins behind a row, given by its number.");
        }
        return number;
    }

    RowResult.@Nullable Outcome outcome() {
        String text = request.getParameter(OUTCOME);
        if (text == null) {
            return null;
        }
        for (RowResult.Outcome outcome : RowResult.Outcome.values()) {
            if (outcome.text().equals(text)) {
                return outcome;
            }
        }
        throw malformed(OUTCOME, "Rows are accepted, proposed, already in, refused, or would be accepted or proposed.");
    }

    /** Whether the answer shall be a table: asked for by the parameter, else by the header. */
    boolean csv() {
        return switch (request.getParameter(FORMAT)) {
            case null -> {
                String accept = request.getHeader(HttpHeaders.ACCEPT);
                yield accept != null && accept.startsWith("text/csv");
            }
            case "csv" -> true;
            case "json" -> false;
            case String other -> throw malformed(FORMAT, "The formats are JSON and CSV.");
        };
    }

    /** The same question about the rows behind this one. */
    String behind(int row) {
        var next = new StringBuilder("?after=" + row);
        for (String name : List.of(LIMIT, OUTCOME, FORMAT)) {
            String value = request.getParameter(name);
            if (value != null) {
                next.append('&').append(name).append('=').append(value);
            }
        }
        return next.toString();
    }

    private static Refusal malformed(String name, String message) {
        return Refusal.because(Code.VALIDATION, "The request could not be read.", message)
                .remedy("Compare it with the example in the API description.")
                .violations(List.of(new Violation(name, "not-allowed", message)));
    }
}

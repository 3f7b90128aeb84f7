package org.sevenfold.query.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.basis.AskedParameters;

/**
 * What somebody typed into a page or its address, as it was typed, so that a refusal loses nothing of it. A field left
 * empty says nothing.
 */
record Typed(String path, Map<String, String> parameters) {

    private static final int LONGEST = 200;

    static Typed into(HttpServletRequest request) {
        var typed = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 0 && !values[0].isBlank()) {
                typed.put(name, values[0].strip());
            }
        });
        return new Typed(request.getRequestURI(), typed);
    }

    /** Refuses what no page of this kind takes, because it would be ignored in silence. */
    void requireOnly(Set<String> known, HttpServletRequest request) {
        parameters.forEach((name, value) -> {
            if (!known.contains(name)) {
                throw AskedParameters.malformed(
                        "query",
                        "This page takes only " + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
            }
            if (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
                throw AskedParameters.malformed(
                        name, "This takes at most %d letters, digits and signs.".formatted(LONGEST));
            }
            if (Objects.requireNonNull(request.getParameterValues(name)).length > 1) {
                throw AskedParameters.malformed(name, "This can be said only once.");
            }
        });
    }

    @Nullable
    String said(String name) {
        return parameters.get(name);
    }

    /** What is asked about, without the two coordinates. */
    Map<String, String> subject(Set<String> names) {
        var subject = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (names.contains(name)) {
                subject.put(name, value);
            }
        });
        return subject;
    }

    /** An address with these parameters, in pairs of name and value. */
    static String address(String path, Map<String, String> parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, value) -> pairs.add(name + "=" + encoded(value)));
        return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
    }

    /** A reference as one part of a path. */
    static String part(String text) {
        return encoded(text).replace("+", "%20");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%40", "@");
    }
}

package org.sevenfold.query.measure;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.sevenfold.query.question.Standpoint;

/** Where it is said why a figure is what it is. */
public final class ExplainAddress {

    private ExplainAddress() {}

    /**
     * The address for one figure on this basis, which never changes.
     *
     * @param of which cell of the measure, such as its unit or its course; nothing for the whole
     */
    public static String of(Standpoint at, Measure measure, Map<String, String> of) {
        String cell = of.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(part -> "&" + part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return "/api/v1/audit/explain?measure=" + measure.name() + cell + "&" + at.coordinates();
    }
}

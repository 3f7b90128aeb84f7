package org.sevenfold.query.question;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sevenfold.platform.time.London;

/** What an answer holds where the name of somebody stood who was erased: {@code {"erased": true, "at": "2027-03-12"}}. */
public final class Erased {

    private static final String ERASED = "erased";
    private static final String AT = "at";

    private Erased() {}

    public static Map<String, Object> since(LocalDate day) {
        var said = new LinkedHashMap<String, Object>();
        said.put(ERASED, true);
        said.put(AT, day.toString());
        return said;
    }

    /** The same in words, such as {@code erased on 12 March 2027}, where there is room for a text only. */
    public static Optional<String> words(Object value) {
        return value instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get(ERASED))
                ? Optional.of("erased on " + London.spoken(LocalDate.parse(String.valueOf(map.get(AT)))))
                : Optional.empty();
    }
}

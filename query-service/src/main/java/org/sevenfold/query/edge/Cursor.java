package org.sevenfold.query.edge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.basis.Basis;

/** Where the next page begins, and on which basis, so that pages read one after the other fit together. */
record Cursor(String effectiveOn, long position, List<String> after) {

    private static final String SEPARATOR = "\n";

    static String write(Basis basis, List<String> after) {
        var parts = new ArrayList<String>();
        parts.add(basis.effectiveOn().toString());
        parts.add(Long.toString(basis.position()));
        parts.addAll(after);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #write} wrote; refuses anything else. */
    static Cursor read(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split(SEPARATOR, -1));
            if (parts.size() > 2 && plain.indexOf('\0') < 0) {
                return new Cursor(
                        AskedParameters.day("cursor", parts.get(0)).toString(),
                        AskedParameters.position("cursor", parts.get(1)),
                        parts.subList(2, parts.size()));
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw AskedParameters.malformed("cursor", "A cursor is taken from the link to the next page as it is.");
    }
}

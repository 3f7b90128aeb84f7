package org.sevenfold.query.skills;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text in an address. */
final class Links {

    private Links() {}

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

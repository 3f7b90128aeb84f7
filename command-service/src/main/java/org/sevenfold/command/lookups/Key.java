package org.sevenfold.command.lookups;

import java.util.Locale;

/** Keys under which a thing is found by what people call it: whatever the case of letters, without outer blanks. */
final class Key {

    private Key() {}

    static String named(String kind, String text) {
        return kind + ":" + text.strip().toLowerCase(Locale.UK);
    }
}

package org.sevenfold.command.change;

import java.util.List;

/** Several things as a sentence names them: {@code a}, {@code a and b}, {@code a, b and c}. */
public final class Listed {

    private Listed() {}

    public static String of(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}

package org.sevenfold.command.programme;

import java.util.List;

/** Several things as a sentence names them: {@code a}, {@code a and b}, {@code a, b and c}. */
final class Listed {

    private Listed() {}

    static String of(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}

package org.sevenfold.command.edge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Declared;

/** A command as its record declares it. */
record CommandDeclaration(
        String name,
        Class<? extends Change> type,
        String streamType,
        String summary,
        String example,
        List<Allowed> allowed) {

    static CommandDeclaration of(Class<? extends Change> type, String streamType) {
        Declared declared = type.getAnnotation(Declared.class);
        if (declared == null) {
            throw new IllegalStateException(type.getName() + " is not declared");
        }
        return new CommandDeclaration(
                kebab(type.getSimpleName()),
                type,
                streamType,
                declared.summary(),
                declared.example(),
                Arrays.asList(declared.allowed()));
    }

    /** Who may send it, as a sentence lists them. */
    String allowedWords() {
        List<String> words = allowed.stream()
                .map(a -> (a.role().spoken() + " " + a.scope().words()).strip())
                .toList();
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}

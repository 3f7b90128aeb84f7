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
        List<Allowed> allowed,
        List<Allowed> proposed) {

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
                Arrays.asList(declared.allowed()),
                Arrays.asList(declared.proposed()));
    }

    /** Who may send it, as a sentence lists them. */
    String allowedWords() {
        return words(allowed);
    }

    /** Who may only propose it, as a sentence lists them; empty where nobody may. */
    String proposedWords() {
        return proposed.isEmpty() ? "" : words(proposed);
    }

    private static String words(List<Allowed> lines) {
        List<String> words = lines.stream()
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

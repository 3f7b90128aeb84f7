package org.sevenfold.ledger.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.bag.Trust;
import org.sevenfold.ledger.note.VerifierKey;

/**
 * The words behind a command: files, and options with a value each, in any order.
 *
 * @param json whether the answer is wanted in JSON
 */
record Arguments(List<String> files, Map<String, List<String>> options, boolean json) {

    static final String KEY = "--vkey";
    static final String WITNESS = "--witness";
    static final String REQUIRED_WITNESSES = "--require-witnesses";

    private static final String JSON = "--json";

    static Arguments parse(List<String> words, Set<String> known) {
        var files = new ArrayList<String>();
        Map<String, List<String>> options = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals(JSON)) {
                continue;
            }
            if (!word.startsWith("--")) {
                files.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String option = equals < 0 ? word : word.substring(0, equals);
            if (!known.contains(option)) {
                throw new Misused("There is no option " + option + " here.");
            }
            if (equals < 0 && i + 1 == words.size()) {
                throw new Misused(option + " needs a value.");
            }
            String value = equals < 0 ? words.get(++i) : word.substring(equals + 1);
            options.computeIfAbsent(option, o -> new ArrayList<>()).add(value);
        }
        return new Arguments(files, options, words.contains(JSON));
    }

    /** The only file; none or several are misuse. */
    String file() {
        if (files.size() != 1) {
            throw new Misused("One file is expected here, not " + files.size() + ".");
        }
        return files.get(0);
    }

    List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    /** The value of an option that may be given once; null if it is not. */
    @Nullable
    String only(String option) {
        List<String> values = all(option);
        if (values.size() > 1) {
            throw new Misused(option + " can be given only once.");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    String required(String option) {
        String value = only(option);
        if (value == null) {
            throw new Misused(option + " is needed.");
        }
        return value;
    }

    /** A whole number from 0 up. */
    int number(String option, int otherwise) {
        String value = only(option);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("\\d{1,9}")) {
            throw new Misused(option + " takes a whole number, not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    List<VerifierKey> keys(String option) {
        return all(option).stream().map(Arguments::key).toList();
    }

    /** Keys of the log, at least one. */
    List<VerifierKey> logKeys() {
        List<VerifierKey> keys = keys(KEY);
        if (keys.isEmpty()) {
            throw new Misused(KEY + " is needed: the line that begins with the log's name and a plus sign.");
        }
        return keys;
    }

    /** Whom the caller trusts, without what they held before. */
    Trust trust() {
        try {
            return new Trust(logKeys(), keys(WITNESS), number(REQUIRED_WITNESSES, 0), null);
        } catch (IllegalArgumentException e) {
            throw new Misused(e.getMessage() + ".");
        }
    }

    private static VerifierKey key(String text) {
        try {
            return VerifierKey.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new Misused("This is no key: " + text + ". " + e.getMessage() + ".");
        }
    }
}

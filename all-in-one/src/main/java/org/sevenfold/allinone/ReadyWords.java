package org.sevenfold.allinone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.sevenfold.allinone.issuer.DemoPassword;
import org.sevenfold.allinone.people.DemoPeople;
import org.sevenfold.allinone.people.DemoPerson;
import org.sevenfold.allinone.people.PeopleTable;
import org.sevenfold.allinone.start.Console;
import org.sevenfold.allinone.start.Ports;

/** The last words of a start: where to look, whom to be, and two commands to paste; {@code ready.txt} says them. */
final class ReadyWords {

    private static final String URL = "http://127.0.0.1:";

    private ReadyWords() {}

    /** Everything runs. */
    static String everything(DemoPeople people, DemoPassword password, Path data, Duration took, LocalDate today) {
        var words = new TreeMap<String, String>();
        words.put("url", URL + Ports.QUERY_SERVICE);
        words.put("issuer", URL + Ports.ISSUER);
        words.put("seconds", Console.seconds(took));
        words.put("data", data.toString());
        words.put("password", password.text());
        words.put("people", PeopleTable.of(people));
        words.put("yesterday", today.minusDays(1).toString());
        putPerson(words, "accepted", people.holding("learning-and-development"));
        putPerson(words, "refused", people.holding("reader"));
        putPerson(words, "staff", people.holding("staff"));
        return filled(template("/ready.txt"), words);
    }

    /** Only the ground to run services on, which its owner starts by hand. */
    static String parts(String names, Path settingsFile, Duration took) {
        return System.lineSeparator() + "Ready: " + names + " after " + Console.seconds(took) + ". The settings of a"
                + " service are in " + settingsFile + ". Ctrl-C stops it.";
    }

    static String signIn(DemoPeople people, DemoPassword password) {
        return PeopleTable.of(people) + System.lineSeparator() + "The password of all is " + password.text();
    }

    private static void putPerson(Map<String, String> words, String key, DemoPerson person) {
        words.put(key + ".handle", person.handle());
        words.put(key + ".name", person.name());
        words.put(key + ".personId", person.personId().toString());
    }

    private static String filled(String template, Map<String, String> words) {
        String text = template;
        for (var word : words.entrySet()) {
            text = text.replace("${" + word.getKey() + "}", word.getValue());
        }
        return text;
    }

    private static String template(String resource) {
        try (InputStream stream = Objects.requireNonNull(ReadyWords.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

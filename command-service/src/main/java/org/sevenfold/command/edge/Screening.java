package org.sevenfold.command.edge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.sevenfold.platform.database.Read;
import org.sevenfold.platform.problem.Violation;
import org.springframework.stereotype.Component;

/**
 * Looks for what identifies a person in free text: e-mail addresses, telephone, NHS and pupil numbers, postcodes, dates
 * of birth, and the given and the family name of somebody in the directory standing together. What was found is neither
 * repeated nor kept.
 */
@Component
final class Screening {

    static final String CODE = "identifiable";

    private record Mark(Pattern pattern, String noun) {}

    private static final List<Mark> MARKS = List.of(
            new Mark(Pattern.compile("[\\p{L}0-9._%+-]+@[\\p{L}0-9-]+\\.[\\p{L}]{2,}"), "an e-mail address"),
            new Mark(Pattern.compile("(?<!\\d)\\d{3}[ -]?\\d{3}[ -]?\\d{4}(?!\\d)"), "a ten-digit number"),
            new Mark(Pattern.compile("(?<![\\d+])(?:\\+44|0)(?:[ -]?\\d){9,10}(?!\\d)"), "a telephone number"),
            new Mark(Pattern.compile("(?i)\\b[A-Z]\\d{11}[A-Z0-9]\\b"), "a pupil number"),
            new Mark(Pattern.compile("(?i)\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b"), "a postcode"),
            new Mark(
                    Pattern.compile("(?i)\\b(?:d\\.?o\\.?b\\.?|born|date of birth)\\W{0,3}(?:on )?\\d"),
                    "a date of birth"),
            new Mark(Pattern.compile("(?<!\\d)\\d{1,2}[/.]\\d{1,2}[/.](?:19|20)\\d{2}(?!\\d)"), "a date of birth"));
    private static final Pattern TWO_WORDS = Pattern.compile("(?=(\\b[\\p{L}'’-]+)\\s+([\\p{L}'’-]+))");

    private final DataSource dataSource;

    Screening(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is wrong with the text at this place; empty where nothing identifies anybody. */
    Optional<Violation> screen(String text, String pointer) {
        for (Mark mark : MARKS) {
            if (mark.pattern.matcher(text).find()) {
                return Optional.of(violation(pointer, mark.noun));
            }
        }
        return namesSomebody(text) ? Optional.of(violation(pointer, "a colleague's name")) : Optional.empty();
    }

    private static Violation violation(String pointer, String noun) {
        return new Violation(pointer, CODE, "This seems to hold " + noun + ".");
    }

    private boolean namesSomebody(String text) {
        var pairs = new LinkedHashSet<String>();
        Matcher words = TWO_WORDS.matcher(text.toLowerCase(Locale.UK));
        while (words.find()) {
            pairs.add(words.group(1) + " " + words.group(2));
        }
        if (pairs.isEmpty()) {
            return false;
        }
        // A text array in its written form; the words hold letters, hyphens and apostrophes only.
        String all = pairs.stream().map(pair -> '"' + pair + '"').collect(Collectors.joining(",", "{", "}"));
        return !Read.all(
                        dataSource,
                        "SELECT 1 FROM erasable.person WHERE lower(name) = ANY (?::text[]) LIMIT 1",
                        row -> true,
                        all)
                .isEmpty();
    }
}

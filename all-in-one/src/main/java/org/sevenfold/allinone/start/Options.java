package org.sevenfold.allinone.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the caller asked for, as {@code --name=value} or, where Maven starts us, as {@code -Dname=value}. An argument
 * wins over a property.
 *
 * @param fresh forget what is in the data folder and begin anew
 * @param parts what to start; everything unless {@code only} names some
 * @param sampleStart the day on which the sample programme began; null for the first of the month eleven months back
 * @param replay the evidence bag whose figures are to be made again, instead of starting anything; null for none
 */
public record Options(
        boolean fresh,
        Set<Part> parts,
        @Nullable LocalDate sampleStart,
        @Nullable Path replay) {

    private static final String KNOWN =
            "the options are --fresh, --only=database,issuer, --sample-start=YYYY-MM-DD and --replay=BAG.";
    private static final List<String> NAMES = List.of("fresh", "only", "sample-start", "replay");

    /** What can be started by itself. */
    public enum Part {
        DATABASE,
        ISSUER,
        SERVICES
    }

    public static Options of(List<String> arguments, Map<String, String> properties) {
        var given = new HashMap<String, String>();
        for (String name : NAMES) {
            String value = properties.get(name);
            if (value != null) {
                given.put(name, value);
            }
        }
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            String name = parts[0].startsWith("--") ? parts[0].substring(2) : "";
            if (!NAMES.contains(name)) {
                throw new StartFailure("There is no option " + argument + "; " + KNOWN);
            }
            given.put(name, parts.length == 2 ? parts[1] : "");
        }
        return new Options(
                fresh(given.get("fresh")),
                parts(given.getOrDefault("only", "")),
                sampleStart(given.getOrDefault("sample-start", "")),
                replay(given.get("replay")));
    }

    public boolean starts(Part part) {
        return parts.contains(part);
    }

    private static boolean fresh(@Nullable String value) {
        if (value != null && !List.of("", "true", "false").contains(value)) {
            throw new StartFailure("--fresh takes no value, not " + value + "; " + KNOWN);
        }
        return value != null && !value.equals("false");
    }

    private static Set<Part> parts(String names) {
        if (names.isBlank()) {
            return EnumSet.allOf(Part.class);
        }
        var parts = EnumSet.noneOf(Part.class);
        for (String name : names.split(",", -1)) {
            parts.add(Arrays.stream(Part.values())
                    .filter(part -> part != Part.SERVICES)
                    .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new StartFailure("--only cannot start " + name + "; " + KNOWN)));
        }
        return parts;
    }

    private static @Nullable Path replay(@Nullable String value) {
        if (value == null) {
            return null;
        }
        if (value.isBlank() || !Files.exists(Path.of(value))) {
            throw new StartFailure("--replay needs an evidence bag that is there, not " + value + "; " + KNOWN);
        }
        return Path.of(value);
    }

    private static @Nullable LocalDate sampleStart(String value) {
        if (value.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException notADay) {
            throw new StartFailure(
                    "--sample-start needs a day such as 2007-04-01, not " + value + "; " + KNOWN, notADay);
        }
    }
}

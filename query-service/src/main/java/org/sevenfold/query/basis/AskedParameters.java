package org.sevenfold.query.basis;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.problem.Violation;
import org.sevenfold.platform.time.London;

/** Reads the two coordinates from the parameters of a request. Today is today in London; a date ends when London's day does. */
public final class AskedParameters {

    public static final String EFFECTIVE_ON = "effectiveOn";
    public static final String KNOWN_AT = "knownAt";
    public static final String MIN_POSITION = "minPosition";
    public static final Set<String> NAMES = Set.of(EFFECTIVE_ON, KNOWN_AT, MIN_POSITION);

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private final Clock clock;

    public AskedParameters(Clock clock) {
        this.clock = clock;
    }

    /** The coordinates; refuses what is malformed, and what would be known only in the future. */
    public Asked read(Map<String, String> parameters) {
        String day = parameters.get(EFFECTIVE_ON);
        String min = parameters.get(MIN_POSITION);
        LocalDate effectiveOn = day == null ? today() : day(EFFECTIVE_ON, day);
        Long minPosition = min == null ? null : position(MIN_POSITION, min);
        return known(KNOWN_AT, parameters.get(KNOWN_AT), effectiveOn, minPosition);
    }

    /** What a parameter other than {@code knownAt} says of the same kind: a position, a moment or the end of a day. */
    public Asked known(String parameter, String text) {
        return known(parameter, text, today(), null);
    }

    public LocalDate today() {
        return London.day(clock.instant());
    }

    private Asked known(String parameter, @Nullable String text, LocalDate effectiveOn, @Nullable Long minPosition) {
        if (text == null) {
            return new Asked(effectiveOn, null, null, minPosition);
        } else if (text.startsWith("@")) {
            return new Asked(effectiveOn, position(parameter, text.substring(1)), null, minPosition);
        } else if (DAY.matcher(text).matches()) {
            LocalDate day = day(parameter, text);
            if (day.equals(today())) {
                return new Asked(effectiveOn, null, null, minPosition);
            }
            return past(effectiveOn, London.endOf(day).minusNanos(1000), minPosition);
        }
        return past(effectiveOn, instant(parameter, text), minPosition);
    }

    private Asked past(LocalDate effectiveOn, Instant instant, @Nullable Long minPosition) {
        if (instant.isAfter(clock.instant())) {
            throw future();
        }
        return new Asked(effectiveOn, null, instant, minPosition);
    }

    /** The refusal of a moment that has not come. */
    public static Refusal future() {
        return Refusal.because(
                        Code.FUTURE_KNOWN_AT,
                        "Nobody knows yet what will be known then.",
                        "The moment up to which records were to be used has not come.")
                .remedy("Leave it out to use everything that is recorded now.")
                .violations(List.of(
                        new Violation(KNOWN_AT, Code.FUTURE_KNOWN_AT.text(), "This lies behind the last record.")));
    }

    /** A day as {@code 2026-05-03}; refuses anything else, naming the parameter. */
    public static LocalDate day(String parameter, String text) {
        try {
            if (DAY.matcher(text).matches()) {
                LocalDate day = LocalDate.parse(text);
                if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                    return day;
                }
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw malformed(parameter, "A day is written like 2026-05-03 and lies between 1900 and 2199.");
    }

    /** An instant as {@code 2026-05-03T10:15:30Z}, or with another offset; refuses anything else. */
    public static Instant instant(String parameter, String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            day(parameter, London.day(instant).toString());
            return instant;
        } catch (DateTimeException e) {
            throw malformed(
                    parameter, "A moment is written like 2026-05-03T10:15:30Z, 2026-05-03, or @ and a position.");
        }
    }

    /** A position in the log, 0 or more; refuses anything else. */
    public static long position(String parameter, String text) {
        if (!POSITION.matcher(text).matches()) {
            throw malformed(parameter, "A position is a whole number, 0 or more.");
        }
        return Long.parseLong(text);
    }

    /** The refusal of one parameter. */
    public static Refusal malformed(String parameter, String message) {
        return Refusal.because(Code.VALIDATION, "The question could not be read.", message)
                .remedy("Mend it and ask again.")
                .violations(List.of(new Violation(parameter, Code.VALIDATION.text(), message)));
    }
}

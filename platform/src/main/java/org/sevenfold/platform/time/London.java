package org.sevenfold.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.sevenfold.events.Days;

/** The council's calendar: a day runs from midnight to midnight in London, in summer time too. */
public final class London {

    public static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter SPOKEN_MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private London() {}

    /** The day that an instant falls on. */
    public static LocalDate day(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The first instant after a day. */
    public static Instant endOf(LocalDate day) {
        return Days.after(day).atStartOfDay(ZONE).toInstant();
    }

    /** A month as a person says it, such as {@code May 2026}. */
    public static String spoken(YearMonth month) {
        return SPOKEN_MONTH.format(month);
    }

    /** A day as a person says it, such as {@code 3 May 2026}. */
    public static String spoken(LocalDate day) {
        return Days.spoken(day);
    }
}

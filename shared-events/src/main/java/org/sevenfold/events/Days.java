package org.sevenfold.events;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something holds, from the first up to, and not including, an end. Events, requests and sentences name
 * the last day instead, on which it still holds; only here is one turned into the other, and only here is a day added.
 *
 * @param to the first day on which it holds no longer; null where no end is known; equal to {@code from} where it never held
 */
public record Days(LocalDate from, @Nullable LocalDate to) {

    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    public Days {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("days that end before they begin: " + from + " to " + to);
        }
    }

    /** From a day on, without an end. */
    public static Days from(LocalDate first) {
        return new Days(first, null);
    }

    /** One day only. */
    public static Days on(LocalDate day) {
        return new Days(day, after(day));
    }

    /** From a first day to a last one, both included; a last day of null is no end, one before the first is no day at all. */
    public static Days between(LocalDate first, @Nullable LocalDate lastDay) {
        return from(first).endedBy(lastDay);
    }

    /** The day after this one: the first without what held on it for the last time. */
    public static LocalDate after(LocalDate lastDay) {
        return lastDay.plusDays(1);
    }

    /** The day before this one. */
    public static LocalDate before(LocalDate first) {
        return first.minusDays(1);
    }

    /** The day so many days after this one; before it where they are fewer than 0. */
    public static LocalDate after(LocalDate day, long days) {
        return day.plusDays(days);
    }

    /** The day so many days before this one. */
    public static LocalDate before(LocalDate day, long days) {
        return day.minusDays(days);
    }

    /** A day as people say it: 3 May 2026. */
    public static String spoken(LocalDate day) {
        return day.format(SPOKEN);
    }

    /** Whether it holds on the day. */
    public boolean hold(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** Whether both hold on at least one day. */
    public boolean meet(Days other) {
        return !never()
                && !other.never()
                && (other.to == null || from.isBefore(other.to))
                && (to == null || other.from.isBefore(to));
    }

    /** Whether it holds on this day or on any later one. */
    public boolean reach(LocalDate day) {
        return !never() && (to == null || to.isAfter(day));
    }

    /** The same with this last day, where it would not end before; without any day where that lies before the first. */
    public Days endedBy(@Nullable LocalDate lastDay) {
        return lastDay == null ? this : until(after(lastDay));
    }

    /** The same, ending before this day at the latest; without any day where that is the first or lies before it. */
    public Days until(LocalDate end) {
        LocalDate sooner = to == null || end.isBefore(to) ? end : to;
        return new Days(from, sooner.isBefore(from) ? from : sooner);
    }

    /** The same, beginning on this day at the earliest. */
    public Days since(LocalDate first) {
        LocalDate later = first.isAfter(from) ? first : from;
        return new Days(later, to == null || !to.isBefore(later) ? to : later);
    }

    /** Whether there is no day on which it holds. */
    public boolean never() {
        return from.equals(to);
    }

    /** The last day on which it holds; null where no end is known. */
    public @Nullable LocalDate lastDay() {
        return to == null ? null : before(to);
    }

    /** As people say it: from 3 May 2026 on, or from 3 May 2026 to 4 June 2026. */
    public String spoken() {
        LocalDate last = lastDay();
        return last == null ? "from " + spoken(from) + " on" : "from " + spoken(from) + " to " + spoken(last);
    }
}

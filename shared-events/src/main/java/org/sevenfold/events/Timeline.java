package org.sevenfold.events;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds on which days, as now known. It is plain data: every change gives another timeline, and stretches that hold
 * on no day fall out of it.
 *
 * @param stretches in the order of their first days, and among equals in which they were said
 */
public record Timeline<V>(List<Stretch<V>> stretches) {

    /**
     * One value over some days.
     *
     * @param by the event that said it
     */
    public record Stretch<V>(Days days, EventId by, V value) {

        private Stretch<V> over(Days other) {
            // The same where nothing changes, so that whoever compares two timelines finds at once what stayed.
            return days.equals(other) ? this : new Stretch<>(other, by, value);
        }
    }

    public Timeline {
        stretches = stretches.stream()
                .filter(stretch -> !stretch.days.never())
                .sorted(Comparator.comparing(stretch -> stretch.days.from()))
                .toList();
    }

    public static <V> Timeline<V> empty() {
        return new Timeline<>(List.of());
    }

    /** With one value that holds over some days. */
    public static <V> Timeline<V> of(Days days, EventId by, V value) {
        return Timeline.<V>empty().with(days, by, value);
    }

    /** With one more value that holds over some days, beside all that hold then. */
    public Timeline<V> with(Days days, EventId by, V value) {
        var all = new ArrayList<>(stretches);
        all.add(new Stretch<>(days, by, value));
        return new Timeline<>(all);
    }

    /**
     * With the one value that holds from a day on, in place of the one before it and until what was said for a later day;
     * what was said for the same day gives way.
     */
    public Timeline<V> from(LocalDate day, EventId by, V value) {
        return from(day, by, value, stretch -> true);
    }

    /** The same among those that speak of the same thing; all others stay beside it. */
    public Timeline<V> from(LocalDate day, EventId by, V value, Predicate<Stretch<V>> same) {
        var all = new ArrayList<Stretch<V>>();
        @Nullable LocalDate next = null;
        for (Stretch<V> stretch : stretches) {
            LocalDate first = stretch.days.from();
            if (!same.test(stretch)) {
                all.add(stretch);
            } else if (first.isBefore(day)) {
                all.add(stretch.over(stretch.days.until(day)));
            } else if (first.isAfter(day)) {
                all.add(stretch);
                next = next == null || first.isBefore(next) ? first : next;
            }
        }
        all.add(new Stretch<>(new Days(day, next), by, value));
        return new Timeline<>(all);
    }

    /**
     * With this value from a day on and nothing else: all before ends there, and all that was said for later falls out. It
     * ends where the last of them ended.
     */
    public Timeline<V> then(LocalDate day, EventId by, V value) {
        @Nullable
        LocalDate end = stretches.isEmpty() ? null : stretches.getLast().days.to();
        return until(day).with(end == null ? Days.from(day) : Days.from(day).until(end), by, value);
    }

    /** With this as the last day of those that hold on it or later; those that would begin behind it fall out. */
    public Timeline<V> ended(LocalDate lastDay, Predicate<Stretch<V>> which) {
        return until(Days.after(lastDay), which);
    }

    /** With this as the last day of all. */
    public Timeline<V> ended(LocalDate lastDay) {
        return ended(lastDay, stretch -> true);
    }

    /** With this as the first day without those that hold on it or later; those that would begin then or later fall out. */
    public Timeline<V> until(LocalDate end, Predicate<Stretch<V>> which) {
        return new Timeline<>(stretches.stream()
                .map(stretch -> which.test(stretch) ? stretch.over(stretch.days.until(end)) : stretch)
                .toList());
    }

    /** With this as the first day without any of them. */
    public Timeline<V> until(LocalDate end) {
        return until(end, stretch -> true);
    }

    /** With every value changed from a day on; one that holds across that day is split there. */
    public Timeline<V> changed(LocalDate day, UnaryOperator<V> how) {
        return split(day, later -> new Stretch<>(later.days, later.by, how.apply(later.value)));
    }

    /** The same by an event, which is named as what said it from that day on. */
    public Timeline<V> changed(LocalDate day, EventId by, UnaryOperator<V> how) {
        return split(day, later -> new Stretch<>(later.days, by, how.apply(later.value)));
    }

    private Timeline<V> split(LocalDate day, UnaryOperator<Stretch<V>> how) {
        var all = new ArrayList<Stretch<V>>();
        for (Stretch<V> stretch : stretches) {
            if (!stretch.days.reach(day)) {
                all.add(stretch);
            } else {
                all.add(stretch.over(stretch.days.until(day)));
                all.add(how.apply(stretch.over(stretch.days.since(day))));
            }
        }
        return new Timeline<>(all);
    }

    /** With every value changed on all its days. */
    public Timeline<V> each(UnaryOperator<V> how) {
        return new Timeline<>(stretches.stream()
                .map(stretch -> new Stretch<>(stretch.days, stretch.by, how.apply(stretch.value)))
                .toList());
    }

    /** Without those of which this is true. */
    public Timeline<V> without(Predicate<Stretch<V>> which) {
        return new Timeline<>(stretches.stream().filter(which.negate()).toList());
    }

    /** Without those that an event said. */
    public Timeline<V> without(EventId by) {
        return without(stretch -> stretch.by.equals(by));
    }

    /** All that holds on a day. */
    public Stream<Stretch<V>> stretchesOn(LocalDate day) {
        return stretches.stream().filter(stretch -> stretch.days.hold(day));
    }

    /** The value on a day, the one said last where there are several; empty where none holds. */
    public Optional<V> on(LocalDate day) {
        return stretchesOn(day).reduce((earlier, later) -> later).map(Stretch::value);
    }

    /** The value of the latest days; throws where there is none. */
    public V last() {
        return stretches.getLast().value;
    }

    /** What an event said, if it still stands. */
    public Optional<Stretch<V>> by(EventId event) {
        return stretches.stream().filter(stretch -> stretch.by.equals(event)).findFirst();
    }
}

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
    public record Stretch<V>(Days days, EventId by, V value) {}

    public Timeline {
        stretches = stretches.stream()
                .filter(stretch -> !stretch.days.never())
                .sorted(Comparator.comparing(stretch -> stretch.days.from()))
                .toList();
    }

    public static <V> Timeline<V> empty() {
        return new Timeline<>(List.of());
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
        var all = new ArrayList<Stretch<V>>();
        @Nullable LocalDate next = null;
        for (Stretch<V> stretch : stretches) {
            LocalDate first = stretch.days.from();
            if (first.isBefore(day)) {
                all.add(new Stretch<>(stretch.days.until(day), stretch.by, stretch.value));
            } else if (first.isAfter(day)) {
                all.add(stretch);
                next = next == null || first.isBefore(next) ? first : next;
            }
        }
        all.add(new Stretch<>(new Days(day, next), by, value));
        return new Timeline<>(all);
    }

    /** With this as the last day of those that hold on it or later; those that would begin behind it fall out. */
    public Timeline<V> ended(LocalDate lastDay, Predicate<Stretch<V>> which) {
        return new Timeline<>(stretches.stream()
                .map(stretch -> which.test(stretch)
                        ? new Stretch<>(stretch.days.endedBy(lastDay), stretch.by, stretch.value)
                        : stretch)
                .toList());
    }

    /** With this as the last day of all. */
    public Timeline<V> ended(LocalDate lastDay) {
        return ended(lastDay, stretch -> true);
    }

    /** With every value changed from a day on; one that holds across that day is split there. */
    public Timeline<V> changed(LocalDate day, UnaryOperator<V> how) {
        var all = new ArrayList<Stretch<V>>();
        for (Stretch<V> stretch : stretches) {
            if (!stretch.days.reach(day)) {
                all.add(stretch);
            } else {
                all.add(new Stretch<>(stretch.days.until(day), stretch.by, stretch.value));
                all.add(new Stretch<>(stretch.days.since(day), stretch.by, how.apply(stretch.value)));
            }
        }
        return new Timeline<>(all);
    }

    /** Without those that an event said. */
    public Timeline<V> without(EventId by) {
        return new Timeline<>(
                stretches.stream().filter(stretch -> !stretch.by.equals(by)).toList());
    }

    /** All that holds on a day. */
    public Stream<Stretch<V>> stretchesOn(LocalDate day) {
        return stretches.stream().filter(stretch -> stretch.days.hold(day));
    }

    /** The value on a day, the one said last where there are several; empty where none holds. */
    public Optional<V> on(LocalDate day) {
        return stretchesOn(day).reduce((earlier, later) -> later).map(Stretch::value);
    }

    /** What an event said, if it still stands. */
    public Optional<Stretch<V>> by(EventId event) {
        return stretches.stream().filter(stretch -> stretch.by.equals(event)).findFirst();
    }
}

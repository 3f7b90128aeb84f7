package org.sevenfold.command.staff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.platform.time.London;

/** How much is held on the fullest of some days. Last days are inclusive; null means without end. */
final class Loads {

    private Loads() {}

    /** Full-time equivalents held over some days. */
    record Load(Fte fte, LocalDate from, @Nullable LocalDate lastDay) {}

    /** The fullest day, and what is held on it. */
    record Peak(LocalDate on, BigDecimal fte) {}

    /** The fullest day between two; where several are, the first. */
    static Peak peak(List<Load> loads, LocalDate from, @Nullable LocalDate lastDay) {
        // What is held rises only on a first day, so the fullest day is one of these.
        return Stream.concat(Stream.of(from), loads.stream().map(Load::from))
                .filter(day -> meet(day, day, from, lastDay))
                .sorted()
                .map(day -> new Peak(day, on(loads, day)))
                .reduce((a, b) -> b.fte.compareTo(a.fte) > 0 ? b : a)
                .orElseThrow();
    }

    static boolean meet(LocalDate from, @Nullable LocalDate last, LocalDate otherFrom, @Nullable LocalDate otherLast) {
        return (last == null || !otherFrom.isAfter(last)) && (otherLast == null || !from.isAfter(otherLast));
    }

    static String spoken(LocalDate from, @Nullable LocalDate lastDay) {
        return "from " + London.spoken(from) + (lastDay == null ? " on" : " to " + London.spoken(lastDay));
    }

    static String plain(BigDecimal fte) {
        return fte.signum() == 0 ? "0" : fte.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal on(List<Load> loads, LocalDate day) {
        return loads.stream()
                .filter(load -> meet(day, day, load.from, load.lastDay))
                .map(load -> load.fte.value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

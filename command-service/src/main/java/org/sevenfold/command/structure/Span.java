package org.sevenfold.command.structure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.lookups.Lookups;
import org.sevenfold.command.lookups.PartsOfUnit;
import org.sevenfold.command.lookups.Units;
import org.sevenfold.command.lookups.Units.UnitFacts;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.events.structure.UnitKind;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.time.London;

/** How many units one group manager has on a day, and how many are agreed. A group counts as the units in it. */
record Span(LocalDate day, long units, int agreed) {

    static final Comparator<Span> FULLEST =
            Comparator.comparingLong(Span::units).thenComparing(Span::day, Comparator.reverseOrder());

    /** A unit under a manager over some days; the last is inclusive, null where it is open. */
    record Managed(UnitId unit, LocalDate from, @Nullable LocalDate lastDay) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (lastDay == null || !day.isAfter(lastDay));
        }
    }

    /** What managing a unit or a group over some days comes to, unit by unit. */
    static List<Managed> of(Lookups lookups, UnitId managed, LocalDate from, @Nullable LocalDate lastDay) {
        UnitFacts facts = Units.byId(lookups, managed).orElseThrow();
        Stream<UnitFacts> units =
                facts.kind() == UnitKind.GROUP ? PartsOfUnit.units(lookups, managed).stream() : Stream.of(facts);
        return units.map(unit -> new Managed(
                        unit.unitId(),
                        unit.from().isAfter(from) ? unit.from() : from,
                        unit.lastDay() == null || lastDay != null && lastDay.isBefore(unit.lastDay())
                                ? lastDay
                                : unit.lastDay()))
                .toList();
    }

    /** The days within one of them on which there can be more than on the day before, and its first. */
    static Stream<LocalDate> daysThatCount(List<Managed> all, Managed one) {
        return all.stream().map(Managed::from).filter(one::holdsOn).distinct();
    }

    static long unitsOn(List<Managed> all, LocalDate day) {
        return all.stream()
                .filter(managed -> managed.holdsOn(day))
                .map(Managed::unit)
                .distinct()
                .count();
    }

    boolean isExceeded() {
        return units > agreed;
    }

    Refusal refusal() {
        return Refusal.because(
                        Code.SPAN_EXCEEDED,
                        "This would be too many units for one group manager.",
                        "On %s this manager would have %d units; %d are agreed for one."
                                .formatted(London.spoken(day), units, agreed))
                .remedy("Give the unit to another group manager, or have the programme manager or the senior"
                        + " responsible owner accept it, with a reason and what is done about it.");
    }
}

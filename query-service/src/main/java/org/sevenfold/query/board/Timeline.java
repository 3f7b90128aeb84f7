package org.sevenfold.query.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What becomes of a timeline of intervals when something holds from a day on. */
public final class Timeline {

    /** The same row over other days. */
    @FunctionalInterface
    public interface Over<R> {
        R over(R row, LocalDate validFrom, @Nullable LocalDate validTo);
    }

    private Timeline() {}

    /** The timeline with these rows ended by the day: those that go on are cut there, those that begin then or later go. */
    public static <R extends Row.Interval> List<R> ended(
            List<R> timeline, Predicate<R> which, LocalDate day, Over<R> over) {
        var rows = new ArrayList<R>();
        for (R row : timeline) {
            if (!which.test(row) || endsBy(row, day)) {
                rows.add(row);
            } else if (row.validFrom().isBefore(day)) {
                rows.add(over.over(row, row.validFrom(), day));
            }
        }
        return rows;
    }

    /** The timeline in which every row is changed from the day on; a row that holds then is split. */
    public static <R extends Row.Interval> List<R> changed(
            List<R> timeline, LocalDate day, Over<R> over, UnaryOperator<R> change) {
        var rows = new ArrayList<R>();
        for (R row : timeline) {
            if (endsBy(row, day)) {
                rows.add(row);
            } else if (row.validFrom().isBefore(day)) {
                rows.add(over.over(row, row.validFrom(), day));
                rows.add(change.apply(over.over(row, day, row.validTo())));
            } else {
                rows.add(change.apply(row));
            }
        }
        return rows;
    }

    private static boolean endsBy(Row.Interval row, LocalDate day) {
        LocalDate end = row.validTo();
        return end != null && !end.isAfter(day);
    }
}

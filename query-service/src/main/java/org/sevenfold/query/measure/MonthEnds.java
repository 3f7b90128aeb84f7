package org.sevenfold.query.measure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.sevenfold.events.Days;

/** The days for which a trend is drawn. */
public final class MonthEnds {

    private static final int MONTHS = 13;

    private MonthEnds() {}

    /** The last thirteen month ends up to a day, the earliest first. */
    public static List<LocalDate> upTo(LocalDate day) {
        YearMonth last = YearMonth.from(Days.after(day)).minusMonths(1);
        var ends = new ArrayList<LocalDate>();
        for (int back = MONTHS - 1; back >= 0; back--) {
            ends.add(last.minusMonths(back).atEndOfMonth());
        }
        return ends;
    }
}

package org.sevenfold.allinone.sample;

import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.sevenfold.allinone.start.StartFailure;

/** The day on which the sample programme began, from which all its days are counted. */
public final class SampleStart {

    private static final int MONTHS_BEFORE_TODAY = 11;
    /** No line of the sample is recorded after this day of the programme. */
    static final int LAST_DAY = 330;

    private SampleStart() {}

    /**
     * The start that the log already counts from; else the one asked for; else the first of the month eleven months
     * back. The log may have no tables yet.
     *
     * @param database connections that may read the log
     * @param today the day in London
     * @throws StartFailure where the start asked for is so late that the sample would be recorded in the future
     */
    public static LocalDate resolve(DataSource database, Optional<LocalDate> option, LocalDate today) {
        return new SampleLog(database).read().start().orElseGet(() -> ofOption(option, today));
    }

    private static LocalDate ofOption(Optional<LocalDate> option, LocalDate today) {
        LocalDate latest = today.minusDays(LAST_DAY + 1);
        if (option.isPresent() && option.get().isAfter(latest)) {
            throw new StartFailure("The sample programme cannot have begun on " + option.get()
                    + ", because it tells eleven months; give " + latest + " or an earlier day as --sample-start.");
        }
        return option.orElse(today.withDayOfMonth(1).minusMonths(MONTHS_BEFORE_TODAY));
    }
}

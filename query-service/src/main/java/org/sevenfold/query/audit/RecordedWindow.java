package org.sevenfold.query.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.sevenfold.events.Days;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Standpoint;

/** A stretch of time in which something was recorded, by {@code from} and {@code to}: days, both inclusive, or moments. */
final class RecordedWindow {

    static final List<Parameter> PARAMETERS = List.of(
            Parameter.optional("from", "Recorded on this day or later, or at this moment or later.", "2026-05-03"),
            Parameter.optional("to", "Recorded on this day at the latest, or at this moment.", "2026-05-31"));

    private RecordedWindow() {}

    /** Restricts a column to the stretch, as far as the question has one. */
    static void restrict(Standpoint at, String column, Conditions conditions) {
        conditions.where("from", column + " >= :from", text -> moment("from", text, false));
        boolean day = at.parameter("to").filter(RecordedWindow::isDay).isPresent();
        conditions.where("to", column + (day ? " < :to" : " <= :to"), text -> moment("to", text, true));
    }

    private static boolean isDay(String text) {
        return text.length() == LocalDate.EPOCH.toString().length();
    }

    private static OffsetDateTime moment(String parameter, String text, boolean end) {
        if (!isDay(text)) {
            return AskedParameters.instant(parameter, text).atOffset(ZoneOffset.UTC);
        }
        LocalDate day = AskedParameters.day(parameter, text);
        return London.endOf(end ? day : Days.before(day)).atOffset(ZoneOffset.UTC);
    }
}

package org.sevenfold.command.edge;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sevenfold.platform.problem.Violation;
import tools.jackson.databind.JsonNode;

/** Reads days and months as a request writes them. */
final class Days {

    private Days() {}

    static @Nullable LocalDate day(JsonNode node, String at, List<Violation> violations) {
        String text = node.isString() ? node.stringValue() : "";
        try {
            // Years of four digits only, so that a day is the same text wherever it is written.
            if (text.length() == "2026-11-02".length()) {
                LocalDate day = LocalDate.parse(text);
                if (day.getYear() >= 1900 && day.getYear() <= 2200) {
                    return day;
                }
            }
        } catch (DateTimeParseException e) {
            // said below, like any other text that is no day
        }
        violations.add(new Violation(at, "not-a-day", "A day is expected here, such as 2026-11-02."));
        return null;
    }

    static @Nullable YearMonth month(JsonNode node, String at, List<Violation> violations) {
        String text = node.isString() ? node.stringValue() : "";
        try {
            if (text.length() == "2026-11".length()) {
                return YearMonth.from(LocalDate.parse(text + "-01"));
            }
        } catch (DateTimeParseException e) {
            // said below, like any other text that is no month
        }
        violations.add(new Violation(at, "not-a-month", "A month is expected here, such as 2026-11."));
        return null;
    }
}

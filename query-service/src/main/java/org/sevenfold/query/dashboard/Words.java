package org.sevenfold.query.dashboard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sevenfold.platform.time.London;

/** Days, moments, figures and names of the log as a person says them. */
final class Words {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.UK).withZone(London.ZONE);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final Pattern ID_BESIDE = Pattern.compile(" \\([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\)");
    private static final String NO_BREAK = "\u00a0";

    private Words() {}

    /** A moment in London, such as {@code 14 August 2026 10:30}. */
    static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    /** A moment that an answer writes; what is none stays as it is. */
    static String moment(String written) {
        try {
            return moment(Instant.parse(written));
        } catch (DateTimeParseException e) {
            return written;
        }
    }

    /** A day that an answer writes, such as {@code 3 May 2026}; what is none stays as it is. */
    static String day(String written) {
        try {
            return London.spoken(LocalDate.parse(written));
        } catch (DateTimeParseException e) {
            return written;
        }
    }

    static String month(LocalDate day) {
        return MONTH.format(day);
    }

    /** The API's figure as it is, without a zero behind the point. */
    static String percent(BigDecimal value) {
        return plain(value) + NO_BREAK + "%";
    }

    /** A number without zeros behind the point. */
    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** A stored name such as {@code skills.training-completion-recorded} as {@code Training completion recorded}. */
    static String event(String name) {
        return sentence(name.substring(name.indexOf('.') + 1).replace('-', ' '));
    }

    /** A name such as {@code SOCIAL_WORKER} as {@code Social worker}. */
    static String constant(String name) {
        return sentence(name.replace('_', ' ').toLowerCase(Locale.UK));
    }

    /** A post's role such as {@code UNIT_CO_ORDINATOR} as {@code unit co-ordinator}. */
    static String role(String name) {
        return name.replace('_', ' ')
                .toLowerCase(Locale.UK)
                .replace("co ordinator", "co-ordinator")
                .replace("childrens", "children\u2019s");
    }

    /** A member such as {@code validFrom} as {@code Valid from}, and {@code unitId} as {@code Unit}. */
    static String member(String name) {
        return sentence(name.replaceAll("Id$", "").replaceAll("([A-Z])", " $1").toLowerCase(Locale.UK));
    }

    /** A name such as {@code lea-marsh} as {@code Lea Marsh}. */
    static String title(String name) {
        return Arrays.stream(name.split("-", -1)).map(Words::sentence).collect(Collectors.joining(" "));
    }

    /** A text of an answer without the id that stands behind a reference. */
    static String withoutIds(String text) {
        return ID_BESIDE.matcher(text).replaceAll("");
    }

    static String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }
}

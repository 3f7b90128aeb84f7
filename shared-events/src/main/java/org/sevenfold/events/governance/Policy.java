package org.sevenfold.events.governance;

import java.math.BigDecimal;
import java.util.Locale;

/** Every threshold that a rule or a measure compares with, and its value where nobody has set another. */
public enum Policy {
    UNIT_STAFF_BACK_DATING_DAYS("31", "how many days back people in units may record"),
    SPECIALIST_BACK_DATING_DAYS("365", "how many days back learning and development and human resources may record"),
    RECENT_DAYS("31", "for how many days a record still counts as recent"),
    GROUP_MANAGER_SPAN_UNITS("8", "how many units one group manager may hold"),
    GREEN_LATE_DAYS("14", "how many days late against the baseline a milestone may be under a green rating"),
    COMING_DAYS("30", "how many days ahead count as coming"),
    NEGLECT_DAYS("60", "after how many days without any movement a dimension counts as neglected"),
    EXPIRING_DAYS("60", "how many days before its end a certificate counts as expiring"),
    RATIONALE_CHARACTERS("30", "how many characters it takes to say why a dimension is not affected");

    private final BigDecimal byDefault;
    private final String meaning;

    Policy(String byDefault, String meaning) {
        this.byDefault = new BigDecimal(byDefault);
        this.meaning = meaning;
    }

    public BigDecimal byDefault() {
        return byDefault;
    }

    /** What it limits, as a sentence goes on after "this policy says". */
    public String meaning() {
        return meaning;
    }

    /** The policy as an answer names it, such as {@code green-late-days}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

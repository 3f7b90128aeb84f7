package org.sevenfold.query.plan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sevenfold.events.Dimension;
import org.sevenfold.query.basis.AskedParameters;
import org.sevenfold.query.measure.Programme;
import org.sevenfold.query.plan.PlannedMilestone.Status;
import org.sevenfold.query.question.Described.Parameter;
import org.sevenfold.query.question.Standpoint;

/** The ways in which milestones are counted. What is counted can be listed by the same words, so each count explains itself. */
public enum Counted {
    /** To be met at all. */
    WANTED,
    MET,
    /** Met by the day that was promised. */
    MET_IN_TIME,
    /** Not met though their promised day has passed. */
    LATE,
    /** Expected later than promised, though that day has not come yet. */
    SLIPPING,
    /** To be met in the days that count as coming. */
    COMING;

    public static final Parameter PARAMETER = Parameter.optional(
            "status", "Only milestones that are counted as this: " + names() + "; without it, all.", LATE.text());

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean counts(Plan plan, PlannedMilestone milestone, int comingDays) {
        return milestone.wanted()
                && switch (this) {
                    case WANTED -> true;
                    case MET -> plan.status(milestone) == Status.MET;
                    case MET_IN_TIME -> milestone.metInTime();
                    case LATE -> plan.status(milestone) == Status.LATE;
                    case SLIPPING -> plan.status(milestone) == Status.SLIPPING;
                    case COMING -> plan.isComing(milestone, comingDays);
                };
    }

    /** Refuses what is no way of counting. */
    public static Counted named(String text) {
        return Arrays.stream(values())
                .filter(counted -> counted.text().equals(text))
                .findFirst()
                .orElseThrow(() -> AskedParameters.malformed(PARAMETER.name(), "There are these: " + names() + "."));
    }

    /** Where the milestones of a dimension are listed that are wanted; with another status, those of another count. */
    public static String explained(Standpoint at, Programme programme, Dimension dimension, String unit) {
        return "/api/v1/programmes/" + encoded(programme.reference()) + "/plan?"
                + (unit.isEmpty() ? "" : "unit=" + encoded(unit) + "&") + "dimension=" + dimension.text() + "&status="
                + WANTED.text() + "&" + at.coordinates();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String names() {
        return Arrays.stream(values()).map(Counted::text).collect(Collectors.joining(", "));
    }
}

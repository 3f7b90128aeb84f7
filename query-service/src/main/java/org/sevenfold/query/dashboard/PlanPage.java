package org.sevenfold.query.dashboard;

import java.util.List;
import java.util.Map;
import org.sevenfold.query.dashboard.InitiativePage.Milestone;

/** The milestones behind a count: all that are counted so, of one dimension, one unit, or everything. */
record PlanPage(String title, List<Line> lines) {

    /** A milestone against what was agreed, and whose it is. */
    record Line(Glance.Ref initiative, Milestone milestone) {}

    static PlanPage read(Inquiry inquiry, Map<String, String> asked) {
        List<Line> lines = inquiry.rows("plan", asked).stream()
                .map(row -> new Line(Glance.ref(inquiry, row.text("initiative")), InitiativePage.milestone(row)))
                .toList();
        return new PlanPage(title(lines.size(), asked), lines);
    }

    /** Such as {@code 2 milestones late, in skills, of initiatives that change CIN-01}. */
    private static String title(int count, Map<String, String> asked) {
        String how = asked.getOrDefault("status", "").replace('-', ' ');
        String dimension = asked.getOrDefault("dimension", "").replace('-', ' ');
        String unit = asked.getOrDefault("unit", "");
        return (count == 1 ? "1 milestone" : count + " milestones")
                + (how.isEmpty() ? "" : " " + how)
                + (dimension.isEmpty() ? "" : ", in " + dimension)
                + (unit.isEmpty() ? "" : ", of initiatives that change " + unit);
    }
}

package org.sevenfold.query.dashboard;

import java.util.List;
import java.util.Map;

/** One initiative: what it does to each dimension, the values that it serves, its milestones and how it was rated. */
record InitiativePage(
        String reference,
        String title,
        String summary,
        String rating,
        List<Impact> impacts,
        List<Value> values,
        List<Milestone> milestones,
        List<Rating> ratings,
        List<Glance.Ref> units,
        String history) {

    /** What was said of a dimension. */
    record Impact(String dimension, String considered, String words, String mitigation) {}

    /** A value that it serves, and how. */
    record Value(String reference, String text, String how) {}

    /** A milestone against what was agreed. */
    record Milestone(
            String reference,
            String title,
            String state,
            String agreed,
            String expected,
            String met,
            String slip,
            String waits,
            String knockOn) {}

    /** How it was rated once, and why. */
    record Rating(String day, String rag, String reason) {}

    static InitiativePage read(Inquiry inquiry, String asked) {
        Row found =
                new Row(inquiry.ask("initiative", Map.of("initiative", asked)).members());
        Row initiative = found.one("initiative");
        String reference = initiative.text("reference");
        return new InitiativePage(
                reference,
                initiative.text("title"),
                summary(initiative),
                initiative.says("rag")
                        ? Words.constant(initiative.text("rag")) + ". " + initiative.text("ragReason")
                        : "Nobody has rated it yet.",
                found.list("impacts").stream().map(InitiativePage::impact).toList(),
                found.list("values").stream()
                        .map(row -> new Value(row.text("value"), row.text("text"), row.text("how")))
                        .toList(),
                found.list("milestoneList").stream()
                        .map(InitiativePage::milestone)
                        .toList(),
                found.list("ratings").stream()
                        .map(row -> new Rating(
                                Words.day(row.text("ratedOn")),
                                Words.constant(row.text("rag")) + (row.truth("againstTheFacts") ? ", set aside" : ""),
                                row.text("reason")))
                        .toList(),
                initiative.texts("units").stream()
                        .map(unit -> new Glance.Ref(unit, inquiry.link(Pages.UNITS + "/" + Typed.part(unit), Map.of())))
                        .toList(),
                inquiry.link(Pages.HISTORY + "/" + Typed.part(reference), Map.of()));
    }

    private static String summary(Row row) {
        String owner = row.says("owner")
                ? row.text("owner")
                : row.says("ownerPost")
                        ? row.text("ownerPost") + ", " + Words.role(row.text("ownerRole"))
                        : "somebody in no post on that day";
        return "%s; owned by %s; planned from %s to %s. Of its milestones %d of %d are met."
                .formatted(
                        Words.constant(row.text("status")),
                        owner,
                        Words.day(row.text("plannedStart")),
                        Words.day(row.text("plannedEnd")),
                        row.number("milestonesMet"),
                        row.number("milestones"));
    }

    private static Impact impact(Row row) {
        return new Impact(
                Words.sentence(row.text("dimension").replace('-', ' ')),
                Words.constant(row.text("considered")),
                row.text("effect") + row.text("rationale"),
                row.text("mitigation"));
    }

    static Milestone milestone(Row row) {
        long slip = row.number("slipDays");
        long knockOn = row.number("knockOnDays");
        return new Milestone(
                row.text("reference"),
                row.text("title"),
                Words.constant(row.text("status")),
                Words.day(row.text(row.says("agreedOn") ? "agreedOn" : "plannedFor")),
                Words.day(row.text("expectedOn")),
                row.says("metOn") ? Words.day(row.text("metOn")) : "",
                slip == 0 ? "" : slip + (slip == 1 ? " day" : " days"),
                String.join(", ", row.texts("waitsFor")),
                knockOn == 0 ? "" : knockOn + (knockOn == 1 ? " day" : " days"));
    }
}

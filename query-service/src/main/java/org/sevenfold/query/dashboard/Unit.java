package org.sevenfold.query.dashboard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sevenfold.query.question.Page;

/** One unit: its posts, who holds them as far as the reader may know, and its courses. */
record Unit(
        String name,
        String reference,
        String kind,
        String group,
        String serviceArea,
        String posts,
        String filled,
        String people,
        Share all,
        List<Seat> seats,
        List<Course> courses,
        List<Required> required,
        List<String> managers,
        String closed,
        String history,
        String plan) {

    /** A post and its holders in words. */
    record Seat(String post, String role, String fte, String vacant, List<String> holders, String history) {}

    /** A course and how many in the unit hold it. */
    record Course(String code, String title, Share share) {}

    /** A course that is required of people in the unit, how many of them hold it, and how the others stand. */
    record Required(String code, String title, Share share, String others) {}

    static Unit read(Inquiry inquiry, String asked) {
        Row found = new Row(inquiry.ask("unit", Map.of("unit", asked)).members());
        return found.truth("closed")
                ? of(inquiry.on(LocalDate.parse(found.text("shownOn"))), found, closed(found.one("unit")))
                : of(inquiry, found, "");
    }

    private static Unit of(Inquiry inquiry, Row found, String closed) {
        Row unit = found.one("unit");
        String reference = unit.text("reference");
        Map<String, String> headline = Matrix.cell(Matrix.HEADLINE, reference, "");
        Row all = new Row(inquiry.ask("explain", headline, Page.first(1)).members());
        return new Unit(
                unit.text("name"),
                reference,
                Words.constant(unit.text("kind")),
                unit.text("group"),
                unit.text("serviceArea"),
                unit.text("postFte"),
                unit.text("filledFte"),
                unit.text("peopleInPost"),
                Share.of(all, inquiry.link(Pages.EXPLAIN, headline)),
                found.list("posts").stream().map(post -> seat(inquiry, post)).toList(),
                found.list("trainingCompliance").stream()
                        .map(row -> new Course(
                                row.text("course"),
                                row.text("courseTitle"),
                                Share.of(row, Matrix.explained(inquiry, reference, row.text("course")))))
                        .toList(),
                found.list("compliance").stream()
                        .map(row -> required(inquiry, reference, row))
                        .toList(),
                found.list("managers").stream().map(Unit::manager).toList(),
                closed,
                history(inquiry, reference),
                inquiry.link(Pages.PLAN, Map.of("unit", reference)));
    }

    private static Required required(Inquiry inquiry, String reference, Row row) {
        var figure = Map.of("measure", "training-required", "unit", reference, "course", row.text("course"));
        String others = List.of("expiring", "due", "overdue", "expired").stream()
                .filter(count -> row.number(count) > 0)
                .map(count -> row.number(count) + " " + count)
                .collect(Collectors.joining(", "));
        return new Required(
                row.text("course"),
                row.text("courseTitle"),
                Share.of(row, inquiry.link(Pages.EXPLAIN, figure)),
                others);
    }

    /** Who managed the unit, in words, such as {@code P-0012, group manager, from 1 April 2026}. */
    private static String manager(Row manager) {
        String post = manager.says("post") ? manager.text("post") + ", " + Words.role(manager.text("role")) : "No post";
        String who = manager.says("person") ? manager.text("person") + " (" + post + ")" : post;
        String until = manager.says("lastDay") ? " to " + Words.day(manager.text("lastDay")) : "";
        String left = manager.text("state").equals("not in post") ? "; in no post any more" : "";
        return who + ", from " + Words.day(manager.text("from")) + until + left;
    }

    private static String closed(Row unit) {
        String goesOn = unit.says("successor") ? " " + unit.text("successor") + " goes on with its work." : "";
        return "Closed; its last day was " + Words.day(unit.text("lastDay")) + ", and it is shown as it was then."
                + goesOn;
    }

    private static Seat seat(Inquiry inquiry, Row post) {
        return new Seat(
                post.text("post"),
                Words.sentence(Words.role(post.text("role"))),
                fte(post, "fte"),
                fte(post, "vacantFte"),
                post.list("holders").stream().map(Unit::holder).toList(),
                history(inquiry, post.text("post")));
    }

    private static String holder(Row holder) {
        String who = holder.says("person") ? holder.text("person") : "Held";
        String until = holder.says("lastDay") ? " to " + Words.day(holder.text("lastDay")) : "";
        return who + ", " + fte(holder, "fte") + " FTE from " + Words.day(holder.text("from")) + until;
    }

    private static String fte(Row row, String name) {
        BigDecimal fte = row.decimal(name);
        return fte == null ? "" : Words.plain(fte);
    }

    private static String history(Inquiry inquiry, String reference) {
        return inquiry.link(Pages.HISTORY + "/" + Typed.part(reference), Map.of());
    }
}

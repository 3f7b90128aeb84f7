package org.sevenfold.query.dashboard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.sevenfold.query.question.Answer;
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
        String history) {

    /** A post and its holders in words. */
    record Seat(String post, String role, String fte, String vacant, List<String> holders, String history) {}

    /** A course and how many in the unit hold it. */
    record Course(String code, String title, Share share) {}

    static Unit read(Inquiry inquiry, String asked) {
        Answer answer = inquiry.ask("unit", Map.of("unit", asked));
        Row found = new Row(answer.members());
        Row unit = found.one("unit");
        String reference = unit.text("reference");
        Row all = new Row(inquiry.ask("explain", Matrix.cell(reference, ""), Page.first(1))
                .members());
        return new Unit(
                unit.text("name"),
                reference,
                Words.constant(unit.text("kind")),
                unit.text("group"),
                unit.text("serviceArea"),
                unit.text("postFte"),
                unit.text("filledFte"),
                unit.text("peopleInPost"),
                Share.of(all, Matrix.explained(inquiry, reference, "")),
                found.list("posts").stream().map(post -> seat(inquiry, post)).toList(),
                found.list("trainingCompliance").stream()
                        .map(row -> new Course(
                                row.text("course"),
                                row.text("courseTitle"),
                                Share.of(row, Matrix.explained(inquiry, reference, row.text("course")))))
                        .toList(),
                history(inquiry, reference));
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

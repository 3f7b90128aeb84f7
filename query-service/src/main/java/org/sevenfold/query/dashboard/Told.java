package org.sevenfold.query.dashboard;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sevenfold.query.question.Answer;

/** The history of one thing: what was recorded about it, one event after the other, and what each changed. */
record Told(String entity, List<Event> events) {

    /**
     * One event.
     *
     * @param by who recorded it, by name where the reader may know it, else in which roles
     */
    record Event(
            long position, String recorded, String event, String day, String by, String reason, List<Change> changes) {}

    /** A field and what it said before and after; empty where it said nothing. */
    record Change(String field, String before, String after) {}

    static Told read(Inquiry inquiry, String entity) {
        Answer answer = inquiry.ask("history", Map.of("entity", entity));
        return new Told(
                new Row(answer.members()).text("entity"),
                Row.of(answer).stream().map(Told::event).toList());
    }

    private static Event event(Row row) {
        return new Event(
                row.number("position"),
                Words.moment(row.text("recordedAt")),
                Words.event(row.text("event")),
                Words.day(row.text("effectiveOn")),
                by(row),
                row.text("reason"),
                row.list("changes").stream().map(Told::change).toList());
    }

    private static String by(Row row) {
        String roles = row.text("roles").replaceAll("[\\[\\]]", "").replace('-', ' ');
        return Stream.of(row.text("actor"), roles)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("not shown");
    }

    private static Change change(Row change) {
        return new Change(
                Words.member(change.text("field")),
                Words.day(Words.withoutIds(change.text("before"))),
                Words.day(Words.withoutIds(change.text("after"))));
    }
}

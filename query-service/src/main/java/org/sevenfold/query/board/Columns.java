package org.sevenfold.query.board;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Days;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Timeline.Stretch;
import org.sevenfold.query.board.Board.Span;

/**
 * A row as columns and back: the event that says it where the board wants that, its values, its days. Every value has one
 * canonical text, which is what is stored, compared and hashed, so that a row from memory and the same row from the table
 * never differ.
 */
final class Columns<R extends Record> {

    private static final String INFINITY = "infinity";
    private static final String EVENT = "eventId";
    // Stands for the event where the table does not name it; no view of such a table asks.
    private static final EventId UNNAMED = new EventId(new UUID(0, 0));

    private final boolean namesEvents;
    private final Span span;
    private final List<RecordComponent> components;
    private final List<Cell> cells;
    private final Constructor<R> constructor;

    private Columns(Board<?, R> board, List<RecordComponent> components) {
        this.namesEvents = board.isNamingEvents();
        this.span = board.span();
        this.components = components;
        this.cells = components.stream()
                .map(component -> Cell.of(component.getType()))
                .toList();
        this.constructor = Cell.canonical(board.row());
    }

    /** The columns of a board; throws for a component of a type that has no canonical text. */
    static <R extends Record> Columns<R> of(Board<?, R> board) {
        List<RecordComponent> all = List.of(board.row().getRecordComponents());
        all.forEach(component -> component.getAccessor().setAccessible(true));
        return new Columns<>(board, all);
    }

    /** The names of the columns, in order. */
    List<String> names() {
        return fields().stream().map(Columns::snake).toList();
    }

    /** What the columns hold, as a person who reads a row calls it. */
    List<String> fields() {
        return Stream.of(
                        Stream.of(EVENT).filter(event -> namesEvents),
                        components.stream().map(RecordComponent::getName),
                        span == Span.DAYS ? Stream.of("validFrom", "validTo") : Stream.of("effectiveOn"))
                .flatMap(part -> part)
                .toList();
    }

    /** The columns of a row's days. */
    List<String> days() {
        return span == Span.DAYS ? List.of("valid_from", "valid_to") : List.of("effective_on");
    }

    /** The values' columns as a table declares them: name, type, and whether they may be empty. */
    List<String> declarations() {
        var all = new ArrayList<String>();
        if (namesEvents) {
            all.add(snake(EVENT) + " uuid NOT NULL");
        }
        for (int i = 0; i < cells.size(); i++) {
            RecordComponent component = components.get(i);
            all.add(snake(component.getName()) + " " + cells.get(i).type()
                    + (component.isAnnotationPresent(Reference.class) ? " COLLATE \"C\"" : "")
                    + (component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "" : " NOT NULL"));
        }
        days().forEach(day -> all.add(day + " date NOT NULL"));
        return all;
    }

    /** The first column that holds the id of a thing; empty where none does. */
    Stream<String> firstId() {
        return components.stream()
                .filter(component -> Cell.isId(component.getType()) && component.getType() != EventId.class)
                .limit(1)
                .map(component -> snake(component.getName()));
    }

    /** The columns that people call a thing by. */
    Stream<String> references() {
        return components.stream()
                .filter(component ->
                        component.isAnnotationPresent(Reference.class) && component.getType() == String.class)
                .map(component -> snake(component.getName()));
    }

    /** The row's values as canonical texts, null where absent. */
    List<@Nullable String> texts(Stretch<R> row) {
        var texts = new ArrayList<@Nullable String>(cells.size() + 3);
        if (namesEvents) {
            texts.add(row.by().toString());
        }
        for (int i = 0; i < cells.size(); i++) {
            Object value = Cell.get(components.get(i), row.value());
            texts.add(value == null ? null : cells.get(i).text(value));
        }
        texts.add(row.days().from().toString());
        if (span == Span.DAYS) {
            LocalDate end = row.days().to();
            texts.add(end == null ? INFINITY : end.toString());
        }
        return texts;
    }

    /** The row of these texts. */
    Stretch<R> row(List<@Nullable String> texts) {
        int first = namesEvents ? 1 : 0;
        Object[] values = new Object[cells.size()];
        for (int i = 0; i < values.length; i++) {
            String text = texts.get(first + i);
            values[i] = text == null ? null : cells.get(i).value(text);
        }
        EventId by = namesEvents ? EventId.of(String.valueOf(texts.getFirst())) : UNNAMED;
        return new Stretch<>(
                days(texts.subList(first + values.length, texts.size())), by, Cell.make(constructor, values));
    }

    private Days days(List<@Nullable String> texts) {
        LocalDate from = LocalDate.parse(String.valueOf(texts.getFirst()));
        if (span == Span.ONE_DAY) {
            return Days.on(from);
        }
        String end = String.valueOf(texts.getLast());
        return new Days(from, INFINITY.equals(end) ? null : LocalDate.parse(end));
    }

    private static String snake(String camel) {
        return String.join("_", Arrays.asList(camel.split("(?=[A-Z])", -1))).toLowerCase(Locale.ROOT);
    }
}

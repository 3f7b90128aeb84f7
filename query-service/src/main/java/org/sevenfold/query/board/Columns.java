package org.sevenfold.query.board;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row as columns and back. Every value has one canonical text, which is what is stored, compared and hashed, so that a
 * row from memory and the same row from the table never differ.
 */
final class Columns<R extends Row> {

    private static final String OPEN_END = "valid_to";
    private static final String INFINITY = "infinity";

    private final List<String> names;
    private final List<Cell> cells;
    private final List<RecordComponent> components;
    private final Constructor<R> constructor;

    private Columns(
            List<RecordComponent> components, List<String> names, List<Cell> cells, Constructor<R> constructor) {
        this.components = components;
        this.names = names;
        this.cells = cells;
        this.constructor = constructor;
    }

    /** The columns of a record; throws for a component of a type that has no canonical text. */
    public static <R extends Row> Columns<R> of(Class<R> row) {
        RecordComponent[] components = row.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(row + " is not a record");
        }
        List<RecordComponent> all = List.of(components);
        all.forEach(component -> component.getAccessor().setAccessible(true));
        return new Columns<>(
                all,
                all.stream().map(component -> snake(component.getName())).toList(),
                all.stream().map(component -> Cell.of(component.getType())).toList(),
                Cell.canonical(row));
    }

    /** The columns' names in the order of the record's components. */
    public List<String> names() {
        return names;
    }

    /** The components' names in their order. */
    List<String> fields() {
        return components.stream().map(RecordComponent::getName).toList();
    }

    /** The row's values as canonical texts, null where absent. */
    public List<@Nullable String> texts(Row row) {
        var texts = new ArrayList<@Nullable String>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            Object value = Cell.get(components.get(i), row);
            String text = value == null ? null : cells.get(i).text(value);
            texts.add(text == null && names.get(i).equals(OPEN_END) ? INFINITY : text);
        }
        return texts;
    }

    R row(List<@Nullable String> texts) {
        Object[] values = new Object[cells.size()];
        for (int i = 0; i < values.length; i++) {
            String text = texts.get(i);
            boolean open = names.get(i).equals(OPEN_END) && INFINITY.equals(text);
            values[i] = text == null || open ? null : cells.get(i).value(text);
        }
        return Cell.make(constructor, values);
    }

    private static String snake(String camel) {
        return String.join("_", Arrays.asList(camel.split("(?=[A-Z])", -1))).toLowerCase(Locale.ROOT);
    }
}

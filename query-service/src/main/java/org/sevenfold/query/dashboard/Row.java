package org.sevenfold.query.dashboard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.question.Answer;
import org.sevenfold.query.question.Erased;
import org.sevenfold.query.question.Table;

/** One thing of an answer, read by the names that the API gives its parts. */
record Row(Map<?, ? extends @Nullable Object> values) {

    /** The rows of an answer's table. */
    static List<Row> of(Answer answer) {
        Table table = answer.table();
        return table == null ? List.of() : table.maps().stream().map(Row::new).toList();
    }

    /** The text, or an empty one where nothing is said. */
    String text(String name) {
        Object value = values.get(name);
        return value == null ? "" : Erased.words(value).orElseGet(value::toString);
    }

    long number(String name) {
        return values.get(name) instanceof Number number ? number.longValue() : 0;
    }

    boolean truth(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    boolean says(String name) {
        return values.get(name) != null;
    }

    /** A number as it is counted; null where the figure does not apply. */
    @Nullable
    BigDecimal decimal(String name) {
        return values.get(name) instanceof Number number ? new BigDecimal(number.toString()) : null;
    }

    /** The things in a list, or none. */
    List<Row> list(String name) {
        var rows = new ArrayList<Row>();
        if (values.get(name) instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> map) {
                    rows.add(new Row(map));
                }
            }
        }
        return rows;
    }

    /** The texts in a list; of a thing in it what people call it. */
    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        if (values.get(name) instanceof List<?> list) {
            for (Object each : list) {
                texts.add(each instanceof Map<?, ?> map ? new Row(map).text("reference") : String.valueOf(each));
            }
        }
        return texts;
    }

    /** A thing within; one that says nothing where there is none. */
    Row one(String name) {
        return values.get(name) instanceof Map<?, ?> map ? new Row(map) : new Row(Map.of());
    }
}

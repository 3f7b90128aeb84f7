package org.sevenfold.command.imports;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sevenfold.command.edge.RequestJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads a cell as people write it: a day as 2026-11-02, 2/11/2026 or 2 Nov 2026, yes and no, 1,200.50, words of a choice
 * in any letter case. What is not written so stays the text it is, and is refused with the row for what it is.
 */
final class Cell {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** What a spreadsheet would take for the beginning of a formula; an export puts an apostrophe in front of it. */
    private static final String FORMULA = "=+-@\t\r";

    private static final Pattern LINE_BREAK = Pattern.compile("[ \\t]*\\R[ \\t]*");
    private static final Pattern LIST_SEPARATOR = Pattern.compile("[;\\r\\n]+");
    private static final Pattern MIDNIGHT = Pattern.compile("[ T]00:00(:00(\\.0+)?)?Z?$");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}(\\.0{1,9})?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3}){1,5}(\\.\\d{1,18})?");
    private static final Set<String> YES = Set.of("true", "yes", "y", "1");
    private static final Set<String> NO = Set.of("false", "no", "n", "0");

    private static final List<DateTimeFormatter> DAYS = List.of(
            written("uuuu-MM-dd"),
            written("d/M/uuuu"),
            written("d.M.uuuu"),
            written("d-M-uuuu"),
            written("d MMM uuuu"),
            written("d-MMM-uuuu"),
            written("d MMMM uuuu"));

    private Cell() {}

    /** The value for the request; empty where nothing stands in the cell. */
    static Optional<JsonNode> read(String cell, Column column) {
        String text = text(cell);
        return text.isEmpty() ? Optional.empty() : Optional.of(value(text, column));
    }

    /** A text as it may stand in a cell that a spreadsheet opens. */
    static String neutral(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** The text of a cell without what only a spreadsheet needs: its apostrophe, its blanks, the blanks of print. */
    private static String text(String cell) {
        String text = cell.replace('\u00a0', ' ');
        if (text.length() > 1 && text.charAt(0) == '\'' && FORMULA.indexOf(text.charAt(1)) >= 0) {
            text = text.substring(1);
        }
        return text.strip();
    }

    private static JsonNode value(String text, Column column) {
        return switch (column.kind()) {
            case TEXT, OWN_ID -> JSON.stringNode(LINE_BREAK.matcher(text).replaceAll(" "));
            case DAY -> JSON.stringNode(day(text));
            case TRUTH -> truth(text);
            case WHOLE -> whole(text);
            case NUMBER -> number(text);
            case CHOICE -> JSON.stringNode(choice(text, column.choices()));
            case LIST -> list(text, column);
            case JSON -> json(text);
        };
    }

    private static String day(String text) {
        String written = MIDNIGHT.matcher(text).replaceFirst("");
        for (DateTimeFormatter format : DAYS) {
            try {
                return LocalDate.parse(written, format).toString();
            } catch (DateTimeException e) {
                // perhaps in another way
            }
        }
        return text;
    }

    private static JsonNode truth(String text) {
        String word = text.toLowerCase(Locale.UK);
        return YES.contains(word)
                ? JSON.booleanNode(true)
                : NO.contains(word) ? JSON.booleanNode(false) : JSON.stringNode(text);
    }

    private static JsonNode whole(String text) {
        String digits = ungrouped(text);
        return WHOLE.matcher(digits).matches()
                ? JSON.numberNode(new BigDecimal(digits).longValueExact())
                : JSON.stringNode(text);
    }

    private static JsonNode number(String text) {
        String digits = ungrouped(text);
        if (!NUMBER.matcher(digits).matches()) {
            return JSON.stringNode(text);
        }
        // However many noughts are written, it is the same number and so the same row.
        BigDecimal number = new BigDecimal(digits).stripTrailingZeros();
        return JSON.numberNode(number.scale() < 0 ? number.setScale(0) : number);
    }

    private static String ungrouped(String text) {
        String plain = text.startsWith("£") ? text.substring(1).strip() : text;
        return GROUPED.matcher(plain).matches() ? plain.replace(",", "") : plain;
    }

    private static String choice(String text, List<String> choices) {
        String plain = Column.plain(text);
        return choices.stream()
                .filter(choice -> Column.plain(choice).equals(plain))
                .findFirst()
                .orElse(text);
    }

    private static JsonNode list(String text, Column column) {
        Column items = column.items();
        if (items == null || text.startsWith("[")) {
            return json(text);
        }
        ArrayNode list = JSON.arrayNode();
        Arrays.stream(LIST_SEPARATOR.split(text))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(part -> list.add(value(part, items)));
        return list;
    }

    private static JsonNode json(String text) {
        return RequestJson.read(text.getBytes(StandardCharsets.UTF_8)).orElseGet(() -> JSON.stringNode(text));
    }

    private static DateTimeFormatter written(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                // British English shortens September to four letters; spreadsheets do not.
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}

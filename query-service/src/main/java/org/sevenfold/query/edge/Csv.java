package org.sevenfold.query.edge;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.query.question.Erased;
import org.sevenfold.query.question.Table;

/** A table as CSV. A cell that a spreadsheet would take for a formula is turned into text by a leading apostrophe. */
final class Csv {

    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    static byte[] of(Table table) {
        var text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(table.columns());
            table.rows()
                    .forEach(row -> csv.writeRecord(row.stream().map(Csv::cell).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> plain(number);
            case Boolean truth -> truth.toString();
            case Object other -> neutral(flat(other));
        };
    }

    private static String flat(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> plain(number);
            case List<?> list -> list.stream().map(Csv::flat).collect(Collectors.joining("; "));
            case Map<?, ?> map ->
                Erased.words(map)
                        .orElseGet(() -> map.values().stream().map(Csv::flat).collect(Collectors.joining(" ")));
            case Object other -> other.toString();
        };
    }

    private static String plain(Number number) {
        return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
    }

    private static String neutral(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

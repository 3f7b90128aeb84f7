package org.sevenfold.query.dashboard;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sevenfold.query.dashboard.Matrix.Column;
import org.sevenfold.query.dashboard.Matrix.Group;
import org.sevenfold.query.dashboard.Matrix.Line;

/** The table of the page as CSV, three columns for each course. What a spreadsheet would take for a formula gets an apostrophe. */
final class MatrixCsv {

    private static final String FORMULA = "=+-@\t\r";

    private MatrixCsv() {}

    static byte[] of(Matrix matrix) {
        var text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(head(matrix));
            for (Group group : matrix.groups()) {
                for (Line line : group.lines()) {
                    csv.writeRecord(record(group.reference(), line.reference(), line.name(), line.shares()));
                }
            }
            csv.writeRecord(record(
                    "",
                    "",
                    "All units",
                    matrix.columns().stream().map(Column::total).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> head(Matrix matrix) {
        var head = new ArrayList<>(List.of("group", "unit", "unitName"));
        matrix.columns().forEach(column -> {
            head.add(neutral(column.code() + " value"));
            head.add(neutral(column.code() + " numerator"));
            head.add(neutral(column.code() + " denominator"));
        });
        return head;
    }

    private static List<String> record(String group, String unit, String name, List<Share> shares) {
        var record = new ArrayList<>(List.of(neutral(group), neutral(unit), neutral(name)));
        shares.forEach(share -> {
            record.add(share.applies() ? share.width() : "not applicable");
            record.add(Long.toString(share.numerator()));
            record.add(Long.toString(share.denominator()));
        });
        return record;
    }

    private static String neutral(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

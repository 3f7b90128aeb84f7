package org.sevenfold.command.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.sevenfold.command.edge.Importable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files for spreadsheets: UTF-8 with a mark in front by which they know it, and no cell that they would take for a
 * formula.
 */
final class Written {

    static final List<String> RESULT_COLUMNS =
            List.of("row", "outcome", "streamId", "position", "code", "reason", "remedy");

    private static final char MARK = '\uFEFF';
    private static final String COMMA = ",";

    private Written() {}

    /** The columns of a command, and its example as a row. */
    static byte[] template(Importable command) {
        List<Column> columns = Columns.of(command).usual();
        return table(
                COMMA,
                columns.stream().map(Column::name).toList(),
                Stream.of(columns.stream()
                        .map(column -> text(at(command.example(), column.path())))
                        .toList()));
    }

    static byte[] results(List<RowResult> rows, ImportJob job) {
        return table(COMMA, RESULT_COLUMNS, rows.stream().map(row -> Told.cells(row, job)));
    }

    /**
     * The refused rows as they were sent, each with why: in the format, the columns and the order in which they came.
     *
     * @param pages the rows behind a certain one; none behind the last
     */
    static void refused(ImportJob job, IntFunction<List<RowResult>> pages, Writer to) throws IOException {
        if (job.format() == SentFile.Format.CSV) {
            to.write(MARK);
        }
        CsvWriter csv =
                writer(job.separator().isEmpty() ? COMMA : job.separator()).build(to);
        if (job.format() == SentFile.Format.CSV) {
            csv.writeRecord(joined(job.columns(), Columns.REFUSED));
        }
        List<RowResult> page = pages.apply(0);
        while (!page.isEmpty()) {
            for (RowResult row : page) {
                switch (job.format()) {
                    case CSV -> csv.writeRecord(cells(row, job));
                    case NDJSON -> to.write(line(row, job));
                }
            }
            page = pages.apply(page.getLast().row());
        }
        csv.flush();
        to.flush();
    }

    private static List<String> cells(RowResult row, ImportJob job) {
        RowResult.Refused refused = Objects.requireNonNull(row.refused());
        return joined(
                        RowJson.cells(Objects.requireNonNull(row.sent())),
                        List.of(
                                Integer.toString(row.row()),
                                refused.code(),
                                Told.reason(refused, job),
                                Objects.requireNonNullElse(refused.remedy(), "")))
                .stream()
                .map(Cell::neutral)
                .toList();
    }

    private static String line(RowResult row, ImportJob job) {
        RowResult.Refused refused = Objects.requireNonNull(row.refused());
        var why = new LinkedHashMap<String, Object>();
        why.put("row", row.row());
        why.put("code", refused.code());
        why.put("reason", Told.reason(refused, job));
        why.put("remedy", Objects.requireNonNullElse(refused.remedy(), ""));
        ObjectNode line = (ObjectNode) RowJson.tree(Objects.requireNonNull(row.sent()));
        line.putPOJO(NdjsonFile.REFUSED, why);
        return line + "\n";
    }

    private static byte[] table(String separator, List<String> header, Stream<List<String>> rows) {
        var text = new StringWriter();
        text.write(MARK);
        try (CsvWriter csv = writer(separator).build(text)) {
            csv.writeRecord(header);
            rows.forEach(row -> csv.writeRecord(row.stream().map(Cell::neutral).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static CsvWriter.CsvWriterBuilder writer(String separator) {
        return CsvWriter.builder().fieldSeparator(separator.charAt(0)).lineDelimiter(LineDelimiter.CRLF);
    }

    private static JsonNode at(JsonNode example, List<String> path) {
        JsonNode at = example;
        for (String part : path) {
            at = at.path(part);
        }
        return at;
    }

    /** A value as somebody writes it into a cell. */
    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isString()
                ? value.stringValue()
                : value.isNumber() ? value.decimalValue().toPlainString() : value.toString();
    }

    private static List<String> joined(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}

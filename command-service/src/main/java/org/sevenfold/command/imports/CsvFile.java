package org.sevenfold.command.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sevenfold.command.edge.Importable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a table as spreadsheets write it: a header with the names of columns, cells between commas, semicolons or tabs,
 * in quotation marks where need be. Rows and columns without content are passed over.
 */
final class CsvFile {

    private static final List<String> SEPARATORS = List.of(",", ";", "\t");
    private static final int MOST_COLUMNS = 500;
    private static final int MOST_CHARACTERS = 10_000;

    private final Importable command;
    private final Columns columns;
    private final String separator;
    private final Iterator<CsvRecord> records;
    private int row;

    /** A column of the file that means one of the command's. */
    private record Kept(int index, Column column) {}

    private CsvFile(Importable command, String text) {
        this.command = command;
        this.columns = Columns.of(command);
        this.separator = separator(text);
        this.records = reader(text, separator).iterator();
    }

    static SentFile read(Importable command, String text) {
        return new CsvFile(command, text).read();
    }

    private SentFile read() {
        List<String> header = header();
        columns.require(header);
        List<Kept> kept = IntStream.range(0, header.size())
                .boxed()
                .flatMap(i -> columns.named(header.get(i)).map(column -> new Kept(i, column)).stream())
                .toList();
        return new SentFile(
                SentFile.Format.CSV,
                separator,
                kept.stream().map(one -> header.get(one.index).strip()).toList(),
                rows(header, kept));
    }

    private List<String> header() {
        while (true) {
            List<String> cells = next().orElseThrow(Unusable::empty);
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                return cells;
            }
        }
    }

    private List<SentFile.Row> rows(List<String> header, List<Kept> kept) {
        var rows = new ArrayList<SentFile.Row>();
        var ragged = new ArrayList<Integer>();
        var keys = new RowKeys(command.name());
        for (var cells = next(); cells.isPresent(); cells = next()) {
            if (cells.get().stream().allMatch(String::isBlank)) {
                continue;
            }
            if (hasMoreThan(header, cells.get())) {
                ragged.add(row);
                continue;
            }
            if (rows.size() == SentFile.MOST_ROWS) {
                throw Unusable.tooManyRows(SentFile.MOST_ROWS);
            }
            List<String> sent = pick(cells.get(), kept);
            JsonNode body = body(sent, kept);
            rows.add(new SentFile.Row(row, RowJson.write(sent), RowJson.write(body), keys.next(body)));
        }
        if (!ragged.isEmpty()) {
            throw Unusable.ragged(ragged);
        }
        if (rows.isEmpty()) {
            throw Unusable.withoutRows();
        }
        return rows;
    }

    /** Whether something stands where the header names no column. */
    private static boolean hasMoreThan(List<String> header, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if ((i >= header.size() || header.get(i).isBlank()) && !cells.get(i).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> pick(List<String> cells, List<Kept> kept) {
        return kept.stream()
                .map(one -> one.index < cells.size() ? cells.get(one.index) : "")
                .toList();
    }

    private static JsonNode body(List<String> cells, List<Kept> kept) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < kept.size(); i++) {
            Column column = kept.get(i).column;
            Cell.read(cells.get(i), column).ifPresent(value -> put(body, column.path(), value));
        }
        return body;
    }

    private static void put(ObjectNode body, List<String> path, JsonNode value) {
        ObjectNode at = body;
        for (String part : path.subList(0, path.size() - 1)) {
            at = at.get(part) instanceof ObjectNode there ? there : at.putObject(part);
        }
        at.set(path.getLast(), value);
    }

    /** The cells of the next record; empty behind the last one. */
    private Optional<List<String>> next() {
        row++;
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            return Optional.of(records.next().getFields());
        } catch (CsvParseException e) {
            throw Unusable.unreadableRow(row);
        }
    }

    /** The separator by which most of the header's names are known. */
    private String separator(String text) {
        return SEPARATORS.stream()
                .max(Comparator.<String>comparingLong(separator -> columns.known(firstRow(text, separator)))
                        .thenComparing(SEPARATORS::indexOf, Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static List<String> firstRow(String text, String separator) {
        try {
            return reader(text, separator).iterator().next().getFields();
        } catch (CsvParseException | NoSuchElementException e) {
            return List.of();
        }
    }

    private static CsvReader<CsvRecord> reader(String text, String separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MOST_COLUMNS)
                                .maxFieldSize(MOST_CHARACTERS)
                                .build(),
                        text);
    }
}

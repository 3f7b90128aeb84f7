package org.sevenfold.allinone.people;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The demo people as lines of text in columns, for the console. */
public final class PeopleTable {

    private PeopleTable() {}

    /** One line a person under a line of headings, each column as wide as its widest cell. */
    public static String of(DemoPeople people) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("sign-in name", "name", "role", "unit"));
        for (DemoPerson person : people.people()) {
            rows.add(List.of(person.handle(), person.name(), String.join(", ", person.roles()), unit(person.unit())));
        }
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining(System.lineSeparator()));
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append("  ").append(cell).append(" ".repeat(widths[column] - cell.length()));
        }
        return line.toString().stripTrailing();
    }

    private static String unit(@Nullable String reference) {
        return reference == null ? "all" : reference;
    }
}

package org.sevenfold.command.imports;

import java.util.ArrayList;
import java.util.List;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.platform.problem.Violation;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is kept of a refused row: all of it, but no text that was refused because it identifies somebody. */
final class Withheld {

    private Withheld() {}

    static String from(String sent, ImportJob job, Refusal refusal) {
        if (refusal.code() != Code.IDENTIFIABLE_CONTENT) {
            return sent;
        }
        List<String> pointers =
                refusal.details().violations().stream().map(Violation::pointer).toList();
        return switch (job.format()) {
            case CSV -> RowJson.write(cells(RowJson.cells(sent), job.columns(), pointers));
            case NDJSON -> RowJson.write(object(RowJson.tree(sent), pointers));
        };
    }

    private static List<String> cells(List<String> cells, List<String> columns, List<String> pointers) {
        List<String> names = pointers.stream().map(Column::plain).toList();
        var kept = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            kept.add(names.contains(Column.plain(columns.get(i))) ? "" : cells.get(i));
        }
        return kept;
    }

    private static JsonNode object(JsonNode row, List<String> pointers) {
        for (String pointer : pointers) {
            JsonPointer at = JsonPointer.compile(pointer);
            if (row.at(at.head()) instanceof ObjectNode parent) {
                parent.remove(at.last().getMatchingProperty());
            }
        }
        return row;
    }
}

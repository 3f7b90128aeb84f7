package org.sevenfold.command.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sevenfold.command.edge.Importable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one request a line. Empty lines are passed over, and so is what a file of refused rows says of each. */
final class NdjsonFile {

    static final String REFUSED = "refused";

    private static final int MOST_CHARACTERS = 100_000;

    private NdjsonFile() {}

    static SentFile read(Importable command, String text) {
        var rows = new ArrayList<SentFile.Row>();
        var unreadable = new ArrayList<Integer>();
        var keys = new RowKeys(command.name());
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            if (rows.size() == SentFile.MOST_ROWS) {
                throw Unusable.tooManyRows(SentFile.MOST_ROWS);
            }
            Optional<JsonNode> body = line.length() > MOST_CHARACTERS ? Optional.empty() : RowJson.line(line);
            if (body.isEmpty()) {
                unreadable.add(number);
                continue;
            }
            ((ObjectNode) body.get()).remove(REFUSED);
            String sent = RowJson.write(body.get());
            rows.add(new SentFile.Row(number, sent, sent, keys.next(body.get())));
        }
        if (!unreadable.isEmpty()) {
            throw Unusable.lines(unreadable);
        }
        return new SentFile(SentFile.Format.NDJSON, "", List.of(), rows);
    }
}

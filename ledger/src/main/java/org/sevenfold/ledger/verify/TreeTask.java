package org.sevenfold.ledger.verify;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.json.JsonValue;
import org.sevenfold.ledger.json.JsonValue.JsonNumber;
import org.sevenfold.ledger.json.JsonValue.JsonObject;
import org.sevenfold.ledger.json.JsonValue.JsonString;
import org.sevenfold.ledger.json.JsonWriter;
import org.sevenfold.ledger.tile.GrowingTiles;

/**
 * Prints the root of the tree whose leaves are the lines of a file, without their line feeds; a last line may do without
 * one. An empty file is the empty tree, an empty line an empty leaf.
 */
final class TreeTask implements Task {

    private static final int BUFFER_BYTES = 1 << 16;

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
        var tiles = new GrowingTiles((tile, bytes) -> {});
        String file = arguments.files().isEmpty() ? "-" : arguments.file();
        try (InputStream in = new BufferedInputStream(terminal.open(file), BUFFER_BYTES)) {
            var line = new ByteArrayOutputStream();
            int b = in.read();
            for (; b >= 0; b = in.read()) {
                if (b == '\n') {
                    tiles.add(Hash.leaf(line.toByteArray()));
                    line.reset();
                } else {
                    line.write(b);
                }
            }
            if (line.size() > 0) {
                tiles.add(Hash.leaf(line.toByteArray()));
            }
        }
        String root = tiles.frontier().root().hex();
        terminal.say(arguments.json() ? json(tiles.size(), root) : root);
        return 0;
    }

    private static String json(long size, String root) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("size", new JsonNumber(Unsigned.text(size)));
        members.put("root", new JsonString(root));
        return JsonWriter.write(new JsonObject(members));
    }
}

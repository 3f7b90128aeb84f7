package org.sevenfold.command.imports;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.sevenfold.command.edge.RequestJson;
import org.sevenfold.ledger.Hash;
import tools.jackson.databind.JsonNode;

/**
 * The keys under which the rows of one file are done once. A key follows from the command and what the row says, so the
 * row has it again whenever and in whatever file it is sent again; and as two equal rows of one file may mean two
 * things, from how often the file has said the same before.
 */
final class RowKeys {

    private final byte[] command;
    private final Map<Hash, Integer> said = new HashMap<>();

    RowKeys(String command) {
        this.command = (command + "\n").getBytes(StandardCharsets.UTF_8);
    }

    String next(JsonNode body) {
        Hash content = Hash.sha256(joined(RequestJson.canonical(body)));
        return "import-" + content.hex() + "-" + said.merge(content, 1, Integer::sum);
    }

    private byte[] joined(byte[] body) {
        byte[] all = java.util.Arrays.copyOf(command, command.length + body.length);
        System.arraycopy(body, 0, all, command.length, body.length);
        return all;
    }
}

package org.sevenfold.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sevenfold.ledger.Hash;

/** Reads the lines in front of a checkpoint, one by one, and then the checkpoint with all its bytes. */
final class Lines {

    private static final int LONGEST_LINE = 200_000;

    private final byte[] bytes;
    private int position;

    Lines(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The next line without its line feed; a text that breaks off is an {@link IllegalArgumentException}. */
    String next() {
        int end = position;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        if (end == bytes.length || end - position > LONGEST_LINE) {
            throw new IllegalArgumentException("A line breaks off or is too long");
        }
        String line = new String(bytes, position, end - position, UTF_8);
        position = end + 1;
        return line;
    }

    /** What the next line says behind this word and a blank. */
    String next(String word) {
        String line = next();
        if (!line.startsWith(word + " ")) {
            throw new IllegalArgumentException(
                    "Expected a line that begins with \"" + word + "\", not \"" + line + "\"");
        }
        return line.substring(word.length() + 1);
    }

    boolean nextIs(String word) {
        byte[] start = (word + " ").getBytes(UTF_8);
        return Arrays.equals(bytes, position, Math.min(bytes.length, position + start.length), start, 0, start.length);
    }

    /** The hashes up to an empty line, one a line. */
    List<Hash> hashes(int most) {
        var hashes = new ArrayList<Hash>();
        for (String line = next(); !line.isEmpty(); line = next()) {
            if (hashes.size() == most) {
                throw new IllegalArgumentException("More than " + most + " hashes");
            }
            hashes.add(Hash.ofBase64(line));
        }
        return hashes;
    }

    byte[] rest() {
        return Arrays.copyOfRange(bytes, position, bytes.length);
    }
}

package org.sevenfold.ledger.bag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines of UTF-8 that end with a line feed; the last one may do without. */
final class LineReader {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LONGEST_LINE = 16 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int end;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line, or null behind the last; one of more than 16 MiB is {@link Malformed}. */
    @Nullable
    String next() throws IOException {
        var beginning = new ByteArrayOutputStream(0);
        while (true) {
            int from = position;
            while (position < end && buffer[position] != '\n') {
                position++;
            }
            if (position < end) {
                return line(beginning, from, position++);
            }
            beginning.write(buffer, from, end - from);
            if (beginning.size() > LONGEST_LINE) {
                throw new Malformed("a line of more than " + LONGEST_LINE + " bytes");
            }
            position = 0;
            end = Math.max(in.read(buffer), 0);
            if (end == 0) {
                return beginning.size() == 0 ? null : beginning.toString(UTF_8);
            }
        }
    }

    private String line(ByteArrayOutputStream beginning, int from, int to) {
        if (beginning.size() == 0) {
            return new String(buffer, from, to - from, UTF_8);
        }
        beginning.write(buffer, from, to - from);
        return beginning.toString(UTF_8);
    }
}

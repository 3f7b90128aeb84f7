package org.sevenfold.ledger.tile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sevenfold.ledger.Unsigned;

/** How a tile's index and width are spelt in a path: {@code x001/x234/067}, and {@code .p/12} behind it if it is partial. */
record TilePath(long index, int width) {

    static final int FULL_WIDTH = 256;

    private static final int GROUP = 1000;
    private static final Pattern SPELLING = Pattern.compile("((?:x\\d{3}/){0,6}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    TilePath {
        if (width < 1 || width > FULL_WIDTH) {
            throw new IllegalArgumentException("A tile is 1 to 256 wide, not " + width);
        }
    }

    /** What is not the one spelling of an index and a width is an {@link IllegalArgumentException}. */
    static TilePath parse(String path) {
        Matcher parts = SPELLING.matcher(path);
        if (!parts.matches()) {
            throw notAPath(path);
        }
        String digits = parts.group(1).replaceAll("[x/]", "").replaceFirst("^0+(?=\\d)", "");
        int width = parts.group(2) == null ? FULL_WIDTH : Integer.parseInt(parts.group(2));
        var read = new TilePath(Unsigned.parse(digits), width);
        if (!read.text().equals(path)) {
            throw notAPath(path);
        }
        return read;
    }

    String text() {
        var text = new StringBuilder(String.format("%03d", Long.remainderUnsigned(index, GROUP)));
        for (long rest = Long.divideUnsigned(index, GROUP); rest != 0; rest = Long.divideUnsigned(rest, GROUP)) {
            text.insert(0, String.format("x%03d/", Long.remainderUnsigned(rest, GROUP)));
        }
        return width == FULL_WIDTH
                ? text.toString()
                : text.append(".p/").append(width).toString();
    }

    private static IllegalArgumentException notAPath(String path) {
        return new IllegalArgumentException("Not the path of a tile: " + path);
    }
}

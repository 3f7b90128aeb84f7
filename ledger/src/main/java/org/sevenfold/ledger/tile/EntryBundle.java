package org.sevenfold.ledger.tile;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One file of leaf entries: those of the tile of level 0 at the same place.
 *
 * @param index the bundle's place, unsigned
 * @param width the number of its entries, 1 to 256
 */
public record EntryBundle(long index, int width) {

    private static final int LONGEST_ENTRY_BYTES = 65_535;
    private static final String START = "tile/entries/";

    public EntryBundle {
        new Tile(0, index, width);
    }

    /** Reads what {@link #path} wrote; anything else is an {@link IllegalArgumentException}. */
    public static EntryBundle parse(String path) {
        if (!path.startsWith(START)) {
            throw new IllegalArgumentException("Not the path of a bundle of entries: " + path);
        }
        TilePath rest = TilePath.parse(path.substring(START.length()));
        return new EntryBundle(rest.index(), rest.width());
    }

    /** The file's path, such as {@code tile/entries/x001/x234/067.p/12}. */
    public String path() {
        return START + new TilePath(index, width).text();
    }

    /**
     * The file's bytes: each entry behind its length in two bytes, the higher one first. An entry of more than 65,535
     * bytes is an {@link IllegalArgumentException}.
     */
    public static byte[] bytes(List<byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > LONGEST_ENTRY_BYTES) {
                throw new IllegalArgumentException("An entry has at most 65,535 bytes, not " + entry.length);
            }
            bytes.write(entry.length >>> Byte.SIZE);
            bytes.write(entry.length);
            bytes.writeBytes(entry);
        }
        return bytes.toByteArray();
    }

    /** Reads a file back; one that breaks off, or has none or more than 256 entries, is an {@link IllegalArgumentException}. */
    public static List<byte[]> entries(byte[] bytes) {
        var entries = new ArrayList<byte[]>();
        for (int at = 0, next; at < bytes.length; at = next) {
            int from = at + Short.BYTES;
            next = from <= bytes.length ? from + length(bytes, at) : Integer.MAX_VALUE;
            if (next > bytes.length) {
                throw new IllegalArgumentException("The bundle breaks off within entry " + entries.size());
            }
            entries.add(Arrays.copyOfRange(bytes, from, next));
        }
        if (entries.isEmpty() || entries.size() > Tile.FULL_WIDTH) {
            throw new IllegalArgumentException("A bundle has 1 to 256 entries, not " + entries.size());
        }
        return List.copyOf(entries);
    }

    private static int length(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]) << Byte.SIZE | Byte.toUnsignedInt(bytes[at + 1]);
    }
}

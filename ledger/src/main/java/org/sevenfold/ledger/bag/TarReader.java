package org.sevenfold.ledger.bag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a tar, one after the other, as POSIX, GNU and BSD write them. Folders are passed over; links,
 * devices and whatever else is no file are malformed, and so is a path that leads out of the folder.
 */
final class TarReader {

    private static final int LARGEST_EXTENSION = 1 << 20;

    private final InputStream in;
    private @Nullable Limited content;
    private long padding;

    TarReader(InputStream in) {
        this.in = in;
    }

    /** A file, to be read before the next one is asked for. */
    record TarFile(String path, long size, InputStream content) {}

    /** The next file, or null behind the last one. What is no tar is {@link Malformed}. */
    @Nullable
    TarFile next() throws IOException {
        Map<String, String> extended = new HashMap<>();
        while (true) {
            skipRest();
            byte[] header = header();
            if (header == null) {
                return null;
            }
            long size = number(header, 124, 12);
            char type = (char) header[156];
            switch (type) {
                case 'x' -> extended.putAll(records(text(size)));
                case 'g' -> text(size);
                case 'L' -> extended.put("path", new String(text(size), UTF_8).replaceFirst("\0+$", ""));
                case '5' -> open(size);
                case '0', '\0', '7' -> {
                    return file(header, size, extended);
                }
                default -> throw new Malformed("the archive holds something that is no file: " + name(header));
            }
            if (type == '5') {
                extended.clear();
            }
        }
    }

    private TarFile file(byte[] header, long size, Map<String, String> extended) {
        String path = extended.getOrDefault("path", name(header));
        long realSize = extended.containsKey("size") ? Long.parseLong(extended.get("size")) : size;
        if (realSize < 0) {
            throw new Malformed("a file of negative size");
        }
        return new TarFile(inside(path), realSize, open(realSize));
    }

    private InputStream open(long size) {
        var opened = new Limited(in, size);
        content = opened;
        padding = -size & (TarWriter.BLOCK - 1);
        return opened;
    }

    private byte[] text(long size) throws IOException {
        if (size > LARGEST_EXTENSION) {
            throw new Malformed("a header of " + size + " bytes");
        }
        InputStream opened = open(size);
        byte[] bytes = opened.readNBytes((int) size);
        if (bytes.length < size) {
            throw new Malformed("the archive breaks off");
        }
        return bytes;
    }

    private void skipRest() throws IOException {
        if (content != null) {
            content.transferTo(OutputStream.nullOutputStream());
            if (content.left() > 0 || in.readNBytes((int) padding).length < padding) {
                throw new Malformed("the archive breaks off");
            }
            content = null;
        }
    }

    /** Null at the end: a block of zeros, or nothing at all behind the last file. */
    private byte @Nullable [] header() throws IOException {
        byte[] header = in.readNBytes(TarWriter.BLOCK);
        if (Arrays.equals(header, new byte[header.length])) {
            in.transferTo(OutputStream.nullOutputStream());
            return null;
        }
        if (header.length < TarWriter.BLOCK) {
            throw new Malformed("the archive breaks off");
        }
        byte[] summed = header.clone();
        Arrays.fill(summed, 148, 156, (byte) ' ');
        if (TarWriter.sum(summed) != number(header, 148, 8)) {
            throw new Malformed("this is no tar, or it is damaged");
        }
        return header;
    }

    private static long number(byte[] header, int at, int length) {
        if (header[at] < 0) {
            long number = header[at] & 0x7f;
            for (int i = at + 1; i < at + length; i++) {
                number = number << Byte.SIZE | Byte.toUnsignedInt(header[i]);
            }
            return number;
        }
        String octal = string(header, at, length, false).strip();
        try {
            return octal.isEmpty() ? 0 : Long.parseLong(octal, Byte.SIZE);
        } catch (NumberFormatException e) {
            throw new Malformed("this is no tar, or it is damaged");
        }
    }

    private static String name(byte[] header) {
        String name = string(header, 0, 100, true);
        boolean posix = string(header, 257, 8, false).equals("ustar");
        String prefix = posix ? string(header, 345, 155, true) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String string(byte[] header, int at, int length, boolean utf8) {
        int end = at;
        while (end < at + length && header[end] != 0) {
            end++;
        }
        return new String(header, at, end - at, utf8 ? UTF_8 : ISO_8859_1);
    }

    /** Extended records, POSIX.1-2001: each begins with its own length in bytes. */
    private static Map<String, String> records(byte[] bytes) {
        var records = new HashMap<String, String>();
        for (int at = 0; at < bytes.length; ) {
            int blank = at;
            while (blank < bytes.length && bytes[blank] != ' ') {
                blank++;
            }
            int length = Integer.parseInt(new String(bytes, at, blank - at, ISO_8859_1));
            if (length <= blank - at + 1 || length > bytes.length - at) {
                throw new Malformed("a header that is none");
            }
            String record = new String(bytes, blank + 1, at + length - blank - 2, UTF_8);
            int equals = record.indexOf('=');
            if (equals < 0) {
                throw new Malformed("a header that is none");
            }
            records.put(record.substring(0, equals), record.substring(equals + 1));
            at += length;
        }
        return records;
    }

    private static String inside(String path) {
        String plain = path.startsWith("./") ? path.substring(2) : path;
        for (String part : plain.split("/", -1)) {
            boolean leadsOut = part.isEmpty() || part.equals(".") || part.equals("..");
            if (leadsOut || part.chars().anyMatch(c -> c < ' ' || c == '\\' || c == ':')) {
                throw new Malformed("a path that leads out of the bag: " + path);
            }
        }
        return plain;
    }
}

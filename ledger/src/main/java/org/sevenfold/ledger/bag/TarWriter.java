package org.sevenfold.ledger.bag;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Writes files into a tar, POSIX.1-2001: the same files in the same order give the same bytes, since no owner, no clock
 * and no folder is written.
 */
final class TarWriter implements Closeable {

    static final int BLOCK = 512;

    private static final int NAME_BYTES = 100;
    private static final long LARGEST_IN_OCTAL = 077_777_777_777L;
    private static final int MODE = 0644;
    private static final byte[] ZEROS = new byte[2 * BLOCK];

    private final OutputStream out;
    private final long modifiedAt;

    /** @param modifiedAt of every file, in seconds since 1970 */
    TarWriter(OutputStream out, long modifiedAt) {
        this.out = out;
        this.modifiedAt = modifiedAt;
    }

    /** Writes one file of exactly {@code size} bytes under an ASCII path. */
    void file(String path, long size, InputStream content) throws IOException {
        if (path.length() > NAME_BYTES || size > LARGEST_IN_OCTAL) {
            byte[] records = (record("path", path) + record("size", Long.toString(size))).getBytes(US_ASCII);
            out.write(header("pax-header", records.length, 'x'));
            out.write(records);
            pad(records.length);
        }
        out.write(header(path, size, '0'));
        if (content.transferTo(out) != size) {
            throw new IOException(path + " does not have the " + size + " bytes that were announced");
        }
        pad(size);
    }

    /** Ends the archive and closes what is below it. */
    @Override
    public void close() throws IOException {
        out.write(ZEROS);
        out.close();
    }

    private byte[] header(String path, long size, char type) {
        byte[] header = new byte[BLOCK];
        put(header, 0, path.substring(0, Math.min(path.length(), NAME_BYTES)));
        put(header, 100, octal(MODE, 7));
        put(header, 108, octal(0, 7));
        put(header, 116, octal(0, 7));
        put(header, 124, octal(Math.min(size, LARGEST_IN_OCTAL), 11));
        put(header, 136, octal(modifiedAt, 11));
        put(header, 148, "        ");
        put(header, 156, String.valueOf(type));
        put(header, 257, "ustar\0" + "00");
        put(header, 148, octal(sum(header), 6) + "\0 ");
        return header;
    }

    private void pad(long size) throws IOException {
        out.write(ZEROS, 0, (int) (-size & (BLOCK - 1)));
    }

    /** An extended record begins with its own length, which counts itself. */
    private static String record(String key, String value) {
        String rest = " " + key + "=" + value + "\n";
        int length = rest.length();
        while (length != rest.length() + Integer.toString(length).length()) {
            length = rest.length() + Integer.toString(length).length();
        }
        return length + rest;
    }

    private static String octal(long number, int digits) {
        String octal = Long.toOctalString(number);
        return "0".repeat(digits - octal.length()) + octal;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    static int sum(byte[] header) {
        int sum = 0;
        for (byte b : header) {
            sum += Byte.toUnsignedInt(b);
        }
        return sum;
    }
}

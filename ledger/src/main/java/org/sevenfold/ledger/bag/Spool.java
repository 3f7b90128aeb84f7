package org.sevenfold.ledger.bag;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.sevenfold.ledger.Hash;

/** A temporary file in which the bag's files wait, one behind the other, until their sizes and fingerprints are known. */
final class Spool implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final MessageDigest sha256 = Sha256.digest();
    private final Counted counted;
    private final OutputStream out;
    private long start;

    Spool(Path folder) throws IOException {
        this.file = Files.createTempFile(folder, "evidence", ".spool");
        this.counted = new Counted(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
        this.out = new DigestOutputStream(counted, sha256);
    }

    /** A file that waits here. */
    final class Waiting {

        private final long from;
        private final long size;
        private final Hash hash;

        private Waiting(long from, long size, Hash hash) {
            this.from = from;
            this.size = size;
            this.hash = hash;
        }

        long size() {
            return size;
        }

        Hash hash() {
            return hash;
        }

        InputStream open() throws IOException {
            out.flush();
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.READ).position(from);
            return new BufferedInputStream(new Limited(Channels.newInputStream(channel), size), BUFFER_BYTES);
        }
    }

    /** Where the next file is written, until {@link #end}. */
    OutputStream out() {
        return out;
    }

    /** Ends the file that was written since the last end. */
    Waiting end() {
        var waiting = new Waiting(start, counted.bytes() - start, new Hash(sha256.digest()));
        start = counted.bytes();
        return waiting;
    }

    Waiting put(BagContent content) throws IOException {
        content.writeTo(out);
        return end();
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}

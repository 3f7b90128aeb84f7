package org.sevenfold.ledger.bag;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads so many bytes and no more, so that a small file which unpacks to a huge one does not fill anything. */
final class Bounded extends FilterInputStream {

    private final long most;
    private long read;

    Bounded(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int count = in.read(to, offset, length);
        read += Math.max(count, 0);
        if (read > most) {
            throw new Malformed("it unpacks to more than " + most + " bytes");
        }
        return count;
    }
}

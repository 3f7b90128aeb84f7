package org.sevenfold.ledger.bag;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.Hash;

/**
 * What one pass over a bag leaves: the fingerprint of each file, the small files whole, and the events checked on the
 * way. Whatever the size of the bag, this fits into memory.
 */
final class BagFiles {

    private static final Set<String> KEPT = Set.of(
            BagPath.DECLARATION,
            BagPath.INFO,
            BagPath.MANIFEST,
            BagPath.TAG_MANIFEST,
            BagPath.TAG_MANIFEST_NOTE,
            BagPath.CHECKPOINT,
            BagPath.PREVIOUS_CHECKPOINT,
            BagPath.CONSISTENCY,
            BagPath.COSIGNATURES);
    private static final int LARGEST_KEPT = 32 << 20;

    private final Map<String, Hash> hashes = new TreeMap<>();
    private final Map<String, byte[]> kept = new HashMap<>();

    private BagFiles() {}

    /** Reads the whole bag once. */
    static BagFiles read(BagSource source, EventsCheck events) throws IOException {
        var files = new BagFiles();
        source.each((path, content) -> {
            files.add(path, content, events);
            return true;
        });
        if (!files.hashes.containsKey(BagPath.EVENTS)) {
            throw new Malformed("there is no " + BagPath.EVENTS + " in it");
        }
        return files;
    }

    /** The checkpoint alone, without reading further than necessary; what has none is no evidence bag. */
    static byte[] checkpoint(BagSource source) throws IOException {
        var files = new BagFiles();
        source.each((path, content) -> {
            if (path.equals(BagPath.CHECKPOINT)) {
                files.keep(path, content);
            }
            return !files.kept.containsKey(BagPath.CHECKPOINT);
        });
        byte[] checkpoint = files.kept(BagPath.CHECKPOINT);
        if (checkpoint == null) {
            throw new Malformed("there is no " + BagPath.CHECKPOINT + " in it");
        }
        return checkpoint;
    }

    /** The fingerprint of each file, by its path. */
    Map<String, Hash> hashes() {
        return hashes;
    }

    /** The bytes of one of the small files; null if it is not there. */
    byte @Nullable [] kept(String path) {
        return kept.get(path);
    }

    private void add(String path, InputStream content, EventsCheck events) throws IOException {
        MessageDigest sha256 = Sha256.digest();
        var read = new DigestInputStream(content, sha256);
        if (path.equals(BagPath.EVENTS)) {
            EventsPass.run(read, events);
        } else if (KEPT.contains(path)) {
            keep(path, read);
        }
        read.transferTo(OutputStream.nullOutputStream());
        hashes.put(path, new Hash(sha256.digest()));
    }

    private void keep(String path, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST_KEPT + 1);
        if (bytes.length > LARGEST_KEPT) {
            throw new Malformed(path + " is far too large");
        }
        kept.put(path, bytes);
    }
}

package org.sevenfold.ledger.bag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.ConsistencyProof;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.checkpoint.WitnessRequest;
import org.sevenfold.ledger.note.NoteSignature;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.VerifierKey;
import org.sevenfold.ledger.tile.GrowingTiles;

/**
 * Packs an evidence bag: first all events in the order of their leaves, with whatever else belongs to it before, between
 * or behind; then {@link #write} makes the file. The same content gives the same bytes on the same Java platform.
 *
 * <p>It packs what it is given and judges nothing: a log that somebody has been at is evidence too. Needs disk space for
 * everything unpacked, in the folder it is given, until it is closed. For one thread.
 */
public final class EvidenceBagWriter implements Closeable {

    private static final String ENDING = ".tar.gz";
    private static final int BUFFER_BYTES = 1 << 16;
    private static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private final Spool eventSpool;
    private final Spool spool;
    private final SignedNote checkpointNote;
    private final Checkpoint checkpoint;
    private final Map<String, String> info = new LinkedHashMap<>();
    private final Map<String, Spool.Waiting> data = new TreeMap<>();
    private final Map<String, Spool.Waiting> tags = new TreeMap<>();
    private @Nullable GrowingTiles tiles = new GrowingTiles((tile, bytes) -> tag(BagPath.PROOF + tile.path(), bytes));

    /**
     * @param folder for temporary files
     * @param checkpoint the signed checkpoint up to which the log is packed, cosignatures included
     */
    public EvidenceBagWriter(Path folder, SignedNote checkpoint) throws IOException {
        this.checkpointNote = checkpoint;
        this.checkpoint = Checkpoint.of(checkpoint);
        this.eventSpool = new Spool(folder);
        this.spool = new Spool(folder);
    }

    /**
     * Adds a line to {@code bag-info.txt}, such as {@code Source-Organization}, {@code Bagging-Date},
     * {@code Effective-On} or {@code Known-At}; origin, size and root are there already. Both are one line, and the label
     * has letters, digits and dashes only.
     */
    public EvidenceBagWriter info(String label, String value) {
        if (!label.matches("[A-Za-z0-9-]+") || value.isBlank() || value.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("Not a line of bag-info.txt: " + label + ": " + value);
        }
        info.put(label, value);
        return this;
    }

    /** Adds the checkpoint that the last bag was made at, and the proof that this log extends it. */
    public EvidenceBagWriter previous(SignedNote previous, ConsistencyProof proof) {
        var request = new WitnessRequest(proof.from(), proof.hashes(), checkpointNote);
        tag(BagPath.PREVIOUS_CHECKPOINT, previous.bytes());
        tag(BagPath.CONSISTENCY, request.bytes());
        return this;
    }

    /** Adds the keys as the log knows them, for convenience: an auditor trusts keys that came another way. */
    public EvidenceBagWriter keys(Collection<VerifierKey> keys) {
        tag(BagPath.KEYS, keys.stream().map(key -> key + "\n").collect(Collectors.joining()));
        return this;
    }

    /** Adds signatures of witnesses under the checkpoint that came in after it was stored. */
    public EvidenceBagWriter cosignatures(List<NoteSignature> lines) {
        tag(BagPath.COSIGNATURES, lines.stream().map(line -> line.line() + "\n").collect(Collectors.joining()));
        return this;
    }

    /** Adds a file to {@code data/}, such as {@code state.json}. Its name is unique and plain: see RFC 8493. */
    public EvidenceBagWriter data(String name, BagContent content) throws IOException {
        String path = BagPath.checked(BagPath.DATA + name);
        if (path.equals(BagPath.EVENTS) || data.containsKey(path)) {
            throw new IllegalArgumentException(path + " is in the bag already");
        }
        data.put(path, spool.put(content));
        return this;
    }

    /** Adds the next event. A place that is left out stays empty, and the bag's check will say so. */
    public EvidenceBagWriter event(BagEvent event) throws IOException {
        EventLine.write(event, eventSpool.out());
        if (tiles != null && tiles.size() == event.leafIndex()) {
            tiles.add(event.leafHash());
        } else {
            tiles = null;
        }
        return this;
    }

    /**
     * Makes the bag and, beside it, its fingerprint for {@code sha256sum -c}, in a file whose name ends with
     * {@code .sha256}. Once.
     *
     * @param file its name ends with {@code .tar.gz}; what stands before that is the name of the bag's folder
     * @param signer asked once, for the signature over the list of files
     * @return the fingerprint of the file
     */
    public Hash write(Path file, NoteSigner signer) throws IOException {
        String folder = folder(file);
        data.put(BagPath.EVENTS, eventSpool.end());
        if (tiles != null) {
            tiles.end();
        }
        tag(BagPath.CHECKPOINT, checkpointNote.bytes());
        tag(BagPath.DECLARATION, DECLARATION);
        tag(BagPath.INFO, infoText());
        tag(BagPath.README, AuditorReadme.text(folder, checkpoint, info));
        tag(BagPath.MANIFEST, manifest(data));
        String tagManifest = manifest(tags);
        SignedNote note = signer.sign(BagStatement.text(checkpoint, Hash.sha256(tagManifest.getBytes(UTF_8))));
        Hash sha256 = pack(file, folder + "/", tagManifest, note);
        String line = sha256.hex() + "  " + file.getFileName() + "\n";
        Files.writeString(file.resolveSibling(file.getFileName() + ".sha256"), line);
        return sha256;
    }

    /** Deletes the temporary files. */
    @Override
    public void close() throws IOException {
        eventSpool.close();
        spool.close();
    }

    private Hash pack(Path target, String folder, String tagManifest, SignedNote note) throws IOException {
        MessageDigest sha256 = Sha256.digest();
        OutputStream out = new DigestOutputStream(Files.newOutputStream(target), sha256);
        try (var tar =
                new TarWriter(new BufferedOutputStream(new GZIPOutputStream(out, BUFFER_BYTES), BUFFER_BYTES), 0)) {
            for (var tag : tags.entrySet()) {
                put(tar, folder, tag.getKey(), tag.getValue());
            }
            put(tar, folder, BagPath.TAG_MANIFEST, tagManifest.getBytes(UTF_8));
            put(tar, folder, BagPath.TAG_MANIFEST_NOTE, note.bytes());
            for (var file : data.entrySet()) {
                put(tar, folder, file.getKey(), file.getValue());
            }
        }
        return new Hash(sha256.digest());
    }

    private static void put(TarWriter tar, String folder, String path, Spool.Waiting waiting) throws IOException {
        try (InputStream content = waiting.open()) {
            tar.file(folder + path, waiting.size(), content);
        }
    }

    private static void put(TarWriter tar, String folder, String path, byte[] bytes) throws IOException {
        tar.file(folder + path, bytes.length, new ByteArrayInputStream(bytes));
    }

    private String infoText() {
        var lines = new LinkedHashMap<>(info);
        lines.put("Log-Origin", checkpoint.origin());
        lines.put("Tree-Size", Unsigned.text(checkpoint.size()));
        lines.put("Root-Hash", checkpoint.root().hex());
        long bytes = data.values().stream().mapToLong(Spool.Waiting::size).sum();
        lines.put("Payload-Oxum", bytes + "." + data.size());
        lines.put("Bag-Software-Agent", "Sevenfold");
        return lines.entrySet().stream()
                .map(line -> line.getKey() + ": " + line.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String manifest(Map<String, Spool.Waiting> files) {
        return files.entrySet().stream()
                .map(file -> file.getValue().hash().hex() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
    }

    private static String folder(Path file) {
        String name = file.getFileName().toString();
        if (!name.endsWith(ENDING)) {
            throw new IllegalArgumentException("The name of a bag ends with " + ENDING + ": " + name);
        }
        return BagPath.checked(name.substring(0, name.length() - ENDING.length()));
    }

    private void tag(String path, String text) {
        tag(path, text.getBytes(UTF_8));
    }

    private void tag(String path, byte[] bytes) {
        try {
            tags.put(path, spool.put(out -> out.write(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

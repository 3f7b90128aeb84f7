package org.sevenfold.ledger.bag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.SigningKey;

/** A bag in the hands of somebody who changes it and packs it again. */
public final class Unpacked {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Unpacked() {}

    public static Unpacked of(Path bag) throws IOException {
        var unpacked = new Unpacked();
        new BagSource(bag).each((path, content) -> {
            unpacked.files.put(path, content.readAllBytes());
            return true;
        });
        return unpacked;
    }

    public Map<String, byte[]> files() {
        return files;
    }

    public String text(String path) {
        return new String(bytes(path), UTF_8);
    }

    /** A file's bytes, to be changed in place. */
    public byte[] bytes(String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    public Unpacked change(String path, UnaryOperator<String> change) {
        String before = text(path);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new AssertionError(path + " was not changed");
        }
        files.put(path, after.getBytes(UTF_8));
        return this;
    }

    /** Changes the events' lines. */
    public Unpacked lines(UnaryOperator<List<String>> change) {
        return change(
                "data/events.jsonl",
                text -> String.join(
                        "", change.apply(text.lines().map(line -> line + "\n").toList())));
    }

    /** Makes both lists of files right again, as somebody without the key can. */
    public Unpacked listAgain() {
        files.put("manifest-sha256.txt", list(path -> path.startsWith("data/")));
        files.put("tagmanifest-sha256.txt", list(path -> !path.startsWith("data/") && !path.startsWith("tagmanifest")));
        return this;
    }

    /** Signs the list of files again, as somebody with the key can. */
    public Unpacked signAgain(SigningKey key) {
        listAgain();
        Hash list = Hash.sha256(bytes("tagmanifest-sha256.txt"));
        Checkpoint checkpoint = Checkpoint.of(SignedNote.parse(bytes("proof/checkpoint")));
        files.put(
                "tagmanifest-sha256.note",
                SignedNote.sign(BagStatement.text(checkpoint, list), List.of(key))
                        .bytes());
        return this;
    }

    public Path pack(Path file) throws IOException {
        return pack(file, new ArrayList<>(files.keySet()));
    }

    /** Packs the files the other way round: a bag's files have no order. */
    public Path packBackwards(Path file) throws IOException {
        var paths = new ArrayList<>(files.keySet());
        Collections.reverse(paths);
        return pack(file, paths);
    }

    private Path pack(Path file, List<String> paths) throws IOException {
        try (var tar = new TarWriter(new GZIPOutputStream(Files.newOutputStream(file)), 0)) {
            for (String path : paths) {
                byte[] bytes = bytes(path);
                tar.file("bag/" + path, bytes.length, new ByteArrayInputStream(bytes));
            }
        }
        return file;
    }

    private byte[] list(Predicate<String> which) {
        var text = new StringBuilder();
        new TreeMap<>(files).forEach((path, bytes) -> {
            if (which.test(path)) {
                text.append(Hash.sha256(bytes).hex()).append("  ").append(path).append('\n');
            }
        });
        return text.toString().getBytes(UTF_8);
    }
}

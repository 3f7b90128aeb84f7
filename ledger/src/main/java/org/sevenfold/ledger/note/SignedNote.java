package org.sevenfold.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text and the signatures under it, C2SP signed-note. The text means nothing until {@link #verify} has found a
 * signature of a key that is trusted.
 *
 * @param text of any lines, the last one ended; no control characters but line feeds
 * @param signatures one to a hundred
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** Longer notes are not read. */
    public static final int LONGEST_NOTE_BYTES = 1_000_000;

    private static final int MOST_SIGNATURES = 100;
    private static final String BLANK_LINE = "\n\n";

    public SignedNote {
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("The text of a note consists of whole lines without control characters");
        }
        if (!UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("The text of a note holds half a character");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("A note has 1 to 100 signatures, not " + signatures.size());
        }
        signatures = List.copyOf(signatures);
    }

    /** Reads a note; what is not exactly one is an {@link IllegalArgumentException}. */
    public static SignedNote parse(byte[] note) {
        if (note.length > LONGEST_NOTE_BYTES) {
            throw new IllegalArgumentException("A note has at most 1,000,000 bytes, not " + note.length);
        }
        String all = decoded(note);
        int blank = all.lastIndexOf(BLANK_LINE);
        if (blank < 0 || !all.endsWith("\n") || blank + BLANK_LINE.length() == all.length()) {
            throw new IllegalArgumentException("A note is a text, a blank line and signature lines");
        }
        String lines = all.substring(blank + BLANK_LINE.length(), all.length() - 1);
        var signatures = new ArrayList<NoteSignature>();
        for (String line : lines.split("\n", MOST_SIGNATURES + 1)) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(all.substring(0, blank + 1), signatures);
    }

    /** A note with the signatures of these keys; while a key is being replaced, those of the old and of the new one. */
    public static SignedNote sign(String text, List<SigningKey> keys) {
        return new SignedNote(text, keys.stream().map(key -> key.sign(text)).toList());
    }

    /** The same note with further signatures at its end; one that it has already is not repeated. */
    public SignedNote with(List<NoteSignature> further) {
        var all = new ArrayList<>(signatures);
        further.stream().filter(line -> !signatures.contains(line)).forEach(all::add);
        return new SignedNote(text, all);
    }

    /**
     * Who of the known keys has signed this: at least one, each once. Signatures of unknown keys are ignored.
     *
     * @throws BadSignature if a line bears name and id of a known key that did not make it
     * @throws UnknownKey if none of the known keys has signed
     */
    public List<Signatory> verify(Collection<VerifierKey> known) {
        List<Signatory> found = signedBy(known);
        if (found.isEmpty()) {
            throw new UnknownKey(signatures, known);
        }
        return found;
    }

    /** As {@link #verify}, but nobody at all is an answer too. */
    public List<Signatory> signedBy(Collection<VerifierKey> known) {
        var found = new ArrayList<Signatory>();
        for (NoteSignature line : signatures) {
            List<VerifierKey> named =
                    known.stream().filter(key -> key.made(line)).distinct().toList();
            List<VerifierKey> made =
                    named.stream().filter(key -> key.verifies(text, line)).toList();
            if (made.isEmpty() && !named.isEmpty()) {
                throw new BadSignature(line);
            }
            made.stream()
                    .filter(key -> found.stream()
                            .noneMatch(signatory -> signatory.key().equals(key)))
                    .forEach(key -> found.add(new Signatory(key, line)));
        }
        return List.copyOf(found);
    }

    /** How many known witnesses have cosigned this. Keys are counted, not names: one key under two names is one witness. */
    public int witnesses(Collection<VerifierKey> known) {
        return (int) signedBy(known).stream()
                .map(Signatory::key)
                .filter(VerifierKey::isWitness)
                .map(VerifierKey::publicHex)
                .distinct()
                .count();
    }

    /** The note as it is sent and stored. */
    public byte[] bytes() {
        return toString().getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return text + "\n" + signatures.stream().map(line -> line.line() + "\n").collect(Collectors.joining());
    }

    private static String decoded(byte[] note) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(note)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("A note is written in UTF-8", e);
        }
    }
}

package org.sevenfold.ledger;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;

/**
 * What the log says about one event: which it is, when it was recorded, and the fingerprints of its content and of who
 * did it and why. It holds no content itself, so the whole log can be handed to anyone.
 *
 * <p>Its canonical form is for ever: changing one byte of it would break every proof ever given.
 *
 * @param streamId the stream the event belongs to, not empty
 * @param streamType the kind of that stream, not empty
 * @param sequence the event's place in its stream, from 0 to 2^53 − 1, the largest whole number that RFC 8785 writes
 *     exactly
 * @param eventId not empty
 * @param name the event's stored name, not empty
 * @param revision the revision of its shape, not negative
 * @param recordedAt in whole microseconds, in the years 0000 to 9999; anything finer is refused and not rounded, since
 *     the event beside it in the store would then bear another time
 * @param payloadSha256 the plain SHA-256 of the payload's stored bytes
 * @param metadataSha256 the plain SHA-256 of the metadata's stored bytes
 */
public record LeafEntry(
        String streamId,
        String streamType,
        long sequence,
        String eventId,
        String name,
        int revision,
        Instant recordedAt,
        Hash payloadSha256,
        Hash metadataSha256) {

    private static final int VERSION = 1;
    private static final int LONGEST_ENTRY_BYTES = 65_535;
    private static final long HIGHEST_SEQUENCE = (1L << 53) - 1;
    private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");
    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    /** Anything outside the stated bounds is an {@link IllegalArgumentException}. */
    public LeafEntry {
        requireText("streamId", streamId);
        requireText("streamType", streamType);
        requireText("eventId", eventId);
        requireText("name", name);
        require(sequence >= 0 && sequence <= HIGHEST_SEQUENCE, "sequence is from 0 to 2^53 - 1", sequence);
        require(revision >= 0, "revision is not negative", revision);
        require(recordedAt.equals(recordedAt.truncatedTo(MICROS)), "recordedAt is in whole microseconds", recordedAt);
        require(
                !recordedAt.isBefore(YEAR_0) && recordedAt.isBefore(YEAR_10000),
                "recordedAt is in the years 0000 to 9999",
                recordedAt);
    }

    /** The entry for an event whose payload and metadata are stored as exactly these bytes; either may be empty. */
    public static LeafEntry of(
            String streamId,
            String streamType,
            long sequence,
            String eventId,
            String name,
            int revision,
            Instant recordedAt,
            byte[] payload,
            byte[] metadata) {
        return new LeafEntry(
                streamId,
                streamType,
                sequence,
                eventId,
                name,
                revision,
                recordedAt,
                Hash.sha256(payload),
                Hash.sha256(metadata));
    }

    /**
     * Reads a canonical entry back. Strict: an entry that {@link #canonical()} would write differently by a single byte
     * is an {@link IllegalArgumentException}, be it a space, another order, an unknown field or an unknown version.
     */
    public static LeafEntry parse(byte[] canonical) {
        requireLength(canonical);
        LeafEntry entry = read(new CanonicalObjectReader(canonical));
        if (!Arrays.equals(entry.canonical(), canonical)) {
            throw new IllegalArgumentException("The entry is not in its canonical form");
        }
        return entry;
    }

    /**
     * The bytes that are hashed into the leaf: canonical JSON, RFC 8785, with sorted keys, {@code v} 1, the time with
     * six digits after the second and the fingerprints in lower-case hexadecimal.
     *
     * @throws IllegalArgumentException if they are more than 65,535, or if a text holds half of a surrogate pair
     */
    public byte[] canonical() {
        byte[] canonical = new CanonicalObjectWriter()
                .text("eventId", eventId)
                .text("metadataSha256", metadataSha256.hex())
                .text("name", name)
                .text("payloadSha256", payloadSha256.hex())
                .text("recordedAt", MICROSECONDS.format(recordedAt))
                .number("revision", revision)
                .number("sequence", sequence)
                .text("streamId", streamId)
                .text("streamType", streamType)
                .number("v", VERSION)
                .close();
        requireLength(canonical);
        return canonical;
    }

    private static LeafEntry read(CanonicalObjectReader json) {
        String eventId = json.text("eventId");
        Hash metadataSha256 = Hash.ofHex(json.text("metadataSha256"));
        String name = json.text("name");
        Hash payloadSha256 = Hash.ofHex(json.text("payloadSha256"));
        Instant recordedAt = instant(json.text("recordedAt"));
        int revision = (int) json.number("revision", Integer.MAX_VALUE);
        long sequence = json.number("sequence", HIGHEST_SEQUENCE);
        String streamId = json.text("streamId");
        String streamType = json.text("streamType");
        json.number("v", VERSION);
        json.end();
        return new LeafEntry(
                streamId, streamType, sequence, eventId, name, revision, recordedAt, payloadSha256, metadataSha256);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("recordedAt is no instant: " + text, e);
        }
    }

    private static void requireLength(byte[] canonical) {
        require(canonical.length <= LONGEST_ENTRY_BYTES, "an entry has at most 65,535 bytes", canonical.length);
    }

    private static void requireText(String component, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(component + " is empty");
        }
    }

    private static void require(boolean holds, String rule, Object actual) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", not " + actual);
        }
    }
}

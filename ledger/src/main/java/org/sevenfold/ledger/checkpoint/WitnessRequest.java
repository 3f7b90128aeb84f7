package org.sevenfold.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.sevenfold.ledger.ConsistencyProof;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.note.SignedNote;

/**
 * What a log sends to a witness, C2SP tlog-witness {@code add-checkpoint}: how large it was when the witness last looked,
 * the hashes that prove that it only grew, and its new checkpoint. An evidence bag holds the same text as
 * {@code proof/consistency}.
 *
 * @param oldSize unsigned; 0 if the witness never looked
 * @param hashes of the consistency proof from the old size, 63 at most; none from 0
 */
public record WitnessRequest(long oldSize, List<Hash> hashes, SignedNote checkpoint) {

    private static final int MOST_HASHES = 63;

    public WitnessRequest {
        if (hashes.size() > MOST_HASHES) {
            throw new IllegalArgumentException("A request has at most 63 hashes, not " + hashes.size());
        }
        hashes = List.copyOf(hashes);
    }

    /** Reads a request; what is not exactly one is an {@link IllegalArgumentException}. Nothing is verified yet. */
    public static WitnessRequest parse(byte[] body) {
        var lines = new Lines(body);
        long oldSize = Unsigned.parse(lines.next("old"));
        List<Hash> hashes = lines.hashes(MOST_HASHES);
        return new WitnessRequest(oldSize, hashes, SignedNote.parse(lines.rest()));
    }

    /**
     * The proof from the old size to the checkpoint's.
     *
     * @throws org.sevenfold.ledger.ProofRefused if it cannot be one, whatever the roots
     */
    public ConsistencyProof proof() {
        return new ConsistencyProof(oldSize, Checkpoint.of(checkpoint).size(), hashes);
    }

    /** The body as it is sent. */
    public byte[] bytes() {
        String head = "old " + Unsigned.text(oldSize) + "\n"
                + hashes.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining())
                + "\n";
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(UTF_8));
        bytes.writeBytes(checkpoint.bytes());
        return bytes.toByteArray();
    }
}

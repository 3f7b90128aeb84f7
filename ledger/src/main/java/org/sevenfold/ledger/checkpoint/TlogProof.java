package org.sevenfold.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.InclusionProof;
import org.sevenfold.ledger.Unsigned;
import org.sevenfold.ledger.note.Signatory;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.VerifierKey;

/**
 * All it takes to prove offline that one entry is in a log, C2SP tlog-proof: its place, the way up to the root, and the
 * checkpoint that signs the root. Stored with the ending {@code .tlog-proof}.
 *
 * @param proof of the entry's place in the tree of the checkpoint
 * @param checkpoint a note whose text is a checkpoint of the proof's size, else an {@link IllegalArgumentException}
 * @param extra what helps to compute the leaf, not authenticated by itself: this log puts the leaf entry there. Empty if
 *     there is none
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and on the way out, and not compared
public record TlogProof(InclusionProof proof, SignedNote checkpoint, byte[] extra) {

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final int MOST_HASHES = 64;

    public TlogProof {
        if (proof.size() != Checkpoint.of(checkpoint).size()) {
            throw new IllegalArgumentException("The proof is of another size than the checkpoint");
        }
        extra = extra.clone();
    }

    /**
     * Reads a proof. What is not exactly one is an {@link IllegalArgumentException}, and so is one whose place or whose
     * number of hashes does not fit the checkpoint.
     */
    public static TlogProof parse(byte[] file) {
        var lines = new Lines(file);
        if (!lines.next().equals(FIRST_LINE)) {
            throw new IllegalArgumentException("A proof begins with the line " + FIRST_LINE);
        }
        byte[] extra = lines.nextIs("extra") ? extra(lines.next("extra")) : new byte[0];
        long index = Unsigned.parse(lines.next("index"));
        List<Hash> hashes = lines.hashes(MOST_HASHES);
        SignedNote checkpoint = SignedNote.parse(lines.rest());
        return new TlogProof(new InclusionProof(index, Checkpoint.of(checkpoint).size(), hashes), checkpoint, extra);
    }

    /**
     * Returns who has signed the checkpoint, if it proves that the entry with this leaf hash is in the log.
     *
     * @throws org.sevenfold.ledger.ProofRefused if the way does not lead from the leaf to the root
     * @throws org.sevenfold.ledger.note.BadSignature if the checkpoint is forged
     * @throws org.sevenfold.ledger.note.UnknownKey if nobody known has signed it
     */
    public List<Signatory> check(Hash leaf, Collection<VerifierKey> known) {
        List<Signatory> signed = checkpoint.verify(known);
        proof.check(leaf, Checkpoint.of(checkpoint).root());
        return signed;
    }

    /** The file's bytes. */
    public byte[] bytes() {
        String head = FIRST_LINE + "\n"
                + (extra.length == 0 ? "" : "extra " + Base64.getEncoder().encodeToString(extra) + "\n")
                + "index " + Unsigned.text(proof.index()) + "\n"
                + proof.hashes().stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining())
                + "\n";
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(UTF_8));
        bytes.writeBytes(checkpoint.bytes());
        return bytes.toByteArray();
    }

    @Override
    public byte[] extra() {
        return extra.clone();
    }

    private static byte[] extra(String base64) {
        byte[] extra = Base64.getDecoder().decode(base64);
        if (extra.length == 0 || !Base64.getEncoder().encodeToString(extra).equals(base64)) {
            throw new IllegalArgumentException("The extra data is empty or not in its one spelling");
        }
        return extra;
    }
}

package org.sevenfold.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.InclusionProof;
import org.sevenfold.ledger.Leaves;
import org.sevenfold.ledger.MerkleTree;
import org.sevenfold.ledger.ProofRefused;
import org.sevenfold.ledger.StoredTree;
import org.sevenfold.ledger.note.BadSignature;
import org.sevenfold.ledger.note.Keys;
import org.sevenfold.ledger.note.Signatory;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.UnknownKey;

class TlogProofTest {

    private static final List<Hash> LEAVES = Leaves.random(new SplittableRandom(12), 13);
    private static final byte[] NONE = new byte[0];
    private static final byte[] EXTRA = "what the leaf says".getBytes(UTF_8);
    private static final SignedNote CHECKPOINT = checkpoint(13);

    @Test
    void a_proof_is_written_in_the_published_format() {
        String file = new String(proof(2, EXTRA).bytes(), UTF_8);

        assertThat(file.lines().limit(3))
                .containsExactly("c2sp.org/tlog-proof@v1", "extra d2hhdCB0aGUgbGVhZiBzYXlz", "index 2");
        assertThat(file).endsWith("=\n\n" + CHECKPOINT);
        assertThat(new String(proof(2, NONE).bytes(), UTF_8)).startsWith("c2sp.org/tlog-proof@v1\nindex 2\n");
    }

    @Test
    void every_proof_is_read_back_and_holds() {
        for (int index = 0; index < 13; index++) {
            TlogProof read = TlogProof.parse(proof(index, EXTRA).bytes());

            assertThat(read.extra()).isEqualTo(EXTRA);
            assertThat(read.check(LEAVES.get(index), Keys.known()))
                    .extracting(Signatory::key)
                    .containsExactly(Keys.LOG.verifierKey());
        }
    }

    @Test
    void a_proof_in_a_tree_of_one_leaf_has_no_hashes() {
        SignedNote one = checkpoint(1);
        var proof = new TlogProof(InclusionProof.of(0, 1, new StoredTree(LEAVES)), one, NONE);

        assertThat(new String(proof.bytes(), UTF_8)).isEqualTo("c2sp.org/tlog-proof@v1\nindex 0\n\n" + one);
        TlogProof.parse(proof.bytes()).check(LEAVES.get(0), Keys.known());
    }

    @Test
    void another_leaf_another_key_or_a_forged_checkpoint_is_refused() {
        TlogProof proof = proof(2, NONE);
        SignedNote forged = new SignedNote(CHECKPOINT.text().replace("council", "kouncil"), CHECKPOINT.signatures());

        assertThatExceptionOfType(ProofRefused.class).isThrownBy(() -> proof.check(LEAVES.get(3), Keys.known()));
        assertThatExceptionOfType(UnknownKey.class)
                .isThrownBy(() -> proof.check(LEAVES.get(2), List.of(Keys.NEXT_LOG.verifierKey())));
        assertThatExceptionOfType(BadSignature.class)
                .isThrownBy(() -> new TlogProof(proof.proof(), forged, NONE).check(LEAVES.get(2), Keys.known()));
    }

    @Test
    void witnesses_are_counted_by_their_keys() {
        var under = Keys.witness("another.example/name", 3);
        SignedNote cosigned = CHECKPOINT.with(List.of(
                Keys.WITNESS.cosign(CHECKPOINT.text(), Instant.EPOCH),
                under.cosign(CHECKPOINT.text(), Instant.EPOCH),
                Keys.OTHER_WITNESS.cosign(CHECKPOINT.text(), Instant.EPOCH)));

        assertThat(cosigned.witnesses(List.of(Keys.LOG.verifierKey(), Keys.WITNESS.verifierKey(), under.verifierKey())))
                .isEqualTo(1);
        assertThat(cosigned.witnesses(List.of(Keys.OTHER_WITNESS.verifierKey(), Keys.WITNESS.verifierKey())))
                .isEqualTo(2);
        assertThat(cosigned.witnesses(Keys.known())).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c2sp.org/tlog-proof@v1 | c2sp.org/tlog-proof@v2",
                "extra d2hhdC | extra d2h*dC",
                "extra d2hhdCB0aGUgbGVhZiBzYXlz | extra",
                "extra d2hhdCB0aGUgbGVhZiBzYXlz | extra  d2hhdCB0aGUgbGVhZiBzYXlz",
                "extra d2hhdCB0aGUgbGVhZiBzYXlz | extra d2hhdCB0aGUgbGVhZiBzYXl",
                "index 2 | index 02",
                "index 2 | index -2",
                "index 2 | index 13",
                "index 2 | index 12",
                "index 2 | index two",
                "index 2 | 2",
                "index 2 | index 18446744073709551616",
                "13 | 1300000",
            })
    void what_is_not_exactly_a_proof_is_refused(String part, String replacement) {
        String file = new String(proof(2, EXTRA).bytes(), UTF_8);
        assertThat(file).contains(part);

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> TlogProof.parse(file.replace(part, replacement).getBytes(UTF_8)));
    }

    @Test
    void a_proof_that_breaks_off_is_refused_wherever_it_does() {
        byte[] file = proof(2, EXTRA).bytes();
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatIllegalArgumentException().isThrownBy(() -> TlogProof.parse(cut));
        }
    }

    @Test
    void a_proof_of_another_size_than_its_checkpoint_is_refused() {
        InclusionProof ofTwelve = InclusionProof.of(2, 12, new StoredTree(LEAVES));

        assertThatIllegalArgumentException().isThrownBy(() -> new TlogProof(ofTwelve, CHECKPOINT, NONE));
    }

    private static TlogProof proof(int index, byte[] extra) {
        return new TlogProof(InclusionProof.of(index, 13, new StoredTree(LEAVES)), CHECKPOINT, extra);
    }

    private static SignedNote checkpoint(int size) {
        Hash root = MerkleTree.root(size, new StoredTree(LEAVES));
        return SignedNote.sign(new Checkpoint(Keys.ORIGIN, size, root).text(), List.of(Keys.LOG));
    }
}

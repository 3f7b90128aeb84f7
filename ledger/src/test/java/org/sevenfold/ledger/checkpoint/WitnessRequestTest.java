package org.sevenfold.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.ledger.ConsistencyProof;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.Leaves;
import org.sevenfold.ledger.ProofRefused;
import org.sevenfold.ledger.StoredTree;
import org.sevenfold.ledger.note.Keys;
import org.sevenfold.ledger.note.SignedNote;

class WitnessRequestTest {

    private static final SignedNote CHECKPOINT =
            SignedNote.sign(new Checkpoint(Keys.ORIGIN, 8, Leaves.PUBLISHED_ROOTS.get(8)).text(), List.of(Keys.LOG));
    private static final ConsistencyProof PROOF = ConsistencyProof.of(6, 8, new StoredTree(Leaves.PUBLISHED));

    @Test
    void a_request_is_written_in_the_published_format_and_read_back() {
        var request = new WitnessRequest(6, PROOF.hashes(), CHECKPOINT);

        assertThat(new String(request.bytes(), UTF_8))
                .isEqualTo("old 6\n"
                        + PROOF.hashes().get(0).base64() + "\n"
                        + PROOF.hashes().get(1).base64() + "\n"
                        + PROOF.hashes().get(2).base64() + "\n\n"
                        + CHECKPOINT);
        assertThat(WitnessRequest.parse(request.bytes())).isEqualTo(request);
        assertThat(request.proof()).isEqualTo(PROOF);
    }

    @Test
    void a_witness_that_never_looked_gets_no_proof() {
        var first = new WitnessRequest(0, List.of(), CHECKPOINT);

        assertThat(new String(first.bytes(), UTF_8)).isEqualTo("old 0\n\n" + CHECKPOINT);
        assertThat(WitnessRequest.parse(first.bytes())).isEqualTo(first);
        assertThatExceptionOfType(ProofRefused.class).isThrownBy(first::proof);
    }

    @Test
    void more_than_63_hashes_are_refused() {
        List<Hash> many = Collections.nCopies(64, Hash.EMPTY_ROOT);
        String body = "old 6\n" + (Hash.EMPTY_ROOT.base64() + "\n").repeat(64) + "\n" + CHECKPOINT;

        assertThatIllegalArgumentException().isThrownBy(() -> new WitnessRequest(6, many, CHECKPOINT));
        assertThatIllegalArgumentException().isThrownBy(() -> WitnessRequest.parse(body.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "old 6", "old 6\n", "old 6\n\n", "old  6\n\n", "old 06\n\n", "6\n\n", "new 6\n\n"})
    void what_is_no_request_is_refused(String start) {
        assertThatIllegalArgumentException().isThrownBy(() -> WitnessRequest.parse(start.getBytes(UTF_8)));
        if (!start.equals("old 6\n\n")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WitnessRequest.parse((start + CHECKPOINT).getBytes(UTF_8)));
        }
    }
}

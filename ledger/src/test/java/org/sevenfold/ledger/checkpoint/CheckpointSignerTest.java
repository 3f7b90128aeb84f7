package org.sevenfold.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sevenfold.ledger.Frontier;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.Leaves;
import org.sevenfold.ledger.StoredTree;
import org.sevenfold.ledger.examination.Tampering;
import org.sevenfold.ledger.note.BadSignature;
import org.sevenfold.ledger.note.Keys;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.UnknownKey;

class CheckpointSignerTest {

    private static final CheckpointSigner SIGNER = new CheckpointSigner(List.of(Keys.LOG), List.of());
    private static final List<Hash> LEAVES = Leaves.random(new SplittableRandom(11), 20);

    @Test
    void the_first_checkpoint_may_be_of_an_empty_log() {
        SignedNote first = sign(SIGNER, List.of(), null);

        first.verify(Keys.known());
        assertThat(Checkpoint.of(first)).isEqualTo(new Checkpoint(Keys.ORIGIN, 0, Hash.EMPTY_ROOT));
        assertThat(Checkpoint.of(sign(SIGNER, LEAVES, first)).size()).isEqualTo(20);
    }

    @Test
    void a_log_that_grew_is_signed_again_and_again() {
        SignedNote last = sign(SIGNER, List.of(), null);
        for (int size = 0; size <= LEAVES.size(); size++) {
            last = sign(SIGNER, LEAVES.subList(0, size), last);
            assertThat(sign(SIGNER, LEAVES.subList(0, size), last)).isEqualTo(last);
        }
        assertThat(Checkpoint.of(last).root())
                .isEqualTo(Frontier.EMPTY.append(LEAVES).frontier().root());
    }

    @Test
    void a_log_that_has_become_shorter_is_not_signed() {
        SignedNote last = sign(SIGNER, LEAVES, null);

        refused(Tampering.HISTORY_TRUNCATED, LEAVES.subList(0, 19), last);
        refused(Tampering.HISTORY_TRUNCATED, List.of(), last);
    }

    @Test
    void a_log_whose_past_has_changed_is_not_signed() {
        SignedNote last = sign(SIGNER, LEAVES.subList(0, 10), null);
        for (int place = 0; place < 10; place++) {
            var rewritten = new ArrayList<>(LEAVES);
            rewritten.set(place, Hash.EMPTY_ROOT);
            refused(Tampering.HISTORY_REWRITTEN, rewritten, last);
        }
    }

    @Test
    void a_head_that_its_own_tree_does_not_give_is_not_signed() {
        var other = new ArrayList<>(LEAVES);
        other.set(7, Hash.EMPTY_ROOT);
        Frontier head = Frontier.EMPTY.append(other).frontier();

        assertThatExceptionOfType(CheckpointRefused.class)
                .isThrownBy(() -> SIGNER.sign(head, new StoredTree(LEAVES), null))
                .extracting(CheckpointRefused::kind)
                .isEqualTo(Tampering.ROOT_MISMATCH);
    }

    @Test
    void a_last_checkpoint_that_is_forged_or_of_somebody_else_is_not_built_upon() {
        SignedNote last = sign(SIGNER, LEAVES.subList(0, 10), null);
        var forged = new SignedNote(last.text().replace("\n10\n", "\n9\n"), last.signatures());
        SignedNote others = SignedNote.sign(last.text(), List.of(Keys.NEXT_LOG));
        SignedNote elsewhere = SignedNote.sign(last.text().replace("sevenfold", "other"), List.of(Keys.LOG));

        assertThatExceptionOfType(BadSignature.class).isThrownBy(() -> sign(SIGNER, LEAVES, forged));
        assertThatExceptionOfType(UnknownKey.class).isThrownBy(() -> sign(SIGNER, LEAVES, others));
        assertThatIllegalArgumentException().isThrownBy(() -> sign(SIGNER, LEAVES, elsewhere));
    }

    @Test
    void a_key_is_replaced_by_signing_with_both_for_a_while() {
        var both = new CheckpointSigner(List.of(Keys.LOG, Keys.NEXT_LOG), List.of());
        var next = new CheckpointSigner(List.of(Keys.NEXT_LOG), List.of(Keys.LOG.verifierKey()));

        SignedNote old = sign(SIGNER, LEAVES.subList(0, 5), null);
        SignedNote between = sign(both, LEAVES.subList(0, 10), old);
        SignedNote last = sign(next, LEAVES, between);

        assertThat(between.verify(Keys.known())).hasSize(1);
        assertThat(between.verify(List.of(Keys.NEXT_LOG.verifierKey()))).hasSize(1);
        assertThat(last.verify(List.of(Keys.NEXT_LOG.verifierKey()))).hasSize(1);
        assertThat(sign(next, LEAVES, old).verify(next.trusted())).hasSize(1);
    }

    @Test
    void keys_of_two_names_or_no_key_at_all_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CheckpointSigner(List.of(), Keys.known()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CheckpointSigner(List.of(Keys.LOG, Keys.log("other", 9)), List.of()));
    }

    private static void refused(Tampering kind, List<Hash> leaves, SignedNote last) {
        assertThatExceptionOfType(CheckpointRefused.class)
                .isThrownBy(() -> sign(SIGNER, leaves, last))
                .extracting(CheckpointRefused::kind)
                .isEqualTo(kind);
    }

    private static SignedNote sign(CheckpointSigner signer, List<Hash> leaves, @Nullable SignedNote last) {
        return signer.sign(Frontier.EMPTY.append(leaves).frontier(), new StoredTree(leaves), last);
    }
}

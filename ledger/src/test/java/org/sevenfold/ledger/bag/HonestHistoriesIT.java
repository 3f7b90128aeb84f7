package org.sevenfold.ledger.bag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sevenfold.ledger.examination.Examination;
import org.sevenfold.ledger.examination.Examination.Verdict;
import org.sevenfold.ledger.note.Keys;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.SigningKey;
import org.sevenfold.ledger.note.VerifierKey;

class HonestHistoriesIT {

    private static final int HISTORIES = 1_000;

    @TempDir
    Path folder;

    @Test
    void a_thousand_honest_histories_raise_no_alarm_whatever_keys_they_were_signed_with() throws IOException {
        var random = new SplittableRandom(1_000);
        for (int i = 0; i < HISTORIES; i++) {
            int grownBy = random.nextInt(25);
            int before = random.nextInt(25);
            History history = History.random(random, before);
            SignedNote held = history.checkpoint(before, signers(random));
            history.grow(random, grownBy);
            Integer previous = before == 0 || random.nextBoolean() ? null : before;
            Path bag = history.bag(folder, previous, signers(random));

            Earlier earlier = random.nextBoolean() ? Earlier.of(held) : Earlier.printed(before, history.root(before));
            Examination examination =
                    new EvidenceBag(bag).examine(Trust.in(known(), List.of(), 0).holding(earlier));

            assertThat(examination.verdict())
                    .as("history %d, %d and %d events: %s", i, before, grownBy, examination.steps())
                    .isEqualTo(Verdict.VERIFIED);
        }
    }

    /** The old key, the new one, or both, as while one is being replaced. */
    private static SigningKey[] signers(SplittableRandom random) {
        var keys = new ArrayList<>(List.of(Keys.LOG, Keys.NEXT_LOG));
        if (random.nextBoolean()) {
            keys.remove(random.nextInt(2));
        }
        return keys.toArray(new SigningKey[0]);
    }

    private static List<VerifierKey> known() {
        return List.of(Keys.LOG.verifierKey(), Keys.NEXT_LOG.verifierKey());
    }
}

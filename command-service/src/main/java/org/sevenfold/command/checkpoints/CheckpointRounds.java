package org.sevenfold.command.checkpoints;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.checkpoint.CheckpointRefused;
import org.sevenfold.ledger.note.BadSignature;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.UnknownKey;
import org.sevenfold.platform.database.Read;
import org.sevenfold.platform.log.TreeNodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;

/** Signs every minute and at midnight, says in health whether it could, and never gives up. */
class CheckpointRounds implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointRounds.class);

    private final @Nullable Checkpoints checkpoints;
    private volatile @Nullable Standing standing;

    private record Standing(long size, @Nullable String trouble) {}

    /**
     * What came of a round.
     *
     * @param trouble why nothing was signed, by name and in words; null where it was, or where there is nothing to sign
     */
    record Round(@Nullable SignedNote note, @Nullable String trouble) {}

    CheckpointRounds(@Nullable Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
        if (checkpoints == null) {
            LOG.warn("no checkpoints are signed: set SEVENFOLD_CHECKPOINT_KEY to the file of a key outside the"
                    + " database");
        }
    }

    @Scheduled(
            initialDelayString = "${sevenfold.checkpoint.first:2s}",
            fixedDelayString = "${sevenfold.checkpoint.every:60s}")
    @Scheduled(cron = "${sevenfold.checkpoint.at:0 0 0 * * *}", zone = "Europe/London")
    void round() {
        sign();
    }

    /** Signs now if there is anything new. */
    synchronized Round sign() {
        if (checkpoints == null) {
            return new Round(null, null);
        }
        try {
            Optional<SignedNote> note = checkpoints.sign();
            standing = new Standing(
                    note.map(signed -> Checkpoint.of(signed).size()).orElse(0L), null);
            return new Round(note.orElse(null), null);
        } catch (CheckpointRefused e) {
            return trouble(e.kind() + ": " + e.getMessage(), e);
        } catch (BadSignature | UnknownKey e) {
            return trouble("BAD_SIGNATURE: " + e.getMessage(), e);
        } catch (TreeNodes.Missing e) {
            return trouble("ROOT_MISMATCH: " + e.getMessage(), e);
        } catch (SQLException | IOException | Read.DatabaseFailed e) {
            return trouble("The checkpoint could not be stored or laid down just now.", e);
        }
    }

    private Round trouble(String words, Exception cause) {
        LOG.error("no checkpoint was signed", cause);
        Standing before = standing;
        standing = new Standing(before == null ? 0 : before.size, words);
        return new Round(null, words);
    }

    Optional<SignedNote> signBag(String statement) {
        return checkpoints == null ? Optional.empty() : checkpoints.signBag(statement);
    }

    @Override
    public Health health() {
        Standing now = standing;
        if (checkpoints == null) {
            return Health.up()
                    .withDetail("says", "No checkpoints are signed, because no key is configured.")
                    .build();
        }
        if (now == null) {
            return Health.up()
                    .withDetail("says", "The first checkpoint is to come.")
                    .build();
        }
        return (now.trouble == null ? Health.up() : Health.down())
                .withDetail("size", now.size)
                .withDetail("says", now.trouble == null ? "The log is signed." : now.trouble)
                .build();
    }
}

package org.sevenfold.command.checkpoints;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.sevenfold.ledger.note.SigningKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Signs checkpoints where a key is configured. */
@Configuration
@EnableScheduling
class CheckpointsConfiguration {

    @Bean("checkpointsHealthIndicator")
    CheckpointRounds checkpointRounds(
            DataSource dataSource,
            Clock clock,
            FlywayMigrationInitializer migrated,
            @Value("${sevenfold.checkpoint.key:}") String keyFiles,
            @Value("${sevenfold.checkpoint.origin:}") String origin,
            @Value("${sevenfold.checkpoint.anchor:}") String anchor)
            throws IOException {
        if (keyFiles.isBlank()) {
            return new CheckpointRounds(null);
        }
        List<SigningKey> keys = KeyFiles.read(keyFiles, origin, Checkpoints.everSigned(dataSource));
        return new CheckpointRounds(
                new Checkpoints(dataSource, clock, keys, anchor.isBlank() ? null : new Anchor(Path.of(anchor))));
    }
}

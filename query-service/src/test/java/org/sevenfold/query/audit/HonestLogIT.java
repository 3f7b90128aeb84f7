package org.sevenfold.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sevenfold.events.Role;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.SigningKey;
import org.sevenfold.query.testing.AnyEvents;
import org.sevenfold.query.testing.Service;
import org.sevenfold.query.testing.Service.Got;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Whatever happens honestly, erasures and changes of the key among it, no verification raises an alarm. */
class HonestLogIT {

    private static final int HISTORIES = 60;
    private static final int MOST_EVENTS = 15;

    @TempDir
    static Path anchor;

    @Test
    void a_log_that_grows_honestly_is_sound_each_time_it_is_looked_at() throws IOException {
        try (var service = new Service(
                Map.of("SEVENFOLD_CHECKPOINT_ANCHOR", anchor.toString(), "SEVENFOLD_SYSTEM_SECRET", "of the tests"))) {
            var writeSide = new WriteSideForTests(service.commandService);
            var events = new AnyEvents(service.log, 11);
            events.begin();
            var chance = new Random(12);
            var keys = new ArrayList<>(List.of(writeSide.key));
            for (int i = 0; i < HISTORIES; i++) {
                events.append(1 + chance.nextInt(MOST_EVENTS));
                eraseWhoIsErased(service.superuser());
                if (chance.nextInt(5) == 0) {
                    keys.add(SigningKey.generate(Signed.ORIGIN));
                }
                sign(service.superuser(), keys, chance.nextBoolean() ? 1 : 2);

                JsonNode result = verified(service);

                assertThat(result.path("outcome").asString())
                        .as("history %d: %s", i, result)
                        .isEqualTo("sound");
            }
            assertThat(keys).hasSizeGreaterThan(3);
            assertThat(service.superuser()
                            .queryForObject(
                                    "SELECT count(*) FROM log.domain_event WHERE name = 'staff.person-erased'",
                                    Long.class))
                    .isGreaterThan(3);
        }
    }

    /** Everybody who is registered has a name, until it is erased. */
    private static void eraseWhoIsErased(JdbcTemplate superuser) {
        String ids = "SELECT (convert_from(payload, 'UTF8')::json ->> 'personId')::uuid FROM log.domain_event"
                + " WHERE name = 'staff.person-%s'";
        superuser.update("INSERT INTO erasable.person (person_id, name, work_email, staff_number)"
                + " SELECT id, 'Somebody', id || '@x', id::text FROM (" + ids.formatted("registered")
                + ") AS registered (id) ON CONFLICT DO NOTHING");
        superuser.update("DELETE FROM erasable.person WHERE person_id IN (" + ids.formatted("erased") + ")");
    }

    /** Signs the log as it is with the newest keys, and lays down which keys there ever were. */
    private static void sign(JdbcTemplate superuser, List<SigningKey> keys, int with) throws IOException {
        Files.write(
                anchor.resolve("vkeys.txt"),
                keys.stream().map(key -> key.verifierKey().toString()).toList());
        Checkpoint checkpoint = Objects.requireNonNull(superuser.queryForObject(
                "SELECT size, root FROM log.tlog_head",
                (row, number) -> new Checkpoint(Signed.ORIGIN, row.getLong("size"), new Hash(row.getBytes("root")))));
        SignedNote note =
                SignedNote.sign(checkpoint.text(), keys.subList(Math.max(0, keys.size() - with), keys.size()));
        superuser.update(
                "INSERT INTO log.tlog_checkpoint VALUES (?, ?, ?, now())",
                checkpoint.size(),
                checkpoint.root().bytes(),
                note.bytes());
        Files.write(
                Files.createDirectories(anchor.resolve("2026-06-01"))
                        .resolve("%020d.checkpoint".formatted(checkpoint.size())),
                note.bytes());
    }

    private static JsonNode verified(Service service) {
        Got begun = service.post("/api/v1/audit/verifications", "", Role.AUDITOR);
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> service.get(begun.header("Location"), Role.AUDITOR)
                                .json(),
                        standing -> !standing.path("state").asString().equals("running"));
    }
}

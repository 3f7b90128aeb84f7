package org.sevenfold.query.audit.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.events.Role;
import org.sevenfold.ledger.ConsistencyProof;
import org.sevenfold.ledger.Frontier;
import org.sevenfold.ledger.Hash;
import org.sevenfold.ledger.LeafEntry;
import org.sevenfold.ledger.checkpoint.Checkpoint;
import org.sevenfold.ledger.checkpoint.TlogProof;
import org.sevenfold.ledger.note.SignedNote;
import org.sevenfold.ledger.note.VerifierKey;
import org.sevenfold.ledger.tile.EntryBundle;
import org.sevenfold.query.audit.AuditedBorough;
import org.sevenfold.query.audit.Signed;
import org.sevenfold.query.testing.Service.Got;
import tools.jackson.databind.JsonNode;

/** From what is published alone, the whole log can be proved. */
class PublishedLogIT {

    private static final String AUDIT = "/api/v1/audit";

    @BeforeAll
    static void the_log_is_signed() {
        Signed.log();
    }

    private static byte[] bytes(String path, Role role) {
        var service = AuditedBorough.SERVICE;
        var request = HttpRequest.newBuilder(URI.create(service.address() + AUDIT + path))
                .header("Authorization", "Bearer " + service.token(service.somebody(role), role))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static VerifierKey key() {
        return VerifierKey.parse(
                new String(bytes("/keys", Role.STAFF), java.nio.charset.StandardCharsets.UTF_8).strip());
    }

    @Test
    void the_newest_checkpoint_is_signed_by_the_published_key_and_by_witnesses() {
        SignedNote note = SignedNote.parse(bytes("/checkpoint", Role.READER));

        assertThat(note.verify(List.of(key()))).hasSize(1);
        assertThat(Checkpoint.of(note).size()).isEqualTo(AuditedBorough.SIZE);
    }

    @Test
    void tiles_and_entries_give_the_root_that_is_signed() {
        long size = AuditedBorough.SIZE;
        byte[] tile = bytes("/tile/0/000.p/" + size, Role.AUDITOR);
        List<byte[]> entries = EntryBundle.entries(bytes("/tile/entries/000.p/" + size, Role.AUDITOR));

        var leaves = new ArrayList<Hash>();
        for (int i = 0; i < size; i++) {
            leaves.add(new Hash(Arrays.copyOfRange(tile, i * 32, (i + 1) * 32)));
            assertThat(Hash.leaf(entries.get(i))).isEqualTo(leaves.get(i));
        }
        assertThat(Frontier.EMPTY.append(leaves).frontier().root())
                .isEqualTo(Checkpoint.of(SignedNote.parse(bytes("/checkpoint", Role.AUDITOR)))
                        .root());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tile/0/000",
                "/tile/1/000.p/1",
                "/tile/0/001.p/1",
                "/tile/0/000.p/0",
                "/tile/0/0.p/1",
                "/tile/9/000.p/1",
                "/tile/entries/001.p/1",
                "/tile/entries/../keys",
                "/tile/"
            })
    void what_the_log_has_not_got_is_not_there(String path) {
        assertThat(AuditedBorough.SERVICE.get(AUDIT + path, Role.AUDITOR).status())
                .isIn(400, 404);
    }

    @Test
    void a_proof_file_stands_alone() {
        TlogProof proof = TlogProof.parse(bytes("/proof/event/" + AuditedBorough.CORRECTION, Role.PROGRAMME_MANAGER));

        byte[] entry = java.util.Objects.requireNonNull(proof.extra());
        assertThat(LeafEntry.parse(entry).eventId()).isEqualTo(AuditedBorough.CORRECTION.toString());
        assertThat(proof.check(Hash.leaf(entry), List.of(key()))).hasSize(1);
        assertThat(proof.proof().index()).isEqualTo(7);
    }

    @Test
    void the_log_at_one_size_is_shown_to_extend_the_log_at_another() {
        Got got = AuditedBorough.SERVICE.get(AUDIT + "/proof/consistency?from=5&to=8", Role.READER);
        JsonNode said = got.json();
        var hashes = new ArrayList<Hash>();
        said.path("proof").forEach(hash -> hashes.add(Hash.ofBase64(hash.asString())));

        new ConsistencyProof(5, 8, hashes)
                .check(
                        Hash.ofBase64(said.path("root1").asString()),
                        Hash.ofBase64(said.path("root2").asString()));
        assertThat(Hash.ofBase64(said.path("root1").asString()))
                .isEqualTo(Checkpoint.of(Signed.checkpoint(5, AuditedBorough.WRITE_SIDE.key))
                        .root());
        for (String nonsense : List.of("from=0", "from=8&to=5", "from=1&to=99999", "from=x")) {
            assertThat(AuditedBorough.SERVICE
                            .get(AUDIT + "/proof/consistency?" + nonsense, Role.READER)
                            .status())
                    .as(nonsense)
                    .isEqualTo(400);
        }
    }

    @Test
    void the_log_as_a_whole_is_the_auditors() {
        assertThat(AuditedBorough.SERVICE
                        .get(AUDIT + "/tile/0/000.p/5", Role.STAFF)
                        .status())
                .isEqualTo(403);
        assertThat(AuditedBorough.SERVICE
                        .get(AUDIT + "/proof/event/" + AuditedBorough.CORRECTION, Role.READER)
                        .status())
                .isEqualTo(403);
        assertThat(AuditedBorough.SERVICE
                        .get(AUDIT + "/proof/event/01936c6e-8a10-7c3e-9d55-0a1b2c3d4e5f", Role.AUDITOR)
                        .status())
                .isEqualTo(404);
    }
}

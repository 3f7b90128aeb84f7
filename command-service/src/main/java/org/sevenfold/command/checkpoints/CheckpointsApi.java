package org.sevenfold.command.checkpoints;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.sevenfold.ledger.note.SignedNote;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * A checkpoint on demand, for Sevenfold itself where it hands out evidence. Answers the signed note as text, 204 where
 * nothing is signed, and 409 with the reason where the log is not what was signed before.
 */
@Hidden
@RestController
class CheckpointsApi {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final CheckpointRounds rounds;

    CheckpointsApi(CheckpointRounds rounds) {
        this.rounds = rounds;
    }

    @PostMapping("/api/v1/checkpoints")
    ResponseEntity<String> sign() {
        CheckpointRounds.Round round = rounds.sign();
        if (round.trouble() != null) {
            return ResponseEntity.status(409).contentType(TEXT).body(round.trouble());
        }
        return answer(round.note());
    }

    @PostMapping("/api/v1/checkpoints/bags")
    ResponseEntity<String> signBag(@RequestBody String statement) {
        return answer(rounds.signBag(statement).orElse(null));
    }

    private static ResponseEntity<String> answer(@org.jspecify.annotations.Nullable SignedNote note) {
        return note == null
                ? ResponseEntity.noContent().build()
                : ResponseEntity.ok().contentType(TEXT).body(note.toString());
    }
}

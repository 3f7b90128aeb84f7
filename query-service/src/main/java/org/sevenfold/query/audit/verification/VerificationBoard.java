package org.sevenfold.query.audit.verification;

import org.sevenfold.events.audit.VerificationEvent;
import org.sevenfold.query.board.Board;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The board of checks of the record. */
@Configuration
class VerificationBoard {

    static final String NAME = "verifications";

    @Bean
    Board<?, ?> verificationsBoard() {
        return new Board<>(NAME, VerificationEvent.class, VerificationRow.class, new VerificationView());
    }
}

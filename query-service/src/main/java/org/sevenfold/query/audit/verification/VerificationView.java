package org.sevenfold.query.audit.verification;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.audit.VerificationEvent;
import org.sevenfold.events.audit.VerificationEvent.VerificationRecorded;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.board.View;

/** What a check found, on the day on which that was recorded. */
final class VerificationView implements View<VerificationEvent, VerificationRow> {

    @Override
    public List<VerificationRow> evolve(
            List<VerificationRow> timeline, Recorded<? extends VerificationEvent> recorded) {
        return switch (recorded.event()) {
            case VerificationRecorded e ->
                List.of(new VerificationRow(
                        e.verificationId(),
                        e.occasion(),
                        e.position(),
                        e.root(),
                        e.events(),
                        findings(e),
                        London.day(recorded.recordedAt())));
        };
    }

    private static @Nullable String findings(VerificationRecorded event) {
        return event.findings().isEmpty()
                ? null
                : event.findings().stream()
                        .map(found -> found.name() + " " + found.count())
                        .collect(Collectors.joining(", "));
    }
}

package org.sevenfold.query.audit.verification;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sevenfold.events.Days;
import org.sevenfold.events.Recorded;
import org.sevenfold.events.Timeline;
import org.sevenfold.events.audit.TreeRoot;
import org.sevenfold.events.audit.VerificationEvent;
import org.sevenfold.events.audit.VerificationEvent.VerificationRecorded;
import org.sevenfold.events.audit.VerificationId;
import org.sevenfold.events.audit.VerificationOccasion;
import org.sevenfold.platform.time.London;
import org.sevenfold.query.board.Board;
import org.sevenfold.query.board.ReadTable;

/** What a check of the record found, on the day on which that was recorded. */
@ReadTable
final class VerificationsBoard extends Board<VerificationEvent, VerificationsBoard.Row> {

    /** @param findings what was found and how often, in words; null where nothing was */
    record Row(
            VerificationId verificationId,
            VerificationOccasion occasion,
            long position,
            TreeRoot root,
            long events,
            @Nullable String findings) {}

    VerificationsBoard() {
        super("verifications", Span.ONE_DAY, VerificationEvent.class, Row.class);
        index("known_from");
    }

    @Override
    protected Timeline<Row> evolve(Timeline<Row> known, Recorded<? extends VerificationEvent> recorded) {
        return switch (recorded.event()) {
            case VerificationRecorded e ->
                Timeline.of(
                        Days.on(London.day(recorded.recordedAt())),
                        recorded.id(),
                        new Row(e.verificationId(), e.occasion(), e.position(), e.root(), e.events(), findings(e)));
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

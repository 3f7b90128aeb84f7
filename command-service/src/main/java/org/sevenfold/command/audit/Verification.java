package org.sevenfold.command.audit;

import java.util.List;
import org.sevenfold.command.audit.VerificationCommand.RecordVerification;
import org.sevenfold.command.change.Circumstances;
import org.sevenfold.events.audit.VerificationEvent;
import org.sevenfold.events.audit.VerificationEvent.VerificationRecorded;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;

/** A check of the record, whose result is recorded once. */
sealed interface Verification {

    /** Nothing has been recorded of it. */
    record NotYet() implements Verification {}

    /** Its result is recorded. */
    record Done(long position) implements Verification {}

    static List<VerificationEvent> decide(VerificationCommand command, Verification state, Circumstances in) {
        return switch (command) {
            case RecordVerification c -> record(c, state);
        };
    }

    static Verification evolve(Verification state, VerificationEvent event) {
        return switch (event) {
            case VerificationRecorded e -> new Done(e.position());
        };
    }

    private static List<VerificationEvent> record(RecordVerification c, Verification state) {
        return switch (state) {
            case NotYet none ->
                List.of(new VerificationRecorded(
                        c.verification(), c.occasion(), c.position(), c.root(), c.events(), c.findings()));
            case Done done ->
                throw Refusal.because(
                                Code.DUPLICATE,
                                "The result of this check is recorded already.",
                                "It was checked up to position %d, and what was found then stands."
                                        .formatted(done.position()))
                        .remedy("Check again; another check has a result of its own.");
        };
    }
}

package org.sevenfold.command.audit;

import java.util.List;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Decider;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.NewId;
import org.sevenfold.command.change.Says;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.Role;
import org.sevenfold.events.audit.TreeRoot;
import org.sevenfold.events.audit.VerificationEvent;
import org.sevenfold.events.audit.VerificationFinding;
import org.sevenfold.events.audit.VerificationId;
import org.sevenfold.events.audit.VerificationOccasion;

/** What can be asked of a check of the record. */
public sealed interface VerificationCommand extends Change {

    Decider<VerificationCommand, ?, VerificationEvent> DECIDER = Decider.of(
            VerificationEvent.STREAM,
            VerificationCommand.class,
            new Verification.NotYet(),
            Verification::decide,
            Verification::evolve);

    VerificationId verification();

    @Override
    default String streamId() {
        return verification().toString();
    }

    @Declared(
            summary = "Records what was found when the log, the tables and the lookups were checked.",
            allowed = @Allowed(role = Role.SYSTEM),
            example = """
                {"occasion": "NIGHTLY", "position": 1204,
                 "root": "0f0e0d0c0b0a09080706050403020100f0e0d0c0b0a0908070605040302010ff", "events": 1204,
                 "findings": [{"name": "ALTERED", "count": 2}, {"name": "PROJECTION_DRIFT", "count": 1}]}\
                """)
    record RecordVerification(
            @NewId(mayExist = true) VerificationId verification,
            @Says("Why it was checked.") VerificationOccasion occasion,

            @Says("The position of the log up to which it was checked.")
            long position,

            @Says("The root of the log's tree of that size, 64 hexadecimal digits.")
            TreeRoot root,

            @Says("How many events were hashed anew.") long events,

            @Says("What is not as it was recorded, by name and how often; none where everything is.")
            List<VerificationFinding> findings)
            implements VerificationCommand {

        public RecordVerification {
            if (position < 0 || events < 0 || events > position) {
                throw new IllegalArgumentException(
                        "At most as many events are checked as there are up to the position, and neither is negative.");
            }
        }

        @Override
        public Subject subject() {
            return new Subject.Council();
        }
    }
}

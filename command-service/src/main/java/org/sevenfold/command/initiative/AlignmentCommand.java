package org.sevenfold.command.initiative;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Decider;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.Says;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Role;
import org.sevenfold.events.initiative.AlignmentEvent;

/** What can be asked of how a programme's dimensions fit together. */
public sealed interface AlignmentCommand extends Change {

    Decider<AlignmentCommand, ?, AlignmentEvent> DECIDER = Decider.of(
            AlignmentEvent.STREAM, AlignmentCommand.class, Alignment.NONE, Alignment::decide, Alignment::evolve);

    ProgrammeId programme();

    @Override
    default String streamId() {
        return AlignmentEvent.streamIdOf(programme());
    }

    @Override
    default Subject subject() {
        return new Subject.Council();
    }

    @Declared(
            summary = "Says how well two dimensions fit together, and on what evidence.",
            allowed = @Allowed(role = Role.PROGRAMME_MANAGER),
            example = """
                {"programme": "lea-marsh", "dimensionA": "STRUCTURE", "dimensionB": "SKILLS", "rating": 2,
                 "evidence": {"kind": "minutes", "title": "Alignment workshop", "where": "programme office, folder 12"}}\
                """)
    record AssessAlignment(
            @Says("The programme, by reference or id.") ProgrammeId programme,
            @Says("One dimension.") Dimension dimensionA,
            @Says("Another dimension.") Dimension dimensionB,

            @Says("From 1, they pull apart, to 4, they carry each other.")
            int rating,

            @Says("What the rating stands on.") Evidence evidence,

            @Says("The day for which it holds, today or before; today if left out.") @Nullable
            LocalDate on)
            implements AlignmentCommand {

        private static final int BEST = 4;

        public AssessAlignment {
            if (dimensionA == dimensionB) {
                throw new IllegalArgumentException("Two different dimensions are compared.");
            }
            if (rating < 1 || rating > BEST) {
                throw new IllegalArgumentException("A rating is 1, 2, 3 or 4.");
            }
        }
    }
}

package org.sevenfold.command.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.audit.VerificationCommand.RecordVerification;
import org.sevenfold.command.change.Rules;
import org.sevenfold.events.Role;
import org.sevenfold.events.audit.TreeRoot;
import org.sevenfold.events.audit.VerificationEvent;
import org.sevenfold.events.audit.VerificationEvent.VerificationRecorded;
import org.sevenfold.events.audit.VerificationFinding;
import org.sevenfold.events.audit.VerificationId;
import org.sevenfold.events.audit.VerificationOccasion;
import org.sevenfold.platform.problem.Code;

class VerificationTest {

    private static final VerificationId TONIGHT = VerificationId.of("01936c6e-9000-7000-8000-000000000001");
    private static final TreeRoot ROOT = new TreeRoot("ab".repeat(32));
    private static final List<VerificationFinding> FOUND =
            List.of(new VerificationFinding("ALTERED", 2), new VerificationFinding("MISSING", 1));

    private final Rules rules = Rules.of(VerificationEvent.STREAM, TONIGHT).by(Role.SYSTEM);

    private static RecordVerification record(List<VerificationFinding> found) {
        return new RecordVerification(TONIGHT, VerificationOccasion.NIGHTLY, 12, ROOT, 12, found);
    }

    private static VerificationRecorded recorded(List<VerificationFinding> found) {
        return new VerificationRecorded(TONIGHT, VerificationOccasion.NIGHTLY, 12, ROOT, 12, found);
    }

    @Nested
    class the_result_of_a_check_is_recorded {

        @Test
        void where_everything_is_as_it_was_recorded() {
            rules.when(record(List.of())).then(recorded(List.of()));
        }

        @Test
        void where_it_is_not() {
            rules.when(record(FOUND)).then(recorded(FOUND));
        }
    }

    @Test
    void a_check_has_one_result() {
        rules.given(recorded(FOUND))
                .when(record(List.of()))
                .refused(Code.DUPLICATE, "It was checked up to position 12, and what was found then stands.");
    }

    @Test
    void no_more_can_be_checked_than_there_is() {
        assertThatThrownBy(() -> new RecordVerification(TONIGHT, VerificationOccasion.ASKED, 12, ROOT, 13, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RecordVerification(TONIGHT, VerificationOccasion.ASKED, -1, ROOT, 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_finding_has_a_name_that_an_auditor_knows_and_was_found() {
        for (String name : new String[] {"", "altered", "ALTERED 1", "_", "A".repeat(41)}) {
            assertThatThrownBy(() -> new VerificationFinding(name, 1))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new VerificationFinding("ALTERED", 0)).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.sevenfold.command.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.programme.VerificationCommand.RecordVerification;
import org.sevenfold.events.programme.TreeRoot;
import org.sevenfold.events.programme.VerificationEvent;
import org.sevenfold.events.programme.VerificationEvent.VerificationRecorded;
import org.sevenfold.events.programme.VerificationFindings;
import org.sevenfold.events.programme.VerificationId;
import org.sevenfold.events.programme.VerificationOccasion;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.signin.Role;

class VerificationTest {

    private static final VerificationId TONIGHT = VerificationId.of("01936c6e-9000-7000-8000-000000000001");
    private static final TreeRoot ROOT = new TreeRoot("ab".repeat(32));
    private static final VerificationFindings FOUND = new VerificationFindings("ALTERED 2, MISSING 1");

    private final Rules rules = Rules.of(VerificationEvent.STREAM, TONIGHT).by(Role.SYSTEM);

    private static RecordVerification record(@Nullable VerificationFindings found) {
        return new RecordVerification(TONIGHT, VerificationOccasion.NIGHTLY, 12, ROOT, 12, found);
    }

    private static VerificationRecorded recorded(@Nullable VerificationFindings found) {
        return new VerificationRecorded(TONIGHT, VerificationOccasion.NIGHTLY, 12, ROOT, 12, found);
    }

    @Nested
    class the_result_of_a_check_is_recorded {

        @Test
        void where_everything_is_as_it_was_recorded() {
            rules.when(record(null)).then(recorded(null));
        }

        @Test
        void where_it_is_not() {
            rules.when(record(FOUND)).then(recorded(FOUND));
        }
    }

    @Test
    void a_check_has_one_result() {
        rules.given(recorded(FOUND))
                .when(record(null))
                .refused(Code.DUPLICATE, "It was checked up to position 12, and what was found then stands.");
    }

    @Test
    void no_more_can_be_checked_than_there_is() {
        assertThatThrownBy(() -> new RecordVerification(TONIGHT, VerificationOccasion.ASKED, 12, ROOT, 13, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RecordVerification(TONIGHT, VerificationOccasion.ASKED, -1, ROOT, 0, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findings_are_said_in_one_way_only() {
        assertThat(VerificationFindings.of(Map.of("MISSING", 1L, "ALTERED", 2L)))
                .isEqualTo(FOUND);
        for (String other : new String[] {"", "ALTERED", "ALTERED 0", "altered 1", "ALTERED 1,MISSING 1", "_ 1"}) {
            assertThatThrownBy(() -> new VerificationFindings(other))
                    .as(other)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}

package org.sevenfold.command.initiative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sevenfold.command.change.Rules.PROGRAMME;
import static org.sevenfold.command.change.Rules.TODAY;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.initiative.AlignmentCommand.AssessAlignment;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.Evidence;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Role;
import org.sevenfold.events.initiative.AlignmentEvent;
import org.sevenfold.events.initiative.AlignmentEvent.AlignmentAssessed;
import org.sevenfold.platform.problem.Code;

class AlignmentTest {

    private static final ProgrammeId LEA_MARSH = PROGRAMME.programmeId();
    private static final Evidence MINUTES = new Evidence("minutes", "Alignment workshop", "programme office", null);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 4);

    private final Rules rules = Rules.of(AlignmentEvent.STREAM, AlignmentEvent.streamIdOf(LEA_MARSH))
            .by(Role.PROGRAMME_MANAGER);

    private static AssessAlignment assess(Dimension one, Dimension other, int rating, @Nullable LocalDate on) {
        return new AssessAlignment(LEA_MARSH, one, other, rating, MINUTES, on);
    }

    private static AlignmentAssessed assessed(int rating, LocalDate on) {
        return new AlignmentAssessed(LEA_MARSH, Dimension.STRUCTURE, Dimension.SKILLS, rating, on, MINUTES);
    }

    @Nested
    class two_dimensions_are_compared {

        @Test
        void today_unless_another_day_is_given() {
            rules.when(assess(Dimension.STRUCTURE, Dimension.SKILLS, 2, null)).then(assessed(2, TODAY));
        }

        @Test
        void as_one_pair_whichever_is_named_first() {
            rules.when(assess(Dimension.SKILLS, Dimension.STRUCTURE, 2, MAY)).then(assessed(2, MAY));
        }

        @Test
        void again_on_another_day_with_the_same_outcome() {
            rules.given(assessed(2, MAY))
                    .when(assess(Dimension.STRUCTURE, Dimension.SKILLS, 2, null))
                    .then(assessed(2, TODAY));
        }

        @Test
        void again_on_the_same_day_with_another_outcome() {
            rules.given(assessed(2, MAY))
                    .when(assess(Dimension.STRUCTURE, Dimension.SKILLS, 3, MAY))
                    .then(assessed(3, MAY));
        }
    }

    @Nested
    class an_assessment_is_refused {

        @Test
        void that_says_the_same_again() {
            rules.given(assessed(2, MAY), assessed(2, TODAY))
                    .when(assess(Dimension.SKILLS, Dimension.STRUCTURE, 2, MAY))
                    .refused(Code.DUPLICATE, "For 4 May 2026, structure and skills are rated 2.");
        }

        @Test
        void for_a_day_to_come() {
            rules.when(assess(Dimension.STRUCTURE, Dimension.SKILLS, 2, TODAY.plusDays(1)))
                    .refused(
                            Code.FUTURE_DATE_NOT_ALLOWED,
                            "3 November 2026 has not come yet; today is 2 November 2026.");
        }

        @Test
        void for_a_day_before_the_programme() {
            assertThat(rules.when(assess(
                                    Dimension.STRUCTURE,
                                    Dimension.SKILLS,
                                    2,
                                    PROGRAMME.effectiveOn().minusDays(1)))
                            .refusal()
                            .code())
                    .isEqualTo(Code.OUTSIDE_PROGRAMME_WINDOW);
        }

        @Test
        void before_there_is_a_programme() {
            Rules.beforeAnyProgramme(AlignmentEvent.STREAM, AlignmentEvent.streamIdOf(LEA_MARSH))
                    .when(assess(Dimension.STRUCTURE, Dimension.SKILLS, 2, null))
                    .refused(Code.NOT_FOUND, "Nobody has started it.");
        }
    }

    @Test
    void a_dimension_is_not_compared_with_itself() {
        assertThatThrownBy(() -> assess(Dimension.STYLE, Dimension.STYLE, 2, null))
                .hasMessage("Two different dimensions are compared.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, -1})
    void a_rating_is_from_one_to_four(int rating) {
        assertThatThrownBy(() -> assess(Dimension.STYLE, Dimension.STAFF, rating, null))
                .hasMessage("A rating is 1, 2, 3 or 4.");
    }
}

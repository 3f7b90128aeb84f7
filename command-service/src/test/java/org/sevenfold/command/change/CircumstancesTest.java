package org.sevenfold.command.change;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sevenfold.command.lookups.KnownEvents;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;
import org.sevenfold.events.programme.Role;

class CircumstancesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private static Circumstances of(LocalDate programmeStart, Role... roles) {
        return new Circumstances(
                "somebody",
                List.of(roles),
                TODAY,
                Programme.startingOn(programmeStart),
                Limits.DEFAULT,
                KnownEvents.of());
    }

    private static void reachesBackTo(LocalDate earliest, Circumstances in) {
        assertThatCode(() -> in.requireWithinBackDating(earliest)).doesNotThrowAnyException();
        assertThatThrownBy(() -> in.requireWithinBackDating(earliest.minusDays(1)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThatCode(() -> {
                                    if (refusal.code() != Code.BACK_DATING_LIMIT) {
                                        throw refusal;
                                    }
                                })
                                .doesNotThrowAnyException());
    }

    @Nested
    class how_far_back_a_role_records {

        private final LocalDate longAgo = TODAY.minusYears(3);

        @ParameterizedTest
        @EnumSource(
                value = Role.class,
                names = {"GROUP_MANAGER", "CONSULTANT_SOCIAL_WORKER", "STAFF"})
        void unit_staff_31_days(Role role) {
            reachesBackTo(TODAY.minusDays(31), of(longAgo, role));
        }

        @ParameterizedTest
        @EnumSource(
                value = Role.class,
                names = {"LEARNING_AND_DEVELOPMENT", "HUMAN_RESOURCES"})
        void specialists_365_days(Role role) {
            reachesBackTo(TODAY.minusDays(365), of(longAgo, role));
        }

        @Test
        void the_programme_manager_to_the_first_day_of_the_programme() {
            reachesBackTo(longAgo, of(longAgo, Role.PROGRAMME_MANAGER));
        }

        @Test
        void the_programme_manager_of_a_programme_to_come_not_at_all() {
            reachesBackTo(TODAY, of(TODAY.plusDays(10), Role.PROGRAMME_MANAGER));
        }

        @Test
        void of_unit_staff_and_specialist_the_specialist_counts() {
            reachesBackTo(TODAY.minusDays(365), of(longAgo, Role.STAFF, Role.HUMAN_RESOURCES));
        }

        @Test
        void of_programme_manager_and_specialist_the_longer_way_back_counts() {
            LocalDate lately = TODAY.minusDays(100);
            reachesBackTo(longAgo, of(longAgo, Role.LEARNING_AND_DEVELOPMENT, Role.PROGRAMME_MANAGER));
            reachesBackTo(TODAY.minusDays(365), of(lately, Role.LEARNING_AND_DEVELOPMENT, Role.PROGRAMME_MANAGER));
        }

        @Test
        void of_programme_manager_and_unit_staff_the_longer_way_back_counts() {
            LocalDate lately = TODAY.minusDays(10);
            reachesBackTo(TODAY.minusDays(31), of(lately, Role.PROGRAMME_MANAGER, Role.GROUP_MANAGER));
            reachesBackTo(lately, of(lately, Role.PROGRAMME_MANAGER));
        }

        @Test
        void a_day_to_come_is_never_too_far_back() {
            of(longAgo, Role.STAFF).requireWithinBackDating(TODAY.plusYears(1));
        }
    }

    @Test
    void today_is_not_the_future_but_tomorrow_is() {
        Circumstances in = of(TODAY, Role.STAFF);
        assertThatCode(() -> in.requireNotFuture(TODAY, "A completion")).doesNotThrowAnyException();
        assertThatThrownBy(() -> in.requireNotFuture(TODAY.plusDays(1), "A completion"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot lie in the future");
    }

    @Test
    void a_programme_lasts_twelve_months_both_days_included() {
        Programme programme = Programme.startingOn(LocalDate.of(2026, 11, 1));
        org.assertj.core.api.Assertions.assertThat(programme.end()).isEqualTo(LocalDate.of(2027, 10, 31));
    }
}

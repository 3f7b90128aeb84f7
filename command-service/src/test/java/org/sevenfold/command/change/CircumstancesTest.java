package org.sevenfold.command.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sevenfold.command.lookups.KnownEvents;
import org.sevenfold.events.ProgrammeId;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.Policy;
import org.sevenfold.events.governance.PolicyEvent.PolicySet;
import org.sevenfold.events.plan.ProgrammeEvent.PeriodLocked;
import org.sevenfold.events.plan.ProgrammeEvent.ProgrammeStarted;
import org.sevenfold.platform.problem.Code;
import org.sevenfold.platform.problem.Refusal;

class CircumstancesTest {

    private static final ProgrammeId PROGRAMME = ProgrammeId.of("01936c6e-5000-7000-8000-000000000001");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private static Circumstances of(LocalDate programmeStart, Role... roles) {
        return new Circumstances(
                "somebody",
                List.of(roles),
                TODAY,
                false,
                KnownEvents.of(
                        new ProgrammeStarted(PROGRAMME, "lea-marsh", "Lea Marsh", programmeStart, TODAY.plusYears(1))));
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

    @Nested
    class a_month_that_is_reported {

        private final YearMonth october = YearMonth.of(2026, 10);
        private final KnownEvents known = KnownEvents.of(
                new ProgrammeStarted(PROGRAMME, "lea-marsh", "Lea Marsh", TODAY.minusYears(1), TODAY.plusYears(1)),
                new PeriodLocked(PROGRAMME, october));

        private Circumstances of(Role role) {
            return new Circumstances("somebody", List.of(role), TODAY, false, known);
        }

        @ParameterizedTest
        @EnumSource(
                value = Role.class,
                names = {"GROUP_MANAGER", "CONSULTANT_SOCIAL_WORKER", "STAFF"})
        void takes_nothing_more_from_people_in_units(Role role) {
            assertThatThrownBy(() -> of(role).requireWithinBackDating(october.atDay(31)))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.PERIOD_LOCKED));
            of(role).requireWithinBackDating(TODAY);
        }

        @ParameterizedTest
        @EnumSource(
                value = Role.class,
                names = {"LEARNING_AND_DEVELOPMENT", "HUMAN_RESOURCES", "PROGRAMME_MANAGER"})
        void still_takes_what_is_late_from_those_who_keep_the_records(Role role) {
            of(role).requireWithinBackDating(october.atDay(1));
        }
    }

    @Nested
    class a_threshold {

        @Test
        void is_the_default_before_a_programme_and_until_somebody_sets_it() {
            assertThat(new Circumstances("somebody", List.of(), TODAY, false, KnownEvents.of())
                            .policy(Policy.GREEN_LATE_DAYS))
                    .isEqualTo(14);
            assertThat(CircumstancesTest.of(TODAY).policy(Policy.GREEN_LATE_DAYS))
                    .isEqualTo(14);
        }

        @Test
        void holds_from_its_day_and_the_last_word_counts() {
            var known = KnownEvents.of(
                    new ProgrammeStarted(PROGRAMME, "lea-marsh", "Lea Marsh", TODAY, TODAY.plusYears(1)),
                    new PolicySet(PROGRAMME, Policy.GREEN_LATE_DAYS, new BigDecimal(10), TODAY.plusDays(5)),
                    new PolicySet(PROGRAMME, Policy.GREEN_LATE_DAYS, new BigDecimal(12), TODAY.plusDays(5)),
                    new PolicySet(PROGRAMME, Policy.GREEN_LATE_DAYS, new BigDecimal(20), TODAY.plusDays(2)));
            var in = new Circumstances("somebody", List.of(), TODAY, false, known);
            assertThat(in.policy(Policy.GREEN_LATE_DAYS)).isEqualTo(14);
            assertThat(in.policy(Policy.GREEN_LATE_DAYS, TODAY.plusDays(4))).isEqualTo(20);
            assertThat(in.policy(Policy.GREEN_LATE_DAYS, TODAY.plusDays(5))).isEqualTo(12);
            assertThat(in.policy(Policy.NEGLECT_DAYS)).isEqualTo(60);
        }
    }
}

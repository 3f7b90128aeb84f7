package org.sevenfold.command.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sevenfold.command.structure.Structure.CHILD_IN_NEED_4;
import static org.sevenfold.command.structure.Structure.CIN_04;
import static org.sevenfold.command.structure.Structure.GROUP_A;
import static org.sevenfold.command.structure.Structure.GROUP_BEGINS;
import static org.sevenfold.command.structure.Structure.GRP_A;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.structure.UnitCommand.EstablishUnit;
import org.sevenfold.events.Role;
import org.sevenfold.events.structure.UnitEvent;
import org.sevenfold.events.structure.UnitEvent.UnitEstablished;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.events.structure.UnitKind;
import org.sevenfold.platform.problem.Code;

class UnitTest {

    private static final UnitId CIN_09 = UnitId.of("01936c6e-1000-7000-8000-000000000009");
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);

    private final Rules rules = Rules.of(UnitEvent.STREAM, CIN_09).by(Role.PROGRAMME_MANAGER);

    private static EstablishUnit unit(UnitKind kind, @Nullable UnitId group, LocalDate from) {
        return new EstablishUnit(CIN_09, "CIN-09", "Child in Need 9", kind, "Child in Need", group, from);
    }

    private static EstablishUnit unitCalled(String reference, String name) {
        return new EstablishUnit(CIN_09, reference, name, UnitKind.UNIT, "Child in Need", null, DECEMBER);
    }

    private static UnitEstablished established(UnitKind kind, @Nullable UnitId group, LocalDate from) {
        return new UnitEstablished(CIN_09, "CIN-09", "Child in Need 9", kind, "Child in Need", group, from);
    }

    @Nested
    class a_unit_is_established {

        @Test
        void in_a_group_from_a_day_to_come() {
            rules.given(GROUP_A)
                    .when(unit(UnitKind.UNIT, GRP_A, DECEMBER))
                    .then(established(UnitKind.UNIT, GRP_A, DECEMBER));
        }

        @Test
        void on_the_first_day_of_its_group() {
            rules.given(GROUP_A)
                    .when(unit(UnitKind.UNIT, GRP_A, GROUP_BEGINS))
                    .then(established(UnitKind.UNIT, GRP_A, GROUP_BEGINS));
        }

        @Test
        void without_a_group_as_an_old_team() {
            rules.when(unit(UnitKind.TEAM, null, DECEMBER)).then(established(UnitKind.TEAM, null, DECEMBER));
        }

        @Test
        void as_a_group() {
            rules.when(unit(UnitKind.GROUP, null, DECEMBER)).then(established(UnitKind.GROUP, null, DECEMBER));
        }

        @Test
        void beside_others_of_other_names() {
            rules.given(GROUP_A, CHILD_IN_NEED_4)
                    .when(unit(UnitKind.UNIT, null, DECEMBER))
                    .then(established(UnitKind.UNIT, null, DECEMBER));
        }

        @Test
        void on_the_first_day_of_the_programme() {
            LocalDate first = Rules.PROGRAMME.effectiveOn();
            rules.when(unit(UnitKind.UNIT, null, first)).then(established(UnitKind.UNIT, null, first));
        }
    }

    @Nested
    class a_unit_is_refused {

        @Test
        void under_an_id_that_is_taken() {
            rules.given(established(UnitKind.UNIT, null, DECEMBER))
                    .when(unitCalled("CIN-10", "Child in Need 10"))
                    .refused(
                            Code.DUPLICATE,
                            "CIN-09 'Child in Need 9' has this identity; it exists from 1 December 2026 on.");
        }

        @Test
        void under_a_reference_that_is_taken_however_it_is_written() {
            rules.given(CHILD_IN_NEED_4)
                    .when(unitCalled(" cin-04 ", "Child in Need 9"))
                    .refused(
                            Code.DUPLICATE,
                            "CIN-04 'Child in Need 4' has this reference; it exists from 1 March 2026 on.");
        }

        @Test
        void under_a_name_that_is_taken_however_it_is_written() {
            rules.given(CHILD_IN_NEED_4)
                    .when(unitCalled("CIN-09", "CHILD in need 4"))
                    .refused(Code.DUPLICATE, "CIN-04 'Child in Need 4' has this name; it exists from 1 March 2026 on.");
        }

        @Test
        void as_taken_with_the_id_of_the_one_that_there_is() {
            var refusal = rules.given(CHILD_IN_NEED_4)
                    .when(unitCalled("CIN-04", "Child in Need 9"))
                    .refusal();
            assertThat(refusal.extra()).containsEntry("existingId", CIN_04.toString());
        }

        @Test
        void before_the_programme_began() {
            rules.when(unit(UnitKind.UNIT, null, Rules.PROGRAMME.effectiveOn().minusDays(1)))
                    .refused(
                            Code.BACK_DATING_LIMIT,
                            "30 September 2025 lies before the programme began on 1 October 2025; the programme"
                                    + " manager can record from then on.");
        }

        @Test
        void as_a_group_in_a_group() {
            rules.given(GROUP_A)
                    .when(unit(UnitKind.GROUP, GRP_A, DECEMBER))
                    .refused(Code.INVALID_TRANSITION, "CIN-09 is to be a group, and groups stand side by side.");
        }

        @Test
        void in_a_group_that_nobody_established() {
            rules.when(unit(UnitKind.UNIT, GRP_A, DECEMBER)).refused(Code.NOT_FOUND, "Nobody has established it.");
        }

        @Test
        void in_a_unit_that_is_no_group() {
            rules.given(CHILD_IN_NEED_4)
                    .when(unit(UnitKind.UNIT, CIN_04, DECEMBER))
                    .refused(Code.INVALID_TRANSITION, "CIN-04 'Child in Need 4' is not a group.");
        }

        @Test
        void a_day_before_its_group_exists() {
            rules.given(GROUP_A)
                    .when(unit(UnitKind.TEAM, GRP_A, GROUP_BEGINS.minusDays(1)))
                    .refused(Code.INVALID_TRANSITION, "GRP-A 'Group A' exists from 1 February 2026 on.");
        }
    }
}

package org.sevenfold.command.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sevenfold.command.change.Rules.TODAY;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.governance.RoleCommand.GrantRole;
import org.sevenfold.command.governance.RoleCommand.RevokeRole;
import org.sevenfold.events.Days;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.RoleEvent;
import org.sevenfold.events.governance.RoleEvent.RoleGranted;
import org.sevenfold.events.governance.RoleEvent.RoleRevoked;
import org.sevenfold.events.staff.LegalBasis;
import org.sevenfold.events.staff.PersonEvent.PersonErasureRequested;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.platform.problem.Code;

class RoleTest {

    private static final PersonId ADA = PersonId.of("01936c6e-2000-7000-8000-000000000001");
    private static final PersonId BEN = PersonId.of("01936c6e-2000-7000-8000-000000000002");
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private final Rules rules =
            Rules.of(RoleEvent.STREAM, RoleEvent.streamIdOf(ADA)).by(Role.SENIOR_RESPONSIBLE_OWNER);

    private static GrantRole grant(Role role) {
        return new GrantRole(ADA, role, TODAY, null);
    }

    private static RoleGranted granted(Role role, @Nullable LocalDate lastDay) {
        return new RoleGranted(ADA, role, JUNE, lastDay);
    }

    @Nested
    class a_role_is_granted {

        @Test
        void from_today_on() {
            rules.when(grant(Role.GROUP_MANAGER)).then(new RoleGranted(ADA, Role.GROUP_MANAGER, TODAY, null));
        }

        @Test
        void for_a_time() {
            rules.given(granted(Role.GROUP_MANAGER, null))
                    .when(new GrantRole(ADA, Role.STAFF, TODAY.plusDays(1), TODAY.plusDays(9)))
                    .then(new RoleGranted(ADA, Role.STAFF, TODAY.plusDays(1), TODAY.plusDays(9)));
        }

        @Test
        void again_after_it_ended() {
            rules.given(granted(Role.GROUP_MANAGER, TODAY.minusDays(1)))
                    .when(grant(Role.GROUP_MANAGER))
                    .then(new RoleGranted(ADA, Role.GROUP_MANAGER, TODAY, null));
        }

        @Test
        void but_not_to_somebody_who_was_erased() {
            rules.given(
                            new PersonRegistered(ADA, JUNE),
                            new PersonErasureRequested(ADA, LegalBasis.ERASURE_REQUEST, TODAY.minusDays(1)))
                    .when(grant(Role.READER))
                    .refused(
                            Code.INVALID_TRANSITION,
                            "It was decided on 1 November 2026 that nothing is held any more that says who this is.");
        }

        @Test
        void but_not_while_it_is_held() {
            rules.given(granted(Role.GROUP_MANAGER, null))
                    .when(grant(Role.GROUP_MANAGER))
                    .refused(Code.EFFECTIVE_OVERLAP, "It was granted from 1 June 2026 on.");
        }

        @Test
        void but_not_for_days_that_are_over() {
            rules.when(new GrantRole(ADA, Role.STAFF, TODAY.minusDays(1), null))
                    .refused(
                            Code.BACK_DATING_LIMIT,
                            "1 November 2026 has passed, and who could do what on that day stays as it was.");
        }

        @Test
        void but_not_to_oneself() {
            var self = PersonId.of(Rules.CALLER);
            var in = rules.circumstances();
            var refusal = Rules.refusal(() -> RolesOfPerson.decide(
                    new GrantRole(self, Role.PROGRAMME_MANAGER, TODAY, null), RolesOfPerson.NONE, in));
            assertThat(refusal.code()).isEqualTo(Code.SEPARATION_OF_DUTIES);
        }

        @Test
        void but_an_auditor_holds_no_other() {
            rules.given(granted(Role.AUDITOR, null))
                    .when(grant(Role.STAFF))
                    .refused(Code.SEPARATION_OF_DUTIES, "At that time the person is auditor.");
        }

        @Test
        void but_nobody_becomes_an_auditor_who_holds_another() {
            rules.given(granted(Role.STAFF, null))
                    .when(grant(Role.AUDITOR))
                    .refused(Code.SEPARATION_OF_DUTIES, "At that time the person is staff.");
        }

        @Test
        void but_operators_are_set_up_elsewhere() {
            rules.when(grant(Role.OPERATOR))
                    .refused(
                            Code.INVALID_TRANSITION,
                            "Operators and integrations are set up by whoever runs the installation.");
        }
    }

    @Nested
    class an_operator {

        private final Rules operator = rules.by(Role.OPERATOR);

        @Test
        void grants_the_first_two_roles() {
            operator.when(grant(Role.SENIOR_RESPONSIBLE_OWNER))
                    .then(new RoleGranted(ADA, Role.SENIOR_RESPONSIBLE_OWNER, TODAY, null));
        }

        @Test
        void grants_them_while_nobody_holds_them() {
            operator.given(new RoleGranted(BEN, Role.PROGRAMME_MANAGER, JUNE, null))
                    .when(grant(Role.PROGRAMME_MANAGER))
                    .refused(Code.ROLE_NOT_PERMITTED, "There is a programme manager already.");
        }

        @Test
        void grants_no_other() {
            operator.when(grant(Role.HUMAN_RESOURCES))
                    .refused(
                            Code.ROLE_NOT_PERMITTED,
                            "These are the first senior responsible owner and the first programme manager.");
        }
    }

    @Nested
    class a_role_is_revoked {

        private RevokeRole revoke(Role role) {
            return new RevokeRole(ADA, role, Days.before(TODAY));
        }

        @Test
        void from_a_day_on() {
            EventId grant = rules.record(granted(Role.GROUP_MANAGER, null));
            rules.when(revoke(Role.GROUP_MANAGER))
                    .then(new RoleRevoked(ADA, Role.GROUP_MANAGER, grant, Days.before(TODAY)));
        }

        @Test
        void once() {
            EventId grant = rules.record(granted(Role.GROUP_MANAGER, null));
            rules.given(new RoleRevoked(ADA, Role.GROUP_MANAGER, grant, Days.before(TODAY)))
                    .when(revoke(Role.GROUP_MANAGER))
                    .refused(Code.INVALID_TRANSITION, "On 2 November 2026 there is no grant of it.");
        }

        @Test
        void unless_nobody_would_be_responsible_any_more() {
            rules.given(granted(Role.SENIOR_RESPONSIBLE_OWNER, null))
                    .when(revoke(Role.SENIOR_RESPONSIBLE_OWNER))
                    .refused(
                            Code.INVALID_TRANSITION,
                            "From 2 November 2026 on there would be no senior responsible owner.");
        }

        @Test
        void from_who_is_responsible_once_there_is_a_successor() {
            rules.given(new RoleGranted(BEN, Role.SENIOR_RESPONSIBLE_OWNER, JUNE, null));
            EventId grant = rules.record(granted(Role.SENIOR_RESPONSIBLE_OWNER, null));
            rules.when(revoke(Role.SENIOR_RESPONSIBLE_OWNER))
                    .then(new RoleRevoked(ADA, Role.SENIOR_RESPONSIBLE_OWNER, grant, Days.before(TODAY)));
        }
    }
}

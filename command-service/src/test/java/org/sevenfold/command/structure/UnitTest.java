package org.sevenfold.command.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sevenfold.command.staff.Staff.ADA;
import static org.sevenfold.command.staff.Staff.ADA_IN_104;
import static org.sevenfold.command.staff.Staff.ADA_REGISTERED;
import static org.sevenfold.command.staff.Staff.BEN;
import static org.sevenfold.command.staff.Staff.BEN_REGISTERED;
import static org.sevenfold.command.staff.Staff.P_0104;
import static org.sevenfold.command.staff.Staff.P_0105;
import static org.sevenfold.command.staff.Staff.appointed;
import static org.sevenfold.command.structure.Structure.CHILD_IN_NEED_4;
import static org.sevenfold.command.structure.Structure.CIN_04;
import static org.sevenfold.command.structure.Structure.GROUP_A;
import static org.sevenfold.command.structure.Structure.GROUP_BEGINS;
import static org.sevenfold.command.structure.Structure.GRP_A;
import static org.sevenfold.command.structure.Structure.UNIT_BEGINS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.change.RuleOverride;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.structure.UnitCommand.AssignGroupManager;
import org.sevenfold.command.structure.UnitCommand.CloseUnit;
import org.sevenfold.command.structure.UnitCommand.EstablishUnit;
import org.sevenfold.events.Overridden;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.Policy;
import org.sevenfold.events.governance.PolicyEvent.PolicySet;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostEvent.PostCreated;
import org.sevenfold.events.staff.PostEvent.PostDisestablished;
import org.sevenfold.events.staff.PostId;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitEvent;
import org.sevenfold.events.structure.UnitEvent.GroupManagerAssigned;
import org.sevenfold.events.structure.UnitEvent.UnitClosed;
import org.sevenfold.events.structure.UnitEvent.UnitEstablished;
import org.sevenfold.events.structure.UnitId;
import org.sevenfold.events.structure.UnitKind;
import org.sevenfold.platform.problem.Code;

class UnitTest {

    private static final UnitId CIN_09 = UnitId.of("01936c6e-1000-7000-8000-000000000009");
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final UnitEstablished CIN_09_IN_A = established(UnitKind.UNIT, GRP_A, UNIT_BEGINS);
    private static final PostCreated MANAGERS_POST =
            new PostCreated(P_0104, "P-0104", PostRole.GROUP_MANAGER, Fte.of("1"), GRP_A, UNIT_BEGINS, null);

    private final Rules rules = Rules.of(UnitEvent.STREAM, CIN_09).by(Role.PROGRAMME_MANAGER);

    private static EstablishUnit unit(UnitKind kind, @Nullable UnitId group, LocalDate from) {
        return new EstablishUnit(CIN_09, "CIN-09", "Child in Need 9", kind, "Child in Need", group, from, null);
    }

    private static EstablishUnit unitCalled(String reference, String name) {
        return new EstablishUnit(CIN_09, reference, name, UnitKind.UNIT, "Child in Need", null, DECEMBER, null);
    }

    private static UnitEstablished established(UnitKind kind, @Nullable UnitId group, LocalDate from) {
        return new UnitEstablished(CIN_09, "CIN-09", "Child in Need 9", kind, "Child in Need", group, from, null);
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

    @Nested
    class a_group_manager {

        private final Rules rules = UnitTest.this.rules.given(
                GROUP_A, CHILD_IN_NEED_4, ADA_REGISTERED, BEN_REGISTERED, MANAGERS_POST, ADA_IN_104);

        private AssignGroupManager assign(PersonId person, LocalDate from) {
            return assign(person, from, null, false, null);
        }

        private AssignGroupManager succeed(PersonId person, LocalDate from, @Nullable LocalDate lastDay) {
            return assign(person, from, lastDay, true, null);
        }

        private AssignGroupManager assign(
                PersonId person,
                LocalDate from,
                @Nullable LocalDate lastDay,
                boolean succeeds,
                @Nullable RuleOverride override) {
            return new AssignGroupManager(CIN_09, person, from, lastDay, succeeds, override);
        }

        private GroupManagerAssigned managed(UnitId unit, PersonId person, LocalDate from) {
            return new GroupManagerAssigned(unit, null, person, from, null, null);
        }

        @Test
        void manages_a_unit_from_a_day_on() {
            rules.given(CIN_09_IN_A)
                    .when(new AssignGroupManager(CIN_09, ADA, JUNE, null, null, null))
                    .then(managed(CIN_09, ADA, JUNE));
        }

        @Test
        void manages_it_for_a_time_and_the_next_from_the_day_after() {
            rules.given(CIN_09_IN_A, new GroupManagerAssigned(CIN_09, null, ADA, JUNE, JULY.minusDays(1), null))
                    .given(appointed(P_0105, BEN, "1", JULY))
                    .when(assign(BEN, JULY))
                    .then(managed(CIN_09, BEN, JULY));
        }

        @Test
        void takes_over_where_it_is_said() {
            rules.given(CIN_09_IN_A, managed(CIN_09, ADA, JUNE), appointed(P_0105, BEN, "1", JULY))
                    .when(succeed(BEN, DECEMBER, null))
                    .then(new GroupManagerAssigned(CIN_09, ADA, BEN, DECEMBER, null, null));
        }

        @Test
        void who_took_over_is_the_one_who_is_there() {
            rules.given(CIN_09_IN_A, managed(CIN_09, ADA, JUNE), appointed(P_0105, BEN, "1", JULY))
                    .given(new GroupManagerAssigned(CIN_09, ADA, BEN, JULY, null, null))
                    .when(succeed(ADA, DECEMBER, null))
                    .then(new GroupManagerAssigned(CIN_09, BEN, ADA, DECEMBER, null, null));
        }

        @Test
        void stays_as_long_as_the_unit_does() {
            rules.given(CIN_09_IN_A, new UnitClosed(CIN_09, DECEMBER, null))
                    .when(assign(ADA, JULY))
                    .then(new GroupManagerAssigned(CIN_09, null, ADA, JULY, DECEMBER, null));
        }

        @Test
        void is_one_a_day() {
            var refusal = rules.given(CIN_09_IN_A, managed(CIN_09, ADA, JUNE), appointed(P_0105, BEN, "1", JULY))
                    .when(assign(BEN, DECEMBER))
                    .refusal();
            assertThat(refusal.code()).isEqualTo(Code.SINGLE_INCUMBENT);
            assertThat(refusal.detail())
                    .isEqualTo("CIN-09 'Child in Need 9' is managed by the group manager in post P-0104 from"
                            + " 1 June 2026 on.");
            assertThat(refusal.remedy()).startsWith("If the new one takes over, say that");
        }

        @Test
        void does_not_take_over_from_somebody_who_comes_later() {
            var later = new GroupManagerAssigned(CIN_09, null, ADA, DECEMBER, DECEMBER.plusDays(30), null);
            var refusal = rules.given(CIN_09_IN_A, later, appointed(P_0105, BEN, "1", JULY))
                    .when(succeed(BEN, JULY, null))
                    .refusal();
            assertThat(refusal.code()).isEqualTo(Code.SINGLE_INCUMBENT);
            assertThat(refusal.detail())
                    .isEqualTo("CIN-09 'Child in Need 9' is managed by the group manager in post P-0104 from"
                            + " 1 December 2026 to 31 December 2026.");
            assertThat(refusal.remedy()).isEqualTo("Begin after that, or end before it begins.");
        }

        @Test
        void may_come_before_somebody_who_comes_later() {
            rules.given(CIN_09_IN_A, managed(CIN_09, ADA, DECEMBER), appointed(P_0105, BEN, "1", JULY))
                    .when(assign(BEN, JULY, DECEMBER.minusDays(1), false, null))
                    .then(new GroupManagerAssigned(CIN_09, null, BEN, JULY, DECEMBER.minusDays(1), null));
        }

        @Test
        void cannot_succeed_themself() {
            rules.given(CIN_09_IN_A, managed(CIN_09, ADA, JUNE))
                    .when(succeed(ADA, DECEMBER, null))
                    .refused(
                            Code.SINGLE_INCUMBENT,
                            "CIN-09 'Child in Need 9' is managed by this very person from 1 June 2026 on.");
        }

        @Test
        void who_left_is_named_by_no_post() {
            rules.given(CIN_09_IN_A, appointed(P_0105, BEN, "1", JUNE, JULY), managed(CIN_09, BEN, JUNE))
                    .when(assign(ADA, DECEMBER))
                    .refused(
                            Code.SINGLE_INCUMBENT,
                            "CIN-09 'Child in Need 9' is managed by somebody who is in no post any more, from"
                                    + " 1 June 2026 on.");
        }

        @Test
        void is_somebody_who_is_registered() {
            var nobody = PersonId.of("01936c6e-2000-7000-8000-0000000000aa");
            rules.given(CIN_09_IN_A)
                    .when(assign(nobody, JUNE))
                    .refused(Code.NOT_FOUND, "Nobody has registered this person.");
        }

        @Test
        void is_in_post_on_the_first_day() {
            rules.given(CIN_09_IN_A)
                    .when(assign(BEN, JUNE))
                    .refused(Code.NOT_IN_POST_ON_DATE, "Nobody appointed the person to a post for 1 June 2026.");
        }

        @Test
        void comes_when_the_unit_is_there() {
            rules.given(established(UnitKind.UNIT, GRP_A, DECEMBER))
                    .when(assign(ADA, JUNE))
                    .refused(Code.INVALID_TRANSITION, "CIN-09 'Child in Need 9' exists from 1 December 2026 on.");
        }

        @Test
        void does_not_come_to_a_closed_unit() {
            rules.given(CIN_09_IN_A, new UnitClosed(CIN_09, JULY, null))
                    .when(assign(ADA, JULY.plusDays(1)))
                    .refused(
                            Code.INVALID_TRANSITION,
                            "CIN-09 'Child in Need 9' exists from 1 March 2026 to 1 July 2026.");
        }

        @Test
        void leaves_not_before_coming() {
            assertThatThrownBy(() -> assign(ADA, JULY, JUNE, false, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The last day of a group manager cannot lie before the first.");
        }

        @Test
        void has_a_unit_that_exists() {
            assertThat(Rules.refusal(() -> Unit.decide(assign(ADA, JUNE), new Unit.NotYet(), rules.circumstances()))
                            .detail())
                    .isEqualTo("Nobody has established it.");
        }
    }

    @Nested
    class nobody_has_more_units_than_agreed {

        private static final RuleOverride ACCEPTED =
                new RuleOverride("Until the third group has a manager.", "The assistant director helps out.");
        private static final Overridden MARKED = new Overridden(
                List.of("span-exceeded"), "Until the third group has a manager.", "The assistant director helps out.");

        private final Rules rules = UnitTest.this.rules.given(
                GROUP_A, CHILD_IN_NEED_4, ADA_REGISTERED, MANAGERS_POST, ADA_IN_104, agreed(1));
        private final UnitEstablished alone = established(UnitKind.UNIT, null, UNIT_BEGINS);
        private final GroupManagerAssigned groupA = new GroupManagerAssigned(GRP_A, null, ADA, JUNE, null, null);

        private PolicySet agreed(int units) {
            return new PolicySet(
                    Rules.PROGRAMME.programmeId(),
                    Policy.GROUP_MANAGER_SPAN_UNITS,
                    BigDecimal.valueOf(units),
                    Rules.PROGRAMME.effectiveOn());
        }

        private AssignGroupManager assign(LocalDate from, @Nullable RuleOverride override) {
            return new AssignGroupManager(CIN_09, ADA, from, null, false, override);
        }

        @Test
        void where_a_group_counts_as_its_units() {
            rules.given(alone, groupA)
                    .when(assign(JULY, null))
                    .refused(
                            Code.SPAN_EXCEEDED,
                            "On 1 July 2026 this manager would have 2 units; 1 are agreed for one.");
        }

        @Test
        void on_any_day_to_come_either() {
            var later = new GroupManagerAssigned(GRP_A, null, ADA, DECEMBER, null, null);
            rules.given(alone, later)
                    .when(assign(JULY, null))
                    .refused(
                            Code.SPAN_EXCEEDED,
                            "On 1 December 2026 this manager would have 2 units; 1 are agreed for one.");
        }

        @Test
        void but_one_after_the_other() {
            var until = new GroupManagerAssigned(GRP_A, null, ADA, JUNE, JULY.minusDays(1), null);
            rules.given(alone, until)
                    .when(assign(JULY, null))
                    .then(new GroupManagerAssigned(CIN_09, null, ADA, JULY, null, null));
        }

        @Test
        void where_a_closed_unit_no_longer_counts() {
            rules.given(alone, groupA, new UnitClosed(CIN_04, JULY.minusDays(1), null))
                    .when(assign(JULY, null))
                    .then(new GroupManagerAssigned(CIN_09, null, ADA, JULY, null, null));
        }

        @Test
        void and_the_same_unit_counts_once() {
            rules.given(CIN_09_IN_A, agreed(2), groupA)
                    .when(assign(JULY, null))
                    .then(new GroupManagerAssigned(CIN_09, null, ADA, JULY, null, null));
        }

        @Test
        void unless_somebody_entitled_accepts_it() {
            rules.given(alone, groupA)
                    .when(assign(JULY, ACCEPTED))
                    .then(new GroupManagerAssigned(CIN_09, null, ADA, JULY, null, MARKED));
        }

        @Test
        void and_an_override_that_nothing_needs_is_not_marked() {
            rules.given(alone)
                    .when(assign(JULY, ACCEPTED))
                    .then(new GroupManagerAssigned(CIN_09, null, ADA, JULY, null, null));
        }

        @Test
        void nor_by_a_new_unit_in_their_group() {
            rules.given(groupA)
                    .when(unit(UnitKind.UNIT, GRP_A, DECEMBER))
                    .refused(
                            Code.SPAN_EXCEEDED,
                            "On 1 December 2026 this manager would have 2 units; 1 are agreed for one.");
        }

        @Test
        void unless_that_is_accepted() {
            rules.given(groupA)
                    .when(new EstablishUnit(
                            CIN_09,
                            "CIN-09",
                            "Child in Need 9",
                            UnitKind.UNIT,
                            "Child in Need",
                            GRP_A,
                            DECEMBER,
                            ACCEPTED))
                    .then(new UnitEstablished(
                            CIN_09,
                            "CIN-09",
                            "Child in Need 9",
                            UnitKind.UNIT,
                            "Child in Need",
                            GRP_A,
                            DECEMBER,
                            MARKED));
        }

        @Test
        void whose_time_is_over_does_not_count() {
            var until = new GroupManagerAssigned(GRP_A, null, ADA, JUNE, JULY, null);
            rules.given(until)
                    .when(unit(UnitKind.UNIT, GRP_A, DECEMBER))
                    .then(established(UnitKind.UNIT, GRP_A, DECEMBER));
        }
    }

    @Nested
    class a_unit_is_closed {

        private CloseUnit close(LocalDate on, @Nullable UnitId successor) {
            return new CloseUnit(CIN_09, on, successor);
        }

        private PostCreated post(int number) {
            return new PostCreated(
                    new PostId(new UUID(7, number)),
                    "P-%04d".formatted(number),
                    PostRole.SOCIAL_WORKER,
                    Fte.of("1"),
                    CIN_09,
                    UNIT_BEGINS,
                    null);
        }

        @Test
        void when_nothing_was_ever_in_it() {
            rules.given(CIN_09_IN_A).when(close(JULY, null)).then(new UnitClosed(CIN_09, JULY, null));
        }

        @Test
        void with_the_unit_that_goes_on_with_its_work() {
            rules.given(GROUP_A, CHILD_IN_NEED_4, CIN_09_IN_A)
                    .when(close(DECEMBER, CIN_04))
                    .then(new UnitClosed(CIN_09, DECEMBER, CIN_04));
        }

        @Test
        void when_its_posts_end_by_then() {
            rules.given(CIN_09_IN_A, post(901), new PostDisestablished(post(901).postId(), JULY))
                    .when(close(JULY, null))
                    .then(new UnitClosed(CIN_09, JULY, null));
        }

        @Test
        void but_not_while_there_are_people_in_its_posts() {
            var refusal = rules.given(CIN_09_IN_A, post(901), post(902), post(903))
                    .given(appointed(post(901).postId(), ADA, "1", UNIT_BEGINS))
                    .given(appointed(post(902).postId(), BEN, "1", UNIT_BEGINS, JULY))
                    .given(new PostDisestablished(post(903).postId(), JULY.minusDays(1)))
                    .when(close(JULY, null))
                    .refusal();
            assertThat(refusal.code()).isEqualTo(Code.UNIT_HAS_LIVE_POSTS);
            assertThat(refusal.detail())
                    .isEqualTo("After 1 July 2026 there are people in P-0901; vacant, but not disestablished: P-0902.");
            assertThat(refusal.extra()).containsEntry("posts", List.of("P-0901", "P-0902"));
        }

        @Test
        void nor_while_its_posts_are_established() {
            rules.given(CIN_09_IN_A, post(901))
                    .when(close(JULY, null))
                    .refused(
                            Code.UNIT_HAS_LIVE_POSTS,
                            "After 1 July 2026 nobody holds a post there; vacant, but not disestablished: P-0901.");
        }

        @Test
        void of_many_posts_ten_are_named() {
            IntStream.rangeClosed(901, 912).forEach(number -> rules.given(post(number)));
            var refusal = rules.given(CIN_09_IN_A).when(close(JULY, null)).refusal();
            assertThat(refusal.detail()).endsWith("P-0909, P-0910 and 2 more.");
        }

        @Test
        void nor_as_a_group_with_units() {
            var unit = new UnitEstablished(
                    CIN_04, "CIN-04", "Child in Need 4", UnitKind.UNIT, "Child in Need", CIN_09, UNIT_BEGINS, null);
            rules.given(established(UnitKind.GROUP, null, UNIT_BEGINS), unit)
                    .when(close(JULY, null))
                    .refused(Code.INVALID_TRANSITION, "After 1 July 2026 CIN-09 'Child in Need 9' consists of CIN-04.");
        }

        @Test
        void but_as_a_group_whose_units_are_closed() {
            var unit = new UnitEstablished(
                    CIN_04, "CIN-04", "Child in Need 4", UnitKind.UNIT, "Child in Need", CIN_09, UNIT_BEGINS, null);
            rules.given(established(UnitKind.GROUP, null, UNIT_BEGINS), unit, new UnitClosed(CIN_04, JULY, null))
                    .when(close(JULY, null))
                    .then(new UnitClosed(CIN_09, JULY, null));
        }

        @Test
        void once() {
            rules.given(CIN_09_IN_A, new UnitClosed(CIN_09, JULY, null))
                    .when(close(DECEMBER, null))
                    .refused(Code.INVALID_TRANSITION, "The last day of CIN-09 'Child in Need 9' is 1 July 2026.");
        }

        @Test
        void not_before_it_exists() {
            rules.given(CIN_09_IN_A)
                    .when(close(UNIT_BEGINS.minusDays(1), null))
                    .refused(Code.INVALID_TRANSITION, "CIN-09 'Child in Need 9' exists from 1 March 2026 on.");
        }

        @Test
        void and_is_not_its_own_successor() {
            rules.given(CIN_09_IN_A)
                    .when(close(JULY, CIN_09))
                    .refused(Code.INVALID_TRANSITION, "CIN-09 'Child in Need 9' is the unit that closes.");
        }

        @Test
        void and_followed_by_one_that_is_there() {
            rules.given(CIN_09_IN_A, CHILD_IN_NEED_4, new UnitClosed(CIN_04, JULY, null))
                    .when(close(JULY, CIN_04))
                    .refused(Code.INVALID_TRANSITION, "There is no such unit on 2 July 2026.");
        }

        @Test
        void only_if_it_exists() {
            assertThat(Rules.refusal(() -> Unit.decide(close(JULY, null), new Unit.NotYet(), rules.circumstances()))
                            .code())
                    .isEqualTo(Code.NOT_FOUND);
        }

        @Test
        void and_its_reference_stays_taken() {
            rules.given(CHILD_IN_NEED_4, new UnitClosed(CIN_04, JULY, null))
                    .when(unitCalled("CIN-04", "Child in Need 9"))
                    .refused(
                            Code.DUPLICATE,
                            "CIN-04 'Child in Need 4' has this reference; it exists from 1 March 2026 on.");
        }

        @Test
        void and_as_a_group_takes_no_new_units() {
            rules.given(GROUP_A, new UnitClosed(GRP_A, DECEMBER.plusDays(30), null))
                    .when(unit(UnitKind.UNIT, GRP_A, DECEMBER))
                    .refused(Code.INVALID_TRANSITION, "The last day of GRP-A 'Group A' is 31 December 2026.");
        }
    }
}

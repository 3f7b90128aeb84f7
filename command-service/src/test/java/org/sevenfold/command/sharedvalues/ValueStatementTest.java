package org.sevenfold.command.sharedvalues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sevenfold.command.change.Rules.PROGRAMME;
import static org.sevenfold.command.change.Rules.TODAY;
import static org.sevenfold.command.plan.ChangeWork.APPROVED;
import static org.sevenfold.command.plan.ChangeWork.LM_014;
import static org.sevenfold.command.plan.ChangeWork.REGISTERED;
import static org.sevenfold.command.plan.ChangeWork.serves;
import static org.sevenfold.command.sharedvalues.Values.HELD_FROM;
import static org.sevenfold.command.sharedvalues.Values.PRINCIPLE;
import static org.sevenfold.command.sharedvalues.Values.VAL_01;
import static org.sevenfold.command.sharedvalues.Values.VAL_02;
import static org.sevenfold.command.sharedvalues.Values.VISION;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.sharedvalues.ValueStatementCommand.AdoptValueStatement;
import org.sevenfold.command.sharedvalues.ValueStatementCommand.RetireValueStatement;
import org.sevenfold.command.sharedvalues.ValueStatementCommand.ReviseValueStatement;
import org.sevenfold.events.Days;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Role;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeClosed;
import org.sevenfold.events.initiative.InitiativeEvent.InitiativeUnlinkedFromValue;
import org.sevenfold.events.initiative.InitiativeOutcome;
import org.sevenfold.events.sharedvalues.ValueStatementEvent;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementAdopted;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementRetired;
import org.sevenfold.events.sharedvalues.ValueStatementEvent.ValueStatementRevised;
import org.sevenfold.events.sharedvalues.ValueStatementKind;
import org.sevenfold.platform.problem.Code;

class ValueStatementTest {

    private static final String WORDS = "Families help to shape the service that they use.";
    private static final String WHY = "It is part of the vision now.";

    private final Rules rules = Rules.of(ValueStatementEvent.STREAM, VAL_02).by(Role.SENIOR_RESPONSIBLE_OWNER);

    @Nested
    class a_value_statement_is_adopted {

        private AdoptValueStatement adopt(String reference, ValueStatementKind kind, LocalDate from) {
            return new AdoptValueStatement(VAL_02, PROGRAMME.programmeId(), reference, kind, WORDS, from);
        }

        private ValueStatementAdopted adopted(ValueStatementKind kind, LocalDate from) {
            return new ValueStatementAdopted(VAL_02, PROGRAMME.programmeId(), "VAL-02", kind, WORDS, from);
        }

        @Test
        void from_a_day_on() {
            rules.given(VISION)
                    .when(adopt("VAL-02", ValueStatementKind.PRINCIPLE, TODAY.plusDays(30)))
                    .then(adopted(ValueStatementKind.PRINCIPLE, TODAY.plusDays(30)));
        }

        @Test
        void as_the_vision_once_the_one_before_is_held_no_longer() {
            rules.given(VISION, Values.retired(VAL_01, TODAY))
                    .when(adopt("VAL-02", ValueStatementKind.VISION, TODAY))
                    .then(adopted(ValueStatementKind.VISION, TODAY));
        }

        @Test
        void but_not_as_a_second_vision() {
            EventId first = rules.record(VISION);
            var refusal = rules.when(adopt("VAL-02", ValueStatementKind.VISION, TODAY))
                    .refusal();
            assertThat(refusal.code()).isEqualTo(Code.EFFECTIVE_OVERLAP);
            assertThat(refusal.detail()).isEqualTo("VAL-01 is the vision from 5 January 2026 on.");
            assertThat(refusal.extra()).containsEntry("conflictsWith", first.toString());
        }

        @Test
        void and_not_as_the_vision_a_day_too_early() {
            rules.given(VISION, Values.retired(VAL_01, TODAY))
                    .when(adopt("VAL-02", ValueStatementKind.VISION, TODAY.minusDays(1)))
                    .refused(
                            Code.EFFECTIVE_OVERLAP,
                            "VAL-01 is the vision from 5 January 2026 until the day before 2 November 2026.");
        }

        @Test
        void and_not_under_a_reference_that_is_taken() {
            var refusal = rules.given(VISION)
                    .when(adopt("val-01", ValueStatementKind.PRINCIPLE, TODAY))
                    .refusal();
            assertThat(refusal.detail()).isEqualTo("VAL-01 was adopted for 5 January 2026.");
            assertThat(refusal.extra()).containsEntry("existingId", VAL_01.toString());
        }

        @Test
        void and_not_under_an_id_that_is_taken() {
            assertThat(rules.given(PRINCIPLE)
                            .when(adopt("VAL-03", ValueStatementKind.PRINCIPLE, TODAY))
                            .refusal()
                            .code())
                    .isEqualTo(Code.DUPLICATE);
        }

        @Test
        void and_not_for_a_day_before_the_programme() {
            assertThat(rules.when(adopt(
                                    "VAL-02",
                                    ValueStatementKind.PRINCIPLE,
                                    PROGRAMME.effectiveOn().minusDays(1)))
                            .refusal()
                            .code())
                    .isEqualTo(Code.BACK_DATING_LIMIT);
        }
    }

    @Nested
    class a_value_statement_is_revised {

        private ReviseValueStatement revise(String words, LocalDate from) {
            return new ReviseValueStatement(VAL_02, words, from);
        }

        @Test
        void from_a_later_day_on() {
            rules.given(PRINCIPLE).when(revise(WORDS, TODAY)).then(new ValueStatementRevised(VAL_02, WORDS, TODAY));
        }

        @Test
        void but_not_from_the_day_of_the_present_words() {
            EventId present = rules.record(PRINCIPLE);
            var refusal = rules.when(revise(WORDS, HELD_FROM)).refusal();
            assertThat(refusal.code()).isEqualTo(Code.EFFECTIVE_OVERLAP);
            assertThat(refusal.detail()).isEqualTo("VAL-02 has its present words from 5 January 2026 on.");
            assertThat(refusal.extra()).containsEntry("conflictsWith", present.toString());
        }

        @Test
        void and_not_into_the_same_words() {
            rules.given(PRINCIPLE, new ValueStatementRevised(VAL_02, WORDS, TODAY.minusDays(1)))
                    .when(revise(WORDS, TODAY))
                    .refused(Code.DUPLICATE, "VAL-02 has these words already.");
        }

        @Test
        void and_not_once_it_is_retired() {
            rules.given(PRINCIPLE, Values.retired(VAL_02, TODAY))
                    .when(revise(WORDS, TODAY))
                    .refused(Code.INVALID_TRANSITION, "VAL-02 is held no longer from 2 November 2026 on.");
        }
    }

    @Nested
    class a_value_statement_is_retired {

        private final RetireValueStatement retire = new RetireValueStatement(VAL_02, Days.before(TODAY), WHY);

        @Test
        void where_nothing_serves_it() {
            rules.given(PRINCIPLE).when(retire).then(new ValueStatementRetired(VAL_02, Days.before(TODAY)));
        }

        @Test
        void where_what_serves_it_serves_another_too() {
            rules.given(VISION, PRINCIPLE, REGISTERED, serves(VAL_01), serves(VAL_02), APPROVED)
                    .when(retire)
                    .then(new ValueStatementRetired(VAL_02, Days.before(TODAY)));
        }

        @Test
        void where_what_serves_it_is_not_under_way() {
            rules.given(PRINCIPLE, REGISTERED, serves(VAL_02))
                    .when(retire)
                    .then(new ValueStatementRetired(VAL_02, Days.before(TODAY)));
        }

        @Test
        void where_what_served_it_is_over() {
            rules.given(
                            PRINCIPLE,
                            REGISTERED,
                            serves(VAL_02),
                            APPROVED,
                            new InitiativeClosed(LM_014, InitiativeOutcome.DELIVERED, TODAY))
                    .when(retire)
                    .then(new ValueStatementRetired(VAL_02, Days.before(TODAY)));
        }

        @Test
        void where_what_served_it_does_so_no_longer() {
            rules.given(
                            VISION,
                            PRINCIPLE,
                            REGISTERED,
                            serves(VAL_01),
                            serves(VAL_02),
                            APPROVED,
                            new InitiativeUnlinkedFromValue(LM_014, VAL_02, Days.before(TODAY)))
                    .when(retire)
                    .then(new ValueStatementRetired(VAL_02, Days.before(TODAY)));
        }

        @Test
        void but_not_where_it_is_the_last_value_of_an_initiative_under_way() {
            var refusal = rules.given(PRINCIPLE, REGISTERED, serves(VAL_02), APPROVED)
                    .when(retire)
                    .refusal();
            assertThat(refusal.code()).isEqualTo(Code.NO_VALUE_LINK);
            assertThat(refusal.detail()).isEqualTo("VAL-02 is the last value that these serve: LM-014.");
            assertThat(refusal.extra()).containsEntry("initiatives", List.of("LM-014"));
        }

        @Test
        void and_not_where_the_other_value_is_retired_by_then() {
            assertThat(rules.given(
                                    VISION,
                                    PRINCIPLE,
                                    REGISTERED,
                                    serves(VAL_01),
                                    serves(VAL_02),
                                    APPROVED,
                                    Values.retired(VAL_01, TODAY))
                            .when(retire)
                            .refusal()
                            .code())
                    .isEqualTo(Code.NO_VALUE_LINK);
        }

        @Test
        void and_not_before_its_present_words_hold() {
            assertThat(rules.given(PRINCIPLE)
                            .when(new RetireValueStatement(VAL_02, Days.before(HELD_FROM), WHY))
                            .refusal()
                            .code())
                    .isEqualTo(Code.EFFECTIVE_OVERLAP);
        }

        @Test
        void and_not_without_a_reason() {
            assertThat(rules.given(PRINCIPLE)
                            .when(new RetireValueStatement(VAL_02, Days.before(TODAY), "old"))
                            .refusal()
                            .code())
                    .isEqualTo(Code.REASON_REQUIRED);
        }
    }

    @Test
    void nothing_is_decided_about_a_statement_that_nobody_adopted() {
        var in = rules.circumstances();
        assertThat(Rules.refusal(() -> ValueStatement.decide(
                                new ReviseValueStatement(VAL_02, WORDS, TODAY), new ValueStatement.NotYet(), in))
                        .code())
                .isEqualTo(Code.NOT_FOUND);
    }
}

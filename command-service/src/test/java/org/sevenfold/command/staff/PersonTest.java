package org.sevenfold.command.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sevenfold.command.change.Rules.TODAY;
import static org.sevenfold.command.staff.Staff.ADA;
import static org.sevenfold.command.staff.Staff.ADA_REGISTERED;
import static org.sevenfold.command.staff.Staff.BEN_REGISTERED;
import static org.sevenfold.command.staff.Staff.POST_104;
import static org.sevenfold.command.staff.Staff.POST_BEGINS;
import static org.sevenfold.command.staff.Staff.P_0104;
import static org.sevenfold.command.staff.Staff.appointed;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.change.Rules;
import org.sevenfold.command.staff.PersonCommand.PlaceLegalHold;
import org.sevenfold.command.staff.PersonCommand.RecordPersonErasure;
import org.sevenfold.command.staff.PersonCommand.RegisterPerson;
import org.sevenfold.command.staff.PersonCommand.ReleaseLegalHold;
import org.sevenfold.command.staff.PersonCommand.RequestPersonErasure;
import org.sevenfold.events.Days;
import org.sevenfold.events.EventId;
import org.sevenfold.events.Role;
import org.sevenfold.events.governance.RoleEvent.RoleGranted;
import org.sevenfold.events.staff.AppointedVia;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.LegalBasis;
import org.sevenfold.events.staff.PersonEvent;
import org.sevenfold.events.staff.PersonEvent.LegalHoldPlaced;
import org.sevenfold.events.staff.PersonEvent.LegalHoldReleased;
import org.sevenfold.events.staff.PersonEvent.PersonErased;
import org.sevenfold.events.staff.PersonEvent.PersonErasureRequested;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostEvent;
import org.sevenfold.platform.problem.Code;

class PersonTest {

    private static final String WHY = "The schedule keeps it no longer.";
    private static final PersonErasureRequested REQUESTED =
            new PersonErasureRequested(ADA, LegalBasis.RETENTION_ENDED, TODAY);
    private static final PersonErased ERASED =
            new PersonErased(ADA, LegalBasis.RETENTION_ENDED, PersonId.of(Rules.CALLER), TODAY);
    private static final LegalHoldPlaced HELD = new LegalHoldPlaced(ADA, TODAY.minusDays(1));
    private static final LegalHoldReleased RELEASED = new LegalHoldReleased(ADA, Days.before(TODAY));

    private final Rules rules = Rules.of(PersonEvent.STREAM, ADA).by(Role.HUMAN_RESOURCES);

    private static RequestPersonErasure erasure() {
        return new RequestPersonErasure(ADA, LegalBasis.RETENTION_ENDED, WHY);
    }

    private static PlaceLegalHold hold() {
        return new PlaceLegalHold(ADA, WHY);
    }

    private static ReleaseLegalHold release() {
        return new ReleaseLegalHold(ADA, WHY);
    }

    private RecordPersonErasure done(EventId request) {
        return new RecordPersonErasure(ADA, rules.fact(request));
    }

    private static RegisterPerson ada(LocalDate from) {
        return new RegisterPerson(ADA, "S-0001", "Ada Example", "ada.example@leamarsh.example", "SW1001", from);
    }

    @Nested
    class a_person_is_registered {

        @Test
        void with_nothing_of_who_it_is_in_the_event() {
            rules.given(BEN_REGISTERED).when(ada(TODAY)).then(new PersonRegistered(ADA, TODAY));
            assertThat(rules.effects())
                    .as("the name goes to the directory")
                    .containsExactly(new Directory.Enter(ada(TODAY)));
        }

        @Test
        void from_a_day_to_come() {
            rules.when(ada(TODAY.plusMonths(3))).then(new PersonRegistered(ADA, TODAY.plusMonths(3)));
        }

        @Test
        void from_a_day_365_days_back() {
            rules.when(ada(TODAY.minusDays(365))).then(new PersonRegistered(ADA, TODAY.minusDays(365)));
        }
    }

    @Nested
    class a_person_is_refused {

        @Test
        void a_second_time() {
            rules.given(ADA_REGISTERED)
                    .when(ada(TODAY))
                    .refused(Code.DUPLICATE, "The person is known to the council from 2 February 2026 on.");
            assertThat(rules.effects())
                    .as("nothing of a refused person is kept")
                    .isEmpty();
        }

        @Test
        void from_a_day_366_days_back() {
            rules.when(ada(TODAY.minusDays(366)))
                    .refused(
                            Code.BACK_DATING_LIMIT,
                            "1 November 2025 is 366 days ago; learning and development and human resources can record"
                                    + " up to 365 days back.");
        }
    }

    @Nested
    class an_erasure {

        @Test
        void is_decided_for_somebody_who_has_left() {
            rules.given(ADA_REGISTERED, POST_104, appointed(P_0104, ADA, "1", POST_BEGINS, TODAY.minusDays(1)))
                    .when(erasure())
                    .then(REQUESTED);
        }

        @Test
        void is_decided_once_a_hold_is_released() {
            rules.given(ADA_REGISTERED, HELD, RELEASED).when(erasure()).then(REQUESTED);
        }

        @Test
        void is_blocked_by_a_legal_hold_and_says_what_ends_it() {
            var refusal = rules.given(ADA_REGISTERED, HELD).when(erasure()).refusal();
            assertThat(refusal.code()).isEqualTo(Code.LEGAL_HOLD);
            assertThat(refusal.remedy()).contains("release-legal-hold");
        }

        @Test
        void is_refused_for_somebody_in_post() {
            rules.given(ADA_REGISTERED, POST_104, appointed(P_0104, ADA, "1", POST_BEGINS, TODAY))
                    .when(erasure())
                    .refused(Code.INVALID_TRANSITION, "Somebody who works here, or will, is not erased.");
        }

        @Test
        void is_refused_for_somebody_who_is_to_begin() {
            rules.given(ADA_REGISTERED, POST_104, appointed(P_0104, ADA, "1", TODAY.plusDays(9)))
                    .when(erasure())
                    .refused(Code.INVALID_TRANSITION, "Somebody who works here, or will, is not erased.");
        }

        @Test
        void is_refused_for_somebody_who_may_act() {
            rules.given(ADA_REGISTERED, new RoleGranted(ADA, Role.READER, TODAY.minusDays(9), null))
                    .when(erasure())
                    .refused(Code.INVALID_TRANSITION, "Somebody who may act here, or will, is not erased.");
        }

        @Test
        void is_decided_for_somebody_whose_role_has_ended() {
            rules.given(ADA_REGISTERED, new RoleGranted(ADA, Role.READER, TODAY.minusDays(9), TODAY.minusDays(1)))
                    .when(erasure())
                    .then(REQUESTED);
        }

        @Test
        void is_refused_a_second_time() {
            rules.given(ADA_REGISTERED, REQUESTED)
                    .when(erasure())
                    .refused(Code.INVALID_TRANSITION, "It was decided on 2 November 2026, and is being done.");
        }

        @Test
        void is_refused_of_somebody_erased() {
            rules.given(ADA_REGISTERED, REQUESTED, ERASED)
                    .when(erasure())
                    .refused(Code.INVALID_TRANSITION, "Since 2 November 2026 nothing is held that says who this is.");
        }

        @Test
        void is_refused_of_nobody() {
            rules.when(erasure()).refused(Code.NOT_FOUND, "Nobody has registered this person.");
        }

        @Test
        void needs_a_reason() {
            rules.given(ADA_REGISTERED)
                    .when(new RequestPersonErasure(ADA, LegalBasis.ERASURE_REQUEST, "asked"))
                    .refused(
                            Code.REASON_REQUIRED,
                            "This needs a reason that an auditor can follow, in at least 10 characters.");
        }

        @Test
        void is_recorded_with_its_basis_and_who_decided_it_once_the_entry_is_gone() {
            EventId request = rules.given(ADA_REGISTERED).record(REQUESTED);
            rules.when(done(request)).then(ERASED);
            assertThat(rules.effects()).containsExactly(new Directory.RequireGone(ADA));
        }

        @Test
        void is_recorded_once() {
            EventId request = rules.given(ADA_REGISTERED).record(REQUESTED);
            rules.given(ERASED)
                    .when(done(request))
                    .refused(Code.INVALID_TRANSITION, "Nobody has decided it in this way, or it is recorded already.");
        }

        @Test
        void is_not_recorded_where_nobody_has_decided_it() {
            EventId registration = rules.record(ADA_REGISTERED);
            rules.when(done(registration))
                    .refused(Code.INVALID_TRANSITION, "Nobody has decided it in this way, or it is recorded already.");
        }

        @Test
        void is_not_recorded_for_another_event_of_the_person_whoever_recorded_that() {
            EventId registration = rules.record(ADA_REGISTERED);
            rules.given(REQUESTED)
                    .when(done(registration))
                    .refused(Code.INVALID_TRANSITION, "Nobody has decided it in this way, or it is recorded already.");
        }
    }

    @Nested
    class a_legal_hold {

        @Test
        void is_placed() {
            rules.given(ADA_REGISTERED).when(hold()).then(new LegalHoldPlaced(ADA, TODAY));
        }

        @Test
        void is_released() {
            rules.given(ADA_REGISTERED, HELD).when(release()).then(RELEASED);
        }

        @Test
        void is_placed_once() {
            rules.given(ADA_REGISTERED, HELD).when(hold()).refused(Code.DUPLICATE, "It was placed on 1 November 2026.");
        }

        @Test
        void is_released_only_where_there_is_one() {
            rules.given(ADA_REGISTERED)
                    .when(release())
                    .refused(Code.INVALID_TRANSITION, "Nobody has placed one, or it was released before.");
        }

        @Test
        void comes_too_late_once_the_erasure_is_decided() {
            rules.given(ADA_REGISTERED, REQUESTED)
                    .when(hold())
                    .refused(Code.INVALID_TRANSITION, "It was decided on 2 November 2026, and is being done.");
        }

        @Test
        void is_refused_of_somebody_erased() {
            rules.given(ADA_REGISTERED, REQUESTED, ERASED)
                    .when(hold())
                    .refused(Code.INVALID_TRANSITION, "Since 2 November 2026 nothing is held that says who this is.");
        }
    }

    @Test
    void nothing_more_is_recorded_of_somebody_erased() {
        Rules post = Rules.of(PostEvent.STREAM, P_0104).by(Role.HUMAN_RESOURCES);
        post.given(ADA_REGISTERED, REQUESTED, POST_104)
                .when(new PostCommand.AppointToPost(P_0104, ADA, Fte.of("1"), TODAY, null, AppointedVia.SELECTED, null))
                .refused(
                        Code.INVALID_TRANSITION,
                        "It was decided on 2 November 2026 that nothing is held any more that says who this is.");
    }
}

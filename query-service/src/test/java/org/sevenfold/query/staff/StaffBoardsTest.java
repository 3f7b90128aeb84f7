package org.sevenfold.query.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.sevenfold.query.testing.Events.id;
import static org.sevenfold.query.testing.Events.recorded;
import static org.sevenfold.query.testing.LeaMarsh.START;
import static org.sevenfold.query.testing.LeaMarsh.appointed;
import static org.sevenfold.query.testing.LeaMarsh.disestablished;
import static org.sevenfold.query.testing.LeaMarsh.ended;
import static org.sevenfold.query.testing.LeaMarsh.person;
import static org.sevenfold.query.testing.LeaMarsh.post;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sevenfold.events.Days;
import org.sevenfold.events.Timeline.Stretch;
import org.sevenfold.events.staff.LegalBasis;
import org.sevenfold.events.staff.PersonEvent.LegalHoldPlaced;
import org.sevenfold.events.staff.PersonEvent.LegalHoldReleased;
import org.sevenfold.events.staff.PersonEvent.PersonErased;
import org.sevenfold.events.staff.PersonEvent.PersonErasureRequested;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.query.board.Folded;

class StaffBoardsTest {

    @Test
    void the_last_day_in_post_belongs_to_the_appointment() {
        var appointment = appointed("ada", "P-1", START, LocalDate.of(2026, 3, 31));

        assertThat(Folded.after(new AppointmentsBoard(), List.of(), recorded(2, appointment)))
                .extracting(row -> row.days().to())
                .containsExactly(LocalDate.of(2026, 4, 1));
    }

    @Test
    void an_open_appointment_has_no_end() {
        assertThat(Folded.after(new AppointmentsBoard(), List.of(), recorded(2, appointed("ada", "P-1", START, null))))
                .extracting(row -> row.days().to())
                .containsOnlyNulls();
    }

    @Test
    void a_post_stays_as_it_is_whoever_comes() {
        List<Stretch<PostsBoard.Row>> created =
                Folded.after(new PostsBoard(), List.of(), recorded(1, post("P-1", PostRole.SOCIAL_WORKER, "CIN-01")));

        assertThat(Folded.after(new PostsBoard(), created, recorded(2, appointed("ada", "P-1", START, null))))
                .isEqualTo(created);
    }

    @Test
    void an_appointment_that_was_ended_holds_up_to_its_last_day_and_the_others_stay() {
        var board = new AppointmentsBoard();
        List<Stretch<AppointmentsBoard.Row>> one =
                Folded.after(board, List.of(), recorded(2, appointed("ada", "P-1", START, null)));
        List<Stretch<AppointmentsBoard.Row>> two =
                Folded.after(board, one, recorded(3, appointed("ben", "P-1", START, null)));

        assertThat(Folded.after(board, two, recorded(4, ended("ada", "P-1", id(2), LocalDate.of(2026, 3, 31)))))
                .extracting(row -> row.days().to())
                .containsExactly(LocalDate.of(2026, 4, 1), null);
    }

    @Test
    void a_disestablished_post_exists_up_to_its_last_day() {
        List<Stretch<PostsBoard.Row>> created =
                Folded.after(new PostsBoard(), List.of(), recorded(1, post("P-1", PostRole.SOCIAL_WORKER, "CIN-01")));

        assertThat(Folded.after(
                        new PostsBoard(), created, recorded(2, disestablished("P-1", LocalDate.of(2026, 3, 31)))))
                .extracting(row -> row.days().to())
                .containsExactly(LocalDate.of(2026, 4, 1));
    }

    @Test
    void of_an_erased_person_stays_since_when_and_at_which_position() {
        var board = new PeopleBoard();
        PersonRegistered registered = person("ada");
        PersonId ada = registered.personId();
        LocalDate day = LocalDate.of(2027, 3, 12);
        List<Stretch<PeopleBoard.Row>> known = Folded.after(board, List.of(), recorded(1, registered));

        assertThat(Folded.after(board, known, recorded(2, new LegalHoldPlaced(ada, day))))
                .isEqualTo(known);
        assertThat(Folded.after(board, known, recorded(3, new LegalHoldReleased(ada, day))))
                .isEqualTo(known);
        assertThat(Folded.after(
                        board, known, recorded(4, new PersonErasureRequested(ada, LegalBasis.ERASURE_REQUEST, day))))
                .as("decided, not done")
                .isEqualTo(known);
        assertThat(Folded.after(board, known, recorded(5, new PersonErased(ada, LegalBasis.ERASURE_REQUEST, ada, day))))
                .extracting(Stretch::days, Stretch::value)
                .containsExactly(tuple(Days.from(START), new PeopleBoard.Row(ada, day, 5L)));
    }
}

package org.sevenfold.query.staff;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.sevenfold.events.staff.LegalBasis;
import org.sevenfold.events.staff.PersonEvent.LegalHoldPlaced;
import org.sevenfold.events.staff.PersonEvent.LegalHoldReleased;
import org.sevenfold.events.staff.PersonEvent.PersonErased;
import org.sevenfold.events.staff.PersonEvent.PersonErasureRequested;
import org.sevenfold.events.staff.PersonEvent.PersonRegistered;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostRole;

class StaffViewsTest {

    @Test
    void the_last_day_in_post_belongs_to_the_appointment() {
        var appointment = appointed("ada", "P-1", START, LocalDate.of(2026, 3, 31));

        assertThat(new AppointmentView().evolve(List.of(), recorded(2, appointment)))
                .extracting(AppointmentRow::validTo)
                .containsExactly(LocalDate.of(2026, 4, 1));
    }

    @Test
    void an_open_appointment_has_no_end() {
        assertThat(new AppointmentView().evolve(List.of(), recorded(2, appointed("ada", "P-1", START, null))))
                .extracting(AppointmentRow::validTo)
                .containsOnlyNulls();
    }

    @Test
    void a_post_stays_as_it_is_whoever_comes() {
        List<PostRow> created =
                new PostView().evolve(List.of(), recorded(1, post("P-1", PostRole.SOCIAL_WORKER, "CIN-01")));

        assertThat(new PostView().evolve(created, recorded(2, appointed("ada", "P-1", START, null))))
                .isEqualTo(created);
    }

    @Test
    void an_appointment_that_was_ended_holds_up_to_its_last_day_and_the_others_stay() {
        var view = new AppointmentView();
        List<AppointmentRow> one = view.evolve(List.of(), recorded(2, appointed("ada", "P-1", START, null)));
        List<AppointmentRow> two = view.evolve(one, recorded(3, appointed("ben", "P-1", START, null)));

        assertThat(view.evolve(two, recorded(4, ended("ada", "P-1", id(2), LocalDate.of(2026, 3, 31)))))
                .extracting(AppointmentRow::validTo)
                .containsExactly(LocalDate.of(2026, 4, 1), null);
    }

    @Test
    void a_disestablished_post_exists_up_to_its_last_day() {
        List<PostRow> created =
                new PostView().evolve(List.of(), recorded(1, post("P-1", PostRole.SOCIAL_WORKER, "CIN-01")));

        assertThat(new PostView().evolve(created, recorded(2, disestablished("P-1", LocalDate.of(2026, 3, 31)))))
                .extracting(PostRow::validTo)
                .containsExactly(LocalDate.of(2026, 4, 1));
    }

    @Test
    void of_an_erased_person_stays_since_when_and_at_which_position() {
        var view = new PersonView();
        PersonRegistered registered = person("ada");
        PersonId ada = registered.personId();
        LocalDate day = LocalDate.of(2027, 3, 12);
        List<PersonRow> known = view.evolve(List.of(), recorded(1, registered));

        assertThat(view.evolve(known, recorded(2, new LegalHoldPlaced(ada, day))))
                .isEqualTo(known);
        assertThat(view.evolve(known, recorded(3, new LegalHoldReleased(ada, day))))
                .isEqualTo(known);
        assertThat(view.evolve(known, recorded(4, new PersonErasureRequested(ada, LegalBasis.ERASURE_REQUEST, day))))
                .as("decided, not done")
                .isEqualTo(known);
        assertThat(view.evolve(known, recorded(5, new PersonErased(ada, LegalBasis.ERASURE_REQUEST, ada, day))))
                .containsExactly(new PersonRow(ada, START, null, day, 5L));
    }
}

package org.sevenfold.query.staff;

import org.sevenfold.events.staff.PersonEvent;
import org.sevenfold.events.staff.PostEvent;
import org.sevenfold.query.board.Board;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boards of staff. */
@Configuration
class StaffBoards {

    @Bean
    Board<?, ?> peopleBoard() {
        return new Board<>("people", PersonEvent.class, PersonRow.class, new PersonView());
    }

    @Bean
    Board<?, ?> postsBoard() {
        return new Board<>("posts", PostEvent.class, PostRow.class, new PostView());
    }

    @Bean
    Board<?, ?> appointmentsBoard() {
        return new Board<>("appointments", PostEvent.class, AppointmentRow.class, new AppointmentView());
    }
}

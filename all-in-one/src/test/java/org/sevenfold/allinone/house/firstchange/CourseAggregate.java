package org.sevenfold.allinone.house.firstchange;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.sevenfold.allinone.house.firstchange.CourseCommand.RetireCourse;
import org.sevenfold.command.change.Desk;

/** The shell, of which only the new method is shown. */
class CourseAggregate {

    private final Course state = new Course.NotYet();

    // region shell
    @CommandHandler
    void handle(RetireCourse command, Desk desk) {
        decide(command, desk);
    }
    // end shell

    private void decide(CourseCommand command, Desk desk) {
        Course.decide(command, state, desk.circumstances()).forEach(AggregateLifecycle::apply);
    }
}

package org.sevenfold.command.staff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sevenfold.command.change.Allowed;
import org.sevenfold.command.change.Change;
import org.sevenfold.command.change.Decider;
import org.sevenfold.command.change.Declared;
import org.sevenfold.command.change.NewId;
import org.sevenfold.command.change.Says;
import org.sevenfold.command.change.Subject;
import org.sevenfold.events.Role;
import org.sevenfold.events.staff.AppointedVia;
import org.sevenfold.events.staff.Fte;
import org.sevenfold.events.staff.PersonId;
import org.sevenfold.events.staff.PostEvent;
import org.sevenfold.events.staff.PostId;
import org.sevenfold.events.staff.PostRole;
import org.sevenfold.events.structure.UnitId;

/** What can be asked of a post. */
public sealed interface PostCommand extends Change {

    Decider<PostCommand, ?, PostEvent> DECIDER =
            Decider.of(PostEvent.STREAM, PostCommand.class, new Post.NotYet(), Post::decide, Post::evolve);

    PostId post();

    @Override
    default String streamId() {
        return post().toString();
    }

    @Declared(
            summary = "Creates a post in a unit from a day on.",
            allowed = @Allowed(role = Role.HUMAN_RESOURCES),
            example = """
                {"reference": "P-0901", "role": "SOCIAL_WORKER", "fte": 1.0, "unit": "CIN-01",
                 "from": "2026-12-01", "funding": "base budget"}\
                """)
    record CreatePost(
            @NewId PostId post,

            @Says("The post number; no other post may have it.")
            String reference,

            @Says("The role that the post is for.") PostRole role,
            @Says("Full-time equivalents, from 0.01 to 1.") Fte fte,
            @Says("The unit that the post belongs to.") UnitId unit,
            @Says("The first day on which the post exists.") LocalDate from,

            @Says("Where the money comes from.") @Nullable String funding)
            implements PostCommand {

        @Override
        public Subject subject() {
            return new Subject.OfUnit(unit, from);
        }
    }

    @Declared(
            summary = "Appoints a person to a post, or to a part of it, from a day on.",
            allowed = @Allowed(role = Role.HUMAN_RESOURCES),
            example = """
                {"post": "P-0901", "person": "S-0001", "fte": 0.8, "from": "2026-12-01", "via": "SELECTED",
                 "startOrigin": 2}\
                """)
    record AppointToPost(
            @Says("The post, by number or id.") PostId post,

            @Says("The person, by staff number, work e-mail or id.")
            PersonId person,

            @Says("Full-time equivalents that the person holds of the post, from 0.01 to 1.")
            Fte fte,

            @Says("The first day in post.") LocalDate from,

            @Says("The last day in post, where the appointment is for a fixed term.") @Nullable
            LocalDate lastDay,

            @Says("Moved with the post, selected for it, or redeployed into it.")
            AppointedVia via,

            @Says("Where the person came from: census code 1 to 10.") @Nullable
            Integer startOrigin)
            implements PostCommand {

        public AppointToPost {
            if (startOrigin != null && (startOrigin < 1 || startOrigin > 10)) {
                throw new IllegalArgumentException("The origin of a starter is a census code from 1 to 10.");
            }
            if (lastDay != null && lastDay.isBefore(from)) {
                throw new IllegalArgumentException("The last day in post cannot lie before the first.");
            }
        }

        @Override
        public Subject subject() {
            return new Subject.OfPerson(person, from);
        }
    }

    @Declared(
            summary = "Ends a person's appointment to a post; why is not recorded.",
            allowed = @Allowed(role = Role.HUMAN_RESOURCES),
            example = """
                {"post": "P-0901", "person": "S-0001", "lastDay": "2026-12-31"}\
                """)
    record EndAppointment(
            @Says("The post, by number or id.") PostId post,

            @Says("The person, by staff number, work e-mail or id.")
            PersonId person,

            @Says("The last day in post.") LocalDate lastDay)
            implements PostCommand {

        @Override
        public Subject subject() {
            return new Subject.OfPerson(person, lastDay);
        }
    }

    @Declared(
            summary = "Disestablishes a post that nobody holds from the day after on.",
            allowed = @Allowed(role = Role.HUMAN_RESOURCES),
            example = """
                {"post": "P-0901", "lastDay": "2026-12-31"}\
                """)
    record DisestablishPost(
            @Says("The post, by number or id.") PostId post,
            @Says("Its last day.") LocalDate lastDay) implements PostCommand {

        @Override
        public Subject subject() {
            return new Subject.Council();
        }
    }
}

package org.sevenfold.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.edge.CommandServiceForTests.Answer;
import org.sevenfold.events.Dimension;
import org.sevenfold.events.Role;

/** An initiative on its way through the API: who may send what for whose units, and what takes two people. */
class InitiativesApiIT {

    private final CommandServiceForTests service = CommandServiceForTests.shared();
    private final World world = new World(service);
    private final String responsible = world.token(Role.SENIOR_RESPONSIBLE_OWNER);
    private final String initiative = "W%d-LM".formatted(world.number);
    private final String value = "W%d-VAL".formatted(world.number);

    private void adoptValue() {
        world.accepted("adopt-value-statement", responsible, """
            {"programme": "lea-marsh", "reference": "%s", "kind": "PRINCIPLE", "text": "We stay with a family.",
             "from": "%s"}\
            """.formatted(value, world.begin));
    }

    private Answer register(String token, String owner, String units, Dimension... considered) {
        String impacts = Arrays.stream(considered)
                .map("{\"dimension\": \"%s\", \"affected\": true, \"effect\": \"It works in another way.\"}"::formatted)
                .collect(Collectors.joining(", "));
        String values = considered.length == 0
                ? ""
                : "{\"value\": \"%s\", \"how\": \"One unit knows the family.\"}".formatted(value);
        return service.send("register-initiative", token, """
            {"programme": "lea-marsh", "reference": "%s", "title": "Units in Child in Need",
             "primaryDimension": "STRUCTURE", "owner": "%s", "units": [%s], "plannedStart": "%s", "plannedEnd": "%s",
             "impacts": [%s], "values": [%s]}\
            """.formatted(
                        initiative, owner, units, world.begin, world.today.plusDays(60), impacts, values));
    }

    private Answer send(String command, String token, String more) {
        return service.send(command, token, "{\"initiative\": \"%s\"%s}".formatted(initiative, more));
    }

    private void consider(Dimension dimension) {
        Answer considered = send("consider-dimension", world.programmeManager, """
            , "dimension": "%s", "affected": false, "rationale": "How units meet and decide stays as it is."\
            """.formatted(dimension));
        assertThat(considered.status()).as(considered.body()).isEqualTo(200);
    }

    private static String quoted(String... references) {
        return Arrays.stream(references).map("\"%s\""::formatted).collect(Collectors.joining(", "));
    }

    @Test
    void it_begins_once_all_seven_dimensions_are_considered_and_somebody_else_agrees() {
        adoptValue();
        String owner = world.inPost(world.unit);
        Answer registered = register(
                world.programmeManager,
                owner,
                quoted(world.unit),
                Dimension.SHARED_VALUES,
                Dimension.STRATEGY,
                Dimension.STRUCTURE,
                Dimension.SYSTEMS,
                Dimension.SKILLS);
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        assertThat(registered.json().path("events")).hasSize(7);

        Answer early = send("approve-initiative", world.programmeManager, "");
        assertThat(early.code()).isEqualTo("dimensions-incomplete");
        assertThat(early.json().path("detail").stringValue())
                .isEqualTo(initiative + " 'Units in Child in Need' cannot be approved yet: nobody has said what it does"
                        + " to staff and style.");

        consider(Dimension.STAFF);
        consider(Dimension.STYLE);
        Answer proposed = send("approve-initiative", world.programmeManager, "");
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(202);
        String approval = "{\"proposal\": \"%s\"}"
                .formatted(proposed.json().path("proposal").stringValue());
        assertThat(service.send("approve-proposal", world.programmeManager, approval)
                        .code())
                .isEqualTo("separation-of-duties");
        assertThat(world.accepted("approve-proposal", responsible, approval)
                        .json()
                        .path("events"))
                .extracting(event -> event.path("name").stringValue())
                .containsExactly("programme.proposal-approved", "programme.initiative-approved");

        String next = world.inPost(world.otherUnit);
        Answer assigned = send(
                "assign-initiative",
                world.programmeManager,
                ", \"owner\": \"%s\", \"from\": \"%s\"".formatted(next, world.today));
        assertThat(assigned.status()).as(assigned.body()).isEqualTo(200);
    }

    @Nested
    class a_group_manager {

        private final UUID id = UuidCreator.getTimeOrderedEpoch();
        private final String staffNumber = world.inPost(world.group, id);
        private final String manager = service.token(id, Role.GROUP_MANAGER);

        @Test
        void registers_what_changes_units_of_the_own_group_alone() {
            assertThat(register(manager, staffNumber, quoted(world.otherUnit)).code())
                    .isEqualTo("not-authorised-for-unit");
            assertThat(register(manager, staffNumber, quoted(world.unit, world.otherUnit))
                            .code())
                    .isEqualTo("not-authorised-for-unit");
            assertThat(register(manager, staffNumber, "").code()).isEqualTo("not-authorised-for-unit");
            assertThat(register(manager, staffNumber, quoted(world.unit)).status())
                    .isEqualTo(201);
        }

        @Test
        void does_not_take_an_initiative_into_another_group() {
            register(manager, staffNumber, quoted(world.unit));
            String into = ", \"units\": [%s], \"from\": \"%s\"";
            assertThat(send("assign-initiative", manager, into.formatted(quoted(world.otherUnit), world.today))
                            .code())
                    .isEqualTo("not-authorised-for-unit");
            assertThat(send("assign-initiative", manager, into.formatted(quoted(world.group), world.today))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void closes_one_only_with_somebody_elses_approval() {
            register(manager, staffNumber, quoted(world.unit));
            String stop =
                    ", \"outcome\": \"STOPPED\", \"lastDay\": \"%s\", \"reason\": \"Nobody asks for it any more.\"";
            assertThat(send("close-initiative", manager, stop.formatted(world.today))
                            .status())
                    .isEqualTo(202);
        }
    }

    @Nested
    class a_consultant {

        private final UUID id = UuidCreator.getTimeOrderedEpoch();
        private final String staffNumber = world.inPost(world.unit, id);
        private final String consultant = service.token(id, Role.CONSULTANT_SOCIAL_WORKER);

        private Answer meet(String milestone) {
            return service.send(
                    "complete-milestone",
                    consultant,
                    "{\"milestone\": \"%s\", \"metOn\": \"%s\"}".formatted(milestone, world.today));
        }

        private Answer add(String token, String title) {
            return send("add-milestone", token, ", \"title\": \"%s\", \"dueOn\": \"%s\"".formatted(title, world.today));
        }

        @Test
        void says_that_a_milestone_of_the_own_unit_is_met_and_nothing_else() {
            register(world.programmeManager, staffNumber, quoted(world.unit, world.otherUnit));
            assertThat(add(consultant, "First").code()).isEqualTo("role-not-permitted");
            assertThat(add(world.programmeManager, "First").status()).isEqualTo(201);
            assertThat(add(world.programmeManager, "Second").status()).isEqualTo(201);

            assertThat(meet(initiative + "/2").status()).isEqualTo(200);
            assertThat(meet(initiative + "/2").code()).isEqualTo("invalid-transition");
            Answer unknown = meet(initiative + "/9");
            assertThat(unknown.code()).isEqualTo("validation");
            assertThat(unknown.body()).contains(initiative + "/1");
        }

        @Test
        void does_not_speak_for_another_unit() {
            register(world.programmeManager, staffNumber, quoted(world.otherUnit));
            add(world.programmeManager, "First");
            assertThat(meet(initiative + "/1").code()).isEqualTo("not-authorised-for-unit");
        }
    }
}

package org.sevenfold.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sevenfold.command.edge.CommandServiceForTests.Answer;
import org.sevenfold.events.Role;

class CommandsApiIT {

    private final CommandServiceForTests service = CommandServiceForTests.shared();
    private final World world = new World(service);

    @Test
    void a_completion_is_stored_and_answered_with_a_receipt() {
        Answer answer = world.accepted(
                "record-training-completion", world.learning, completionOfToday(world.inPost(world.unit)));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/version").longValue()).isEqualTo(1);
        assertThat(answer.json().at("/events/0/name").stringValue()).isEqualTo("skills.training-completion-recorded");
        long position = answer.json().at("/position").longValue();
        assertThat(answer.json().at("/events/0/position").longValue()).isEqualTo(position);
        assertThat(answer.json().at("/receipt/0/leafIndex").longValue()).isEqualTo(position - 1);
        assertThat(answer.json().at("/receipt/0/leafHash").stringValue()).matches("[0-9a-f]{64}");
        assertThat(answer.response().headers().firstValue("ETag")).hasValue("\"1\"");
    }

    @Test
    void a_completion_is_corrected_then_voided_and_then_nothing_is_left_to_change() {
        String person = world.inPost(world.unit);
        String recorded =
                eventId(world.accepted("record-training-completion", world.learning, completionOfToday(person)));
        String correction = """
            {"eventId": "%s", "completedOn": "%s", "reason": "The register shows another day."}\
            """;
        String corrected = eventId(world.accepted(
                "correct-training-completion",
                world.learning,
                correction.formatted(recorded, world.today.minusDays(3))));
        Answer again = service.send(
                "correct-training-completion",
                world.learning,
                correction.formatted(recorded, world.today.minusDays(4)));
        assertThat(again.code()).isEqualTo("already-superseded");
        assertThat(again.json().at("/supersededBy").stringValue()).isEqualTo(corrected);
        String voiding = """
            {"eventId": "%s", "reason": "Recorded for the wrong person."}\
            """;
        world.accepted("void-fact", world.learning, voiding.formatted(corrected));
        assertThat(service.send("void-fact", world.learning, voiding.formatted(corrected))
                        .code())
                .isEqualTo("already-superseded");
    }

    @Test
    void a_fact_of_another_kind_cannot_be_voided() {
        Answer unit = world.accepted(
                "establish-unit", world.programmeManager, """
                    {"reference": "VOID-%d", "name": "Void me %d", "kind": "UNIT", "serviceArea": "Test", "from": "%s"}\
                    """.formatted(world.number, world.number, world.today));
        Answer refused = service.send("void-fact", world.learning, """
            {"eventId": "%s", "reason": "It should never have been."}\
            """.formatted(eventId(unit)));
        assertThat(refused.code()).isEqualTo("invalid-transition");
    }

    @Nested
    class With_an_idempotency_key {

        private final String key = UUID.randomUUID().toString();
        private final String person = world.inPost(world.unit);

        @Test
        void the_same_request_is_answered_the_same_and_done_once() {
            Answer first = send(completionOfToday(person));
            Answer second = send("  " + completionOfToday(person).replace(", ", " ,\n"));
            assertThat(second.status()).isEqualTo(first.status()).isEqualTo(201);
            assertThat(second.body()).isEqualTo(first.body());
        }

        @Test
        void another_request_under_the_same_key_is_refused() {
            send(completionOfToday(person));
            Answer other = send(world.completion(person, world.today.minusDays(1)));
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.code()).isEqualTo("idempotency-key-reused");
            assertThat(send("{}").code()).isEqualTo("idempotency-key-reused");
        }

        @Test
        void the_same_key_of_somebody_else_is_another_key() {
            send(completionOfToday(person));
            Answer other = service.send(
                    "record-training-completion",
                    world.token(Role.LEARNING_AND_DEVELOPMENT),
                    completionOfToday(person),
                    "Idempotency-Key",
                    key);
            assertThat(other.code()).isEqualTo("duplicate");
        }

        @Test
        void a_refused_request_is_decided_again() {
            String stranger = world.person();
            assertThat(send(completionOfToday(stranger)).code()).isEqualTo("not-in-post-on-date");
            world.appoint(world.post(world.unit, "1"), stranger, "1");
            assertThat(send(completionOfToday(stranger)).status()).isEqualTo(201);
        }

        private Answer send(String body) {
            return service.send("record-training-completion", world.learning, body, "Idempotency-Key", key);
        }
    }

    @Test
    void a_stale_version_is_refused_and_says_the_current_one() {
        String person = world.inPost(world.unit);
        world.accepted("record-training-completion", world.learning, completionOfToday(person));
        Answer stale = service.send(
                "record-training-completion",
                world.learning,
                world.completion(person, world.today.minusDays(1)),
                "If-Match",
                "\"0\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().at("/currentVersion").longValue()).isEqualTo(1);
        world.accepted(
                "record-training-completion",
                world.learning,
                world.completion(person, world.today.minusDays(1)),
                "If-Match",
                "\"1\"");
    }

    @Test
    void a_dry_run_decides_and_stores_nothing() {
        String person = world.inPost(world.unit);
        Answer dry = service.send("record-training-completion?dryRun=true", world.learning, completionOfToday(person));
        assertThat(dry.status()).as(dry.body()).isEqualTo(200);
        assertThat(dry.json().at("/events/0/payload/effectiveOn").stringValue()).isEqualTo(world.today.toString());
        Answer refused = service.send(
                "record-training-completion?dryRun=true",
                world.learning,
                world.completion(person, world.today.plusDays(1)));
        assertThat(refused.code()).isEqualTo("future-date-not-allowed");
        assertThat(world.accepted("record-training-completion", world.learning, completionOfToday(person))
                        .status())
                .isEqualTo(201);
    }

    @Nested
    class Who_may {

        @Test
        void a_reader_is_refused_and_told_who_may() {
            Answer refused = service.send(
                    "record-training-completion",
                    world.token(Role.READER),
                    completionOfToday(world.inPost(world.unit)));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("role-not-permitted");
            assertThat(refused.json().at("/detail").stringValue())
                    .contains("learning and development")
                    .contains("group manager for their own group");
        }

        @Test
        void a_consultant_records_for_the_own_unit_only() {
            UUID consultant = UuidCreator.getTimeOrderedEpoch();
            world.inPost(world.unit, consultant);
            String token = service.token(consultant, Role.CONSULTANT_SOCIAL_WORKER);
            world.accepted("record-training-completion", token, completionOfToday(world.inPost(world.unit)));
            Answer elsewhere =
                    service.send("record-training-completion", token, completionOfToday(world.inPost(world.otherUnit)));
            assertThat(elsewhere.status()).isEqualTo(403);
            assertThat(elsewhere.code()).isEqualTo("not-authorised-for-unit");
        }

        @Test
        void a_group_manager_records_for_the_units_of_the_group() {
            UUID manager = UuidCreator.getTimeOrderedEpoch();
            world.inPost(world.group, manager);
            String token = service.token(manager, Role.GROUP_MANAGER);
            String recorded = eventId(
                    world.accepted("record-training-completion", token, completionOfToday(world.inPost(world.unit))));
            assertThat(service.send(
                                    "record-training-completion",
                                    token,
                                    completionOfToday(world.inPost(world.otherUnit)))
                            .code())
                    .isEqualTo("not-authorised-for-unit");
            String other = eventId(world.accepted(
                    "record-training-completion", world.learning, completionOfToday(world.inPost(world.unit))));
            String voiding = """
                {"eventId": "%s", "reason": "Recorded for the wrong person."}\
                """;
            assertThat(service.send("void-fact", token, voiding.formatted(other))
                            .code())
                    .isEqualTo("not-authorised-for-unit");
            world.accepted("void-fact", token, voiding.formatted(recorded));
        }

        @Test
        void who_is_assigned_to_a_group_reaches_its_units_from_a_post_elsewhere() {
            UUID manager = UuidCreator.getTimeOrderedEpoch();
            String person = world.inPost(world.otherUnit, manager);
            String token = service.token(manager, Role.GROUP_MANAGER);
            String completion = completionOfToday(world.inPost(world.unit));
            assertThat(service.send("record-training-completion", token, completion)
                            .code())
                    .isEqualTo("not-authorised-for-unit");
            world.accepted(
                    "assign-group-manager", world.programmeManager, """
                        {"unit": "%s", "person": "%s", "from": "%s"}\
                        """.formatted(world.group, person, world.today));
            world.accepted("record-training-completion", token, completion);
        }
    }

    @Test
    void a_unit_is_closed_by_approval_once_it_is_empty() {
        String post = world.post(world.unit, "1");
        String close = """
            {"unit": "%s", "lastDay": "%s", "successor": "%s"}\
            """.formatted(world.unit, world.today, world.otherUnit);
        Answer full = service.send("close-unit", world.programmeManager, close);
        assertThat(full.code()).isEqualTo("unit-has-live-posts");
        assertThat(full.json().path("posts").get(0).stringValue()).isEqualTo(post);
        world.accepted("disestablish-post", world.hr, """
            {"post": "%s", "lastDay": "%s"}\
            """.formatted(post, world.today));
        Answer proposed = service.send("close-unit", world.programmeManager, close);
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(202);
        Answer approved = world.accepted("approve-proposal", world.token(Role.SENIOR_RESPONSIBLE_OWNER), """
            {"proposal": "%s"}\
            """.formatted(
                        proposed.json().path("proposal").stringValue()));
        assertThat(approved.body()).contains("structure.unit-closed");
    }

    @Test
    void a_requirement_is_withdrawn_by_its_reference() {
        Answer set = world.accepted(
                "set-training-requirement", world.learning, """
                    {"programme": "lea-marsh", "course": "%s", "unit": "%s", "dueInDays": 30, "from": "%s"}\
                    """.formatted(world.course, world.unit, world.today));
        assertThat(set.json().at("/events/0/name").stringValue()).isEqualTo("skills.training-requirement-set");
        String again = service.send("set-training-requirement", world.learning, """
            {"programme": "lea-marsh", "course": "%s", "unit": "%s", "dueInDays": 60, "from": "%s"}\
            """.formatted(
                                world.course, world.unit, world.today))
                .json()
                .path("detail")
                .stringValue();
        String reference = again.substring(0, again.indexOf(' '));
        assertThat(reference).matches("TR-\\d{4,}");
        world.accepted("withdraw-training-requirement", world.learning, """
            {"requirement": "%s", "lastDay": "%s"}\
            """.formatted(
                        reference.toLowerCase(java.util.Locale.ROOT), world.today));
    }

    @Test
    void references_may_be_numbers_codes_or_addresses_and_a_wrong_one_is_shown_its_likes() {
        String person = world.inPost(world.unit);
        world.accepted("record-training-completion", world.learning, """
            {"person": "%s@LEAMARSH.example", "course": "%s", "completedOn": "%s", "passed": false}\
            """.formatted(
                        person, world.course.toLowerCase(java.util.Locale.ROOT), world.today));
        Answer wrong = service.send(
                "record-training-completion", world.learning, """
                    {"person": "%s", "course": "%sX", "completedOn": "%s", "passed": true}\
                    """.formatted(person, world.course, world.today));
        assertThat(wrong.code()).isEqualTo("validation");
        assertThat(wrong.json().at("/violations/0/pointer").stringValue()).isEqualTo("/course");
        assertThat(wrong.json().at("/violations/0/candidates").toString()).contains("W");
    }

    @Test
    void text_that_identifies_somebody_is_refused_and_not_repeated() {
        String person = world.inPost(world.unit);
        String recorded =
                eventId(world.accepted("record-training-completion", world.learning, completionOfToday(person)));
        for (String text : new String[] {
            "call 020 8356 0000 about this one",
            "mail robin@example.org if in doubt",
            "child with 943 476 5919 was there",
            "lives in E8 1EA near the park",
            "dob 03/04/2011 as on the form",
            "it was %s who came".formatted(world.lastName().toUpperCase(java.util.Locale.ROOT))
        }) {
            Answer refused = service.send("void-fact", world.learning, """
                {"eventId": "%s", "reason": "%s"}\
                """.formatted(recorded, text));
            assertThat(refused.code()).as(text).isEqualTo("identifiable-content");
            assertThat(refused.body()).doesNotContain(text.substring(5, 15));
        }
    }

    @Test
    void evidence_is_screened_like_all_text_and_blanks_round_a_text_are_dropped() {
        String person = world.inPost(world.unit);
        Answer refused = service.send(
                "record-training-completion", world.learning, """
                    {"person": "%s", "course": "%s", "completedOn": "%s", "passed": true,
                     "evidence": {"kind": "letter", "title": "from robin@example.org", "where": "shelf 4"}}\
                    """.formatted(person, world.course, world.today));
        assertThat(refused.code()).isEqualTo("identifiable-content");
        assertThat(refused.json().at("/violations/0/pointer").stringValue()).isEqualTo("/evidence/title");
        Answer dry =
                service.send("define-course?dryRun=true", world.learning, """
                    {"code": "  W%d-BLANK ", "title": "Blank", "mode": "ONLINE", "hours": 1, "from": "%s"}\
                    """.formatted(world.number, world.today));
        assertThat(dry.json().at("/events/0/payload/code").stringValue())
                .isEqualTo("W%d-BLANK".formatted(world.number));
    }

    @Test
    void the_catalogue_describes_every_command() {
        var catalogue = service.get("/api/v1/commands", world.learning).json().at("/commands");
        assertThat(catalogue.size()).isEqualTo(CommandCatalogue.all().size()).isGreaterThanOrEqualTo(8);
        var entry =
                service.get("/api/v1/commands/appoint-to-post", world.learning).json();
        assertThat(entry.at("/schema/required").toString()).contains("post").doesNotContain("lastDay");
        assertThat(service.get("/api/v1/commands/make-tea", world.learning).status())
                .isEqualTo(404);
    }

    @Test
    void the_api_description_holds_every_command_with_its_example_and_errors() {
        var api = service.get("/api/v1/commands/openapi", world.learning).json();
        assertThat(api.at("/openapi").stringValue()).startsWith("3.1");
        assertThat(api.at("/servers/0/url").stringValue()).isEqualTo("/");
        assertThat(api.path("paths").path("/api/v1/commands").has("get")).isTrue();
        for (CommandDeclaration command : CommandCatalogue.all()) {
            var operation =
                    api.path("paths").path("/api/v1/commands/" + command.name()).path("post");
            assertThat(operation
                            .at("/requestBody/content/application~1json/examples/example/value")
                            .isObject())
                    .as(command.name())
                    .isTrue();
            assertThat(operation.at("/responses/422/description").stringValue(""))
                    .contains("not-in-post-on-date");
        }
    }

    private String completionOfToday(String person) {
        return world.completion(person, world.today);
    }

    private static String eventId(Answer answer) {
        return answer.json().at("/events/0/eventId").stringValue();
    }
}

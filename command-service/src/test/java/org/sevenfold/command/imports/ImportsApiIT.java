package org.sevenfold.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sevenfold.command.edge.CommandServiceForTests;
import org.sevenfold.command.edge.CommandServiceForTests.Answer;
import org.sevenfold.events.Role;
import tools.jackson.databind.JsonNode;

@Timeout(300)
class ImportsApiIT {

    private static final String HEADER = "Person,Course,Completed on,Passed\n";

    private static final CommandServiceForTests SERVICE = CommandServiceForTests.shared();
    private static final Borough BOROUGH = new Borough(SERVICE).with(100);

    private final CommandServiceForTests service = SERVICE;
    private final Borough borough = BOROUGH;

    @Test
    void five_thousand_rows_of_which_fifty_are_bad_are_tried_taken_mended_and_sent_again() {
        List<String> rows = fiveThousand();
        List<String> bad = withFiftyBad(rows);
        String file = HEADER + String.join("\n", bad) + "\n";
        long before = completions();

        JsonNode tried =
                timed("dry run", () -> borough.done("record-training-completion?dryRun=true", borough.learning, file));
        assertThat(tried.path("wouldBeAccepted").intValue()).isEqualTo(4950);
        assertThat(tried.path("refused").intValue()).isEqualTo(50);
        assertThat(tried.path("note").stringValue("")).contains("nothing was stored");
        assertThat(completions()).isEqualTo(before);

        JsonNode taken = timed("import", () -> borough.done("record-training-completion", borough.learning, file));
        assertThat(taken.path("accepted").intValue()).isEqualTo(4950);
        assertThat(taken.path("refused").intValue()).isEqualTo(50);
        assertThat(completions() - before).isEqualTo(4950);

        List<String> refused =
                borough.refusedFile(taken, borough.learning).lines().toList();
        assertThat(refused).hasSize(51);
        assertThat(refused.getFirst())
                .isEqualTo("\uFEFFPerson,Course,Completed on,Passed,"
                        + "refused.row,refused.code,refused.reason,refused.remedy");
        assertThat(refused.get(1)).startsWith(bad.get(99) + ",101,");

        String mended = refused.getFirst() + "\n"
                + IntStream.range(1, 51)
                        .mapToObj(n -> rows.get(n * 100 - 1)
                                + refused.get(n).substring(bad.get(n * 100 - 1).length()))
                        .collect(Collectors.joining("\n"));
        JsonNode again = borough.done("record-training-completion", borough.learning, mended);
        assertThat(again.path("accepted").intValue()).as(again.toString()).isEqualTo(50);
        assertThat(completions() - before).isEqualTo(5000);

        String whole = HEADER + String.join("\n", rows) + "\n";
        JsonNode once = timed("again", () -> borough.done("record-training-completion", borough.learning, whole));
        assertThat(once.path("alreadyIn").intValue()).isEqualTo(5000);
        assertThat(completions() - before).isEqualTo(5000);
    }

    @Test
    void a_small_file_is_done_when_it_is_answered() {
        Answer answer = borough.sendCsv("define-course", borough.learning, """
            code,title,mode,hours,from
            SMALL-1,A small course,online,1,%s
            SMALL-1,Another small course,online,1,%s
            """.formatted(borough.today, borough.today));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        JsonNode job = answer.json();
        assertThat(job.path("state").stringValue("")).isEqualTo("done");
        assertThat(job.path("rows").intValue()).isEqualTo(2);
        assertThat(job.path("percent").intValue()).isEqualTo(100);
        assertThat(job.path("accepted").intValue()).isEqualTo(1);
        assertThat(job.path("refused").intValue()).isEqualTo(1);
        assertThat(answer.response().headers().firstValue("Location"))
                .hasValue(job.at("/links/self").stringValue());
        JsonNode rows = service.get(job.at("/links/rows").stringValue(), borough.learning)
                .json()
                .path("rows");
        assertThat(rows.at("/0/outcome").stringValue()).isEqualTo("accepted");
        assertThat(rows.at("/0/position").longValue()).isPositive();
        assertThat(rows.at("/1/row").intValue()).isEqualTo(3);
        assertThat(rows.at("/1/code").stringValue()).isEqualTo("duplicate");
        assertThat(metadata(rows.at("/0/position").longValue()))
                .contains("\"channel\":\"import\"")
                .contains("\"correlationId\":\"" + job.path("id").stringValue() + "\"");
    }

    @Test
    void rows_come_in_pages_as_json_and_as_a_table() {
        JsonNode job = borough.done(
                "define-course?dryRun=true",
                borough.learning,
                "code,title,mode,hours,from\n"
                        + Borough.rows(
                                5,
                                n -> "PAGE-%d,Page,%s,1,%s".formatted(n, n == 4 ? "=1+1" : "online", borough.today)));
        String rows = job.at("/links/rows").stringValue();
        Answer first = service.get(rows + "?limit=2&outcome=would-be-accepted", borough.learning);
        String next = first.response().headers().firstValue("Link").orElseThrow();
        assertThat(next).isEqualTo("<" + rows + "?after=3&limit=2&outcome=would-be-accepted>; rel=\"next\"");
        Answer second = service.get(next.substring(1, next.indexOf('>')), borough.learning);
        assertThat(second.json().at("/rows/0/row").intValue()).isEqualTo(4);
        assertThat(second.json().at("/rows/1/row").intValue()).isEqualTo(6);
        Answer table = service.get(rows + "?format=csv&outcome=refused", borough.learning);
        assertThat(table.body())
                .startsWith("\uFEFFrow,outcome,streamId,position,code,reason,remedy\r\n5,refused,,,validation,");
        assertThat(borough.refusedFile(job, borough.learning)).contains("\r\nPAGE-4,Page,'=1+1,1,");
        assertThat(service.get("/api/v1/imports/jobs?limit=1", borough.learning)
                        .json()
                        .at("/jobs/0/id")
                        .stringValue())
                .isEqualTo(job.path("id").stringValue());
    }

    @Test
    void a_file_of_objects_goes_back_as_objects_and_can_be_sent_again() {
        String learning = borough.token(Role.LEARNING_AND_DEVELOPMENT);
        String line =
                "{\"code\":\"OBJ-1\",\"title\":\"Zo\u00eb's course\",\"mode\":\"%s\",\"hours\":1,\"from\":\"%s\"}";
        JsonNode job = borough.done(
                borough.send(
                        "define-course",
                        learning,
                        "application/x-ndjson",
                        (line.formatted("HOUSE", borough.today) + "\n").getBytes(StandardCharsets.UTF_8)),
                learning);
        assertThat(job.at("/links/refused").stringValue()).endsWith("/refused.ndjson");
        String refused = borough.refusedFile(job, learning);
        assertThat(refused)
                .contains("Zo\u00eb's course")
                .contains("\"refused\":{\"row\":1,\"code\":\"validation\"")
                .contains("mode: This must be one of the values listed.");
        assertThat(service.get(job.at("/links/self").stringValue() + "/refused.csv", learning)
                        .status())
                .isEqualTo(404);
        JsonNode again = borough.done(
                borough.send(
                        "define-course",
                        learning,
                        "application/x-ndjson",
                        refused.replace("HOUSE", "ONLINE").getBytes(StandardCharsets.UTF_8)),
                learning);
        assertThat(again.path("accepted").intValue()).as(again.toString()).isEqualTo(1);
    }

    @Test
    void what_identifies_somebody_is_neither_kept_nor_given_back() {
        String file = "Person,Course,Completed on,Passed,Evidence kind,Evidence title,Evidence where\n"
                + "%s,%s,%s,yes,letter,call 020 8356 0000,shelf 4\n"
                        .formatted(borough.person(1), borough.course, borough.today.minusDays(200));
        JsonNode job = borough.done("record-training-completion", borough.learning, file);
        assertThat(job.path("refused").intValue()).isEqualTo(1);
        String refused = borough.refusedFile(job, borough.learning);
        assertThat(refused)
                .contains("identifiable-content")
                .contains("letter,,shelf 4,")
                .doesNotContain("8356");
        assertThat(number("SELECT count(*) FROM erasable.import_row r WHERE r::text LIKE '%8356 0000%'"))
                .isZero();
    }

    @Test
    void names_are_not_kept_once_their_row_is_taken() {
        JsonNode job = borough.done("register-person", borough.hr, """
            staffNumber,name,workEmail,from
            KEPT-1,Rowan Kept,rowan.kept@leamarsh.example,%s
            """.formatted(borough.begin));
        assertThat(job.path("accepted").intValue()).isEqualTo(1);
        assertThat(number("SELECT count(*) FROM erasable.import_row r WHERE r::text LIKE '%Rowan Kept%'"))
                .isZero();
        assertThat(number("SELECT count(*) FROM log.import_job j WHERE j::text LIKE '%Rowan%'"))
                .isZero();
    }

    @Test
    void others_do_not_see_an_import_and_a_role_that_may_not_send_is_told_at_once() {
        JsonNode job = borough.done(
                "define-course?dryRun=true", borough.learning, "code,title,mode,hours,from\nX,X,online,1,x\n");
        for (String link : new String[] {"self", "rows", "refused"}) {
            Answer other = service.get(job.at("/links/" + link).stringValue(), borough.token(Role.STAFF));
            assertThat(other.status()).isEqualTo(404);
            assertThat(other.json().path("title").stringValue("")).isEqualTo("There is no such import.");
        }
        Answer refused = borough.sendCsv("define-course", borough.hr, "code,title,mode,hours,from\nX,X,online,1,x\n");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("role-not-permitted");
    }

    @Test
    void the_reach_of_a_role_is_checked_row_by_row() {
        String consultant = borough.token(Role.CONSULTANT_SOCIAL_WORKER);
        JsonNode job = borough.done(
                "record-training-completion",
                consultant,
                HEADER + "%s,%s,%s,yes\n".formatted(borough.person(2), borough.course, borough.today));
        assertThat(borough.refusedFile(job, consultant)).contains("not-authorised-for-unit");
    }

    @Test
    void what_its_sender_may_only_propose_waits_for_a_decision_and_is_counted_so() {
        String file = """
            programme,reference,kind,text,from
            lea-marsh,IMP-1,principle,We ask before we tell.,%1$s
            lea-marsh,IMP-2,principle,We write it down.,%1$s
            """.formatted(borough.today);
        JsonNode tried = borough.done("adopt-value-statement?dryRun=true", borough.manager, file);
        assertThat(tried.path("wouldBeProposed").intValue())
                .as(tried.toString())
                .isEqualTo(2);
        JsonNode job = borough.done("adopt-value-statement", borough.manager, file);
        assertThat(job.path("proposed").intValue()).isEqualTo(2);
        assertThat(job.path("accepted").intValue()).isZero();
        JsonNode again = borough.done("adopt-value-statement", borough.manager, file);
        assertThat(again.path("alreadyIn").intValue()).isEqualTo(2);
        assertThat(service.get(job.at("/links/rows").stringValue() + "?outcome=proposed", borough.manager)
                        .json()
                        .path("rows")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void what_may_be_imported_is_listed_described_and_has_a_template() {
        JsonNode list = service.get("/api/v1/imports", borough.learning).json().path("imports");
        assertThat(list.size()).isGreaterThanOrEqualTo(8);
        Answer template = service.get("/api/v1/imports/record-training-completion", borough.learning);
        assertThat(template.response()
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow())
                .contains("record-training-completion.csv");
        assertThat(template.body()).startsWith("\uFEFFperson,course,completedOn,passed,evidence.kind,");
        JsonNode entry =
                service.get("/api/v1/commands/define-course", borough.learning).json();
        assertThat(entry.path("importPath").stringValue("")).isEqualTo("/api/v1/imports/define-course");
        JsonNode paths =
                service.get("/api/v1/commands/openapi", borough.learning).json().path("paths");
        for (JsonNode one : list) {
            JsonNode post = paths.path(one.path("path").stringValue()).path("post");
            assertThat(post.at("/requestBody/content/text~1csv/examples/example/value")
                            .stringValue(""))
                    .as(one.path("command").stringValue())
                    .contains("\n");
            assertThat(post.at("/responses/202/content/application~1json/schema/$ref")
                            .stringValue(""))
                    .isEqualTo("#/components/schemas/Import");
        }
        assertThat(paths.has("/api/v1/imports/jobs/{id}/rows")).isTrue();
    }

    @Test
    void whatever_is_sent_the_answer_is_a_problem_in_sentences_and_nothing_is_stored() {
        long before = number("SELECT count(*) FROM log.import_job");
        for (SentFileTest.Sample junk : SentFileTest.junk()) {
            expectProblem(
                    borough.send("record-training-completion", borough.learning, "text/csv", junk.bytes()),
                    junk.name());
        }
        byte[] row = (HEADER + "S-1,RSK-01,2026-11-02,yes\n").getBytes(StandardCharsets.UTF_8);
        for (String type : new String[] {"application/json", "text/plain", "nonsense", "text/csv;charset=utf-16"}) {
            Answer answer = borough.send("record-training-completion", borough.learning, type, row);
            assertThat(answer.status()).as(type).isEqualTo(415);
            expectProblem(answer, type);
        }
        for (String path : new String[] {
            "make-tea", "record-training-completion?dryRun=maybe", "record-training-completion?x=1", "jobs"
        }) {
            expectProblem(borough.send(path, borough.learning, "text/csv", row), path);
        }
        for (String path :
                new String[] {"jobs/1", "jobs/" + new java.util.UUID(0, 0), "jobs/1/rows", "make-tea", "jobs?after=1"
                }) {
            expectProblem(service.get("/api/v1/imports/" + path, borough.learning), path);
        }
        Answer large = borough.send(
                "record-training-completion",
                borough.learning,
                "text/csv",
                new byte[SentFile.MOST_MEGABYTES * 1024 * 1024 + 1]);
        assertThat(large.status()).isEqualTo(413);
        expectProblem(large, "too large");
        assertThat(borough.send("define-course", "x", "text/csv", row).status()).isEqualTo(401);
        assertThat(number("SELECT count(*) FROM log.import_job")).isEqualTo(before);
    }

    private static void expectProblem(Answer answer, String what) {
        assertThat(answer.status()).as(what + answer.body()).isBetween(400, 499);
        assertThat(answer.response().headers().firstValue("Content-Type"))
                .as(what)
                .hasValue("application/problem+json");
        assertThat(answer.json().path("title").stringValue("")).as(what).isNotBlank();
        assertThat(answer.body()).as(what).doesNotContain("Exception", "org.", "java.", "SELECT");
    }

    private String metadata(long position) {
        return text("SELECT convert_from(metadata, 'UTF8') FROM log.domain_event WHERE position = " + position);
    }

    private List<String> fiveThousand() {
        return IntStream.range(0, 5000)
                .mapToObj(i -> "%s,%s,%s,yes"
                        .formatted(borough.person(1 + i % 100), borough.course, borough.today.minusDays(i / 100)))
                .toList();
    }

    /** Every hundredth is refused for one of these reasons. */
    private List<String> withFiftyBad(List<String> rows) {
        var bad = new ArrayList<>(rows);
        for (int n = 1; n <= 50; n++) {
            String[] cells = rows.get(n * 100 - 1).split(",", -1);
            switch (n % 5) {
                case 0 -> cells[0] = "B0-S" + n;
                case 1 -> cells[1] = "NONE-" + n;
                case 2 -> cells[2] = borough.today.plusDays(n).toString();
                case 3 -> cells[3] = "perhaps";
                default -> cells[2] = "31/02/2026";
            }
            bad.set(n * 100 - 1, String.join(",", cells));
        }
        return bad;
    }

    private static JsonNode timed(String what, Supplier<JsonNode> step) {
        long began = System.nanoTime();
        JsonNode result = step.get();
        org.slf4j.LoggerFactory.getLogger(ImportsApiIT.class)
                .info("{}: {} ms", what, (System.nanoTime() - began) / 1_000_000);
        return result;
    }

    private long completions() {
        return number("SELECT count(*) FROM log.domain_event WHERE name = 'skills.training-completion-recorded'");
    }

    private long number(String sql) {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) {
        try (Connection connection = service.database.superuser().getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
